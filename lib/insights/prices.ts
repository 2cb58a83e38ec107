import type { Order, OrderItem } from '../model/order.ts';
import { isPaid } from '../model/status.ts';

const MAX_KEY = 300;

/**
 * What an item is found again by: its SKU, and its name with its variation. Both, because a data export knows
 * no SKU. Unique within an item.
 */
export function productKeysOf(item: Pick<OrderItem, 'skuId' | 'name' | 'variation'>): string[] {
  const name = plain(item.name);
  const keys = name === '' ? [] : [`name:${name}|${plain(item.variation ?? '')}`.slice(0, MAX_KEY)];
  return item.skuId === null ? keys : [`sku:${item.skuId}`, ...keys];
}

/** The keys of all items of an order, each once. */
export function productKeys(order: Order): string[] {
  return [...new Set(order.items.flatMap(productKeysOf))];
}

/** The truth about an item's price: against what this user paid for the same thing at other times. */
export interface PriceTruth {
  /** The lowest unit price seen in an earlier order, in minor units, and when; null when there is none. */
  lowestMinor: number | null;
  lowestAt: number | null;
  /** How much less (positive) or more (negative) this one cost; null without an earlier price or an own one. */
  savedMinor: number | null;
  /** The list price that the page showed beside it; null when it showed none. */
  listMinor: number | null;
}

/** An earlier purchase of the same product: when, how many, and how many of these came back. */
export interface EarlierPurchase {
  orderKey: string;
  boughtAt: number | null;
  quantity: number | null;
  /** How many units were returned; null when some came back and nobody told how many. */
  returned: number | null;
}

/** Another order that holds the same product, under its key. */
export interface Twin {
  key: string;
  order: Order;
}

/** Compares an item with the orders before it; other currencies, cancelled and unpaid orders are left out. */
export function priceTruth(item: OrderItem, order: Order, twins: readonly Twin[]): PriceTruth {
  const prices = earlier(order, twins)
    .filter((twin) => twin.order.currency === order.currency && order.currency !== null)
    .flatMap((twin) => sameItems(item, twin.order).map((same) => ({ same, at: twin.order.placedAt })))
    .flatMap(({ same, at }) => (same.unitPrice === null ? [] : [{ minor: same.unitPrice, at }]))
    .sort((a, b) => a.minor - b.minor);
  const [lowest] = prices;
  const listed: unknown = item['listPrice'];
  return {
    lowestMinor: lowest?.minor ?? null,
    lowestAt: lowest?.at ?? null,
    savedMinor: lowest && item.unitPrice !== null ? lowest.minor - item.unitPrice : null,
    listMinor: typeof listed === 'number' && Number.isSafeInteger(listed) ? listed : null,
  };
}

/** When the same product was bought before, newest first. */
export function earlierPurchases(item: OrderItem, order: Order, twins: readonly Twin[]): EarlierPurchase[] {
  return earlier(order, twins)
    .map((twin) => ({ twin, same: sameItems(item, twin.order) }))
    .filter(({ same }) => same.length > 0)
    .map(({ twin, same }) => ({
      orderKey: twin.key,
      boughtAt: twin.order.placedAt,
      quantity: sum(same.map((entry) => entry.quantity)),
      returned: returnedOf(same, twin.order),
    }))
    .sort((a, b) => (b.boughtAt ?? 0) - (a.boughtAt ?? 0));
}

function earlier(order: Order, twins: readonly Twin[]): Twin[] {
  const isBefore = (other: Order) => (other.placedAt ?? 0) < (order.placedAt ?? Number.POSITIVE_INFINITY);
  const isBought = (other: Order) => other.status !== 'CANCELLED' && isPaid(other);
  return twins.filter(({ order: other }) => other.id !== order.id && isBought(other) && isBefore(other));
}

function sameItems(item: OrderItem, other: Order): OrderItem[] {
  const keys = new Set(productKeysOf(item));
  return other.items.filter((entry) => productKeysOf(entry).some((key) => keys.has(key)));
}

/**
 * Units that came back: all of a returned order, else one for each returned line. A page that names the returned
 * items alone tells it for none or one unit; of several it stays unknown.
 */
function returnedOf(items: readonly OrderItem[], order: Order): number | null {
  if (order.stage === 'returned') return sum(items.map((item) => item.quantity));
  const back = order.returns.filter((entry) => entry.type !== 'CANCELLATION' && entry.status === 'COMPLETE');
  const lines = new Set(back.flatMap((entry) => entry.lineIds));
  const byLine = items.flatMap((item) => item.lineIds).filter((line) => lines.has(line)).length;
  const unlined = back.filter((entry) => entry.lineIds.length === 0);
  if (unlined.length === 0) return byLine;
  const named = unlined.map((entry) => entry['itemNames']).filter(Array.isArray);
  if (named.length < unlined.length) return null;
  const isNamed = items.filter((item) => named.some((names) => names.includes(item.name)));
  if (isNamed.length === 0) return byLine;
  return isNamed.every((item) => item.quantity === 1) ? byLine + isNamed.length : null;
}

function sum(counts: readonly (number | null)[]): number | null {
  return counts.some((count) => count === null) ? null : counts.reduce<number>((a, b) => a + (b ?? 0), 0);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
