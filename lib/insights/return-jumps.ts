import type { Order, OrderItem } from '../model/order.ts';
import { DAY_MS } from '../model/time.ts';
import { binomialTail } from './binomial.ts';
import { isShipped } from './rate-outcomes.ts';

/** The last days that are looked at, and those before that they are held against. */
export const RECENT_MS = 30 * DAY_MS;
export const EARLIER_MS = 60 * DAY_MS;

const MIN_RETURNS = 5;
const MIN_EARLIER_ORDERS = 20;
const MAX_CHANCE = 0.001;

/** Shipped orders with a product, and those of them in which it was returned or refunded. */
export interface ReturnCount {
  orders: number;
  returns: number;
}

/** A product of which more comes back than before. */
export interface ReturnJump {
  /** TikTok's id of the SKU, or the seller's own where that is not known. */
  sku: string;
  /** "MUG-B · Mug, Blue". */
  name: string;
  recent: ReturnCount;
  /** Its own orders before, or all of the shop's where it had too few. */
  before: ReturnCount;
  isShopWide: boolean;
}

interface Product {
  name: string;
  recent: ReturnCount;
  before: ReturnCount;
}
const none = (): ReturnCount => ({ orders: 0, returns: 0 });

/** Counts a shop's orders, one after the other, and finds the products with a jump in returns. */
export class ReturnCounter {
  readonly #recentFrom: number;
  readonly #products = new Map<string, Product>();
  readonly #shop = none();

  constructor(now: number) {
    this.#recentFrom = now - RECENT_MS;
  }

  /** Orders without a date are of no period; what was never shipped can't come back. */
  add(order: Order): void {
    if (order.placedAt === null || !isShipped(order.status)) return;
    const isRecent = order.placedAt > this.#recentFrom;
    const returned = returnedSkus(order);
    for (const [sku, item] of itemsBySku(order)) {
      const product = this.#products.get(sku) ?? { name: nameOf(item), recent: none(), before: none() };
      this.#products.set(sku, product);
      const counts = isRecent ? [product.recent] : [product.before, this.#shop];
      for (const count of counts) {
        count.orders += 1;
        if (returned.has(sku)) count.returns += 1;
      }
    }
  }

  /** Products with at least five returns, of which chance alone brings so many less than once in a thousand. */
  jumps(): ReturnJump[] {
    return [...this.#products].flatMap(([sku, { name, recent, before: own }]) => {
      if (recent.returns < MIN_RETURNS) return [];
      const isShopWide = own.orders < MIN_EARLIER_ORDERS;
      const before = isShopWide ? this.#shop : own;
      if (before.orders < MIN_EARLIER_ORDERS) return [];
      // One more than there were: a product that nobody returned yet is not one that nobody ever will.
      const share = (before.returns + 1) / (before.orders + 1);
      const isChance = binomialTail(recent.returns, recent.orders, share) >= MAX_CHANCE;
      return isChance ? [] : [{ sku, name, recent, before: { ...before }, isShopWide }];
    });
  }
}

function itemsBySku({ items }: Order): Map<string, OrderItem> {
  return new Map(
    items.flatMap((item) => {
      const sku = item.skuId ?? item.sellerSku;
      return sku === null ? [] : [[sku, item] as const];
    }),
  );
}

// A return that names no lines is of the order's only product; of several it is not known which one it means.
function returnedSkus(order: Order): Set<string> {
  const skus = itemsBySku(order);
  const [only] = skus.keys();
  const returned = new Set<string>();
  for (const { type, lineIds } of order.returns) {
    if (type === 'CANCELLATION') continue;
    if (lineIds.length === 0 && order.items.length === 1 && only !== undefined) returned.add(only);
    for (const [sku, item] of skus)
      if (item.lineIds.some((line) => lineIds.includes(line))) returned.add(sku);
  }
  return returned;
}

function nameOf({ sellerSku, name, variation }: OrderItem): string {
  return [sellerSku, [name, variation].filter(Boolean).join(', ')].filter(Boolean).join(' · ');
}
