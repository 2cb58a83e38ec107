import type { ShopRecord } from '../../../model/record.ts';
import { canonical, RECORD_NAMES } from './fields.ts';
import { contentId, utcTime, wordsOf } from './values.ts';

const MAX_TEXT = 20_000;

/**
 * One entry about a voucher, review, return or message. `shop` is the shop that it stands under, where there
 * is one. Undefined for an entry that tells nothing.
 */
export async function readRecord(
  kind: ShopRecord['kind'],
  shop: string | null,
  entries: Iterable<readonly [string, unknown]>,
): Promise<ShopRecord | undefined> {
  const raw = canonical(entries, RECORD_NAMES);
  const text = (value: unknown) => wordsOf(value)?.slice(0, MAX_TEXT) ?? null;
  const time = wordsOf(raw.at);
  const record = {
    kind,
    at: time === null ? null : utcTime(time),
    shop: text(raw.shop) ?? text(shop),
    orderId: text(raw.orderId),
    title: text(raw.title),
    text: text(raw.text),
    status: text(raw.status),
  };
  const own = text(raw.id);
  const { at, orderId, title, text: content } = record;
  // Its status changes from one export to the next: it is no part of what tells it from others.
  const said = [at, record.shop, orderId, title, content];
  if (own === null && said.every((part) => part === null)) return undefined;
  const isId = own !== null && /^[^|]{1,200}$/.test(own);
  return { ...record, id: isId ? own : await contentId([own, ...said]) };
}
