import type { CardFacts, ListFacts } from './facts.ts';
import { pageRegion } from './page-data.ts';
import { orderIdIn, pageTimeZone, textAt } from './texts.ts';

// Classes of the captured page (buyer-shop.md 2.6); cards have no test ids.
const CARD = 'div.cursor-pointer.shadow.rounded-6';

/** The cards of the order list, in the order of the page: newest first. */
export function readListPage(document: Document): ListFacts {
  const cards = [...document.querySelectorAll(CARD)].map(readCard).filter((card) => card !== null);
  return { timeZone: pageTimeZone(), region: pageRegion(document), cards };
}

function readCard(card: Element): CardFacts | null {
  const status = textAt(card, '.H4-Bold.text-color-UIText1');
  const dateText = textAt(card, '.P3-Regular.text-color-UIText2');
  const images = [...card.querySelectorAll('div.w-80.h-80 img')];
  const productNames = images
    .map((image) => image.getAttribute('alt')?.trim() ?? '')
    .filter((name) => name !== '');
  if (dateText === null && status === null && productNames.length === 0) return null;
  return {
    // No captured card links to its order; one that does tells the id.
    orderId: orderIdIn(card.querySelector('a[href*="main_order_id="]')?.getAttribute('href')),
    shop: textAt(card, '.H4-Semibold.text-color-UIText1'),
    dateText,
    status,
    subtitle: textAt(card, '.P2-Regular.text-color-UIText2'),
    productNames,
  };
}
