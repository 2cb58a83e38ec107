import type { Captured } from '../../lib/capture/wire.ts';
import { readDetailPage } from '../../lib/sources/buyer/dom/detail-page.ts';
import { readListPage } from '../../lib/sources/buyer/dom/list-page.ts';
import { pageUserId } from '../../lib/sources/buyer/dom/page-data.ts';

const DETAIL_PAGE = /^\/shop\/order_detail\/?$/;
const LIST_PAGE = /^\/shop\/order_list\/?$|\/fe_tiktok_ecommerce_in_web\/order_list\//;

/** Whether an answer, by its address, is what the page at a path shows. */
export function isAnswerOf(path: string, url: string): boolean {
  if (DETAIL_PAGE.test(path)) return /\/order_detail\/get(?:\?|$)/.test(url);
  return LIST_PAGE.test(path) && /\/list_order\/get(?:\?|$)/.test(url);
}

/** The page as it stands, in the shape of an answer; null when it shows no order, or nobody looks at it. */
export function readPage(page = document, path = location.pathname): Captured | null {
  if (page.hidden) return null;
  const captured = (name: string, facts: object): Captured => {
    const url = `https://www.tiktok.com/shop/${name}#dom`;
    return { url, requestText: '', bodyText: JSON.stringify(facts) };
  };
  if (LIST_PAGE.test(path)) {
    const facts = readListPage(page);
    return facts.cards.length > 0 ? captured('order_list', facts) : null;
  }
  const facts = DETAIL_PAGE.test(path) ? readDetailPage(page) : null;
  if (!facts?.orderId || facts.status === null) return null;
  return captured(`order_detail?main_order_id=${facts.orderId}`, facts);
}

/** The id of who is signed in, once the page is there; undefined when the page does not tell it. */
export async function userIdOf(page: Document): Promise<string | undefined> {
  // The data stands at the end of the document, and an answer can be faster.
  if (page.readyState === 'loading')
    await new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve, { once: true }));
  return pageUserId(page) ?? undefined;
}
