import * as z from 'zod/mini';
import { marketOfCurrency } from '../../../model/market.ts';
import { emptyOrder, type Order, type OrderItem } from '../../../model/order.ts';
import { stageOf } from '../../../model/status.ts';
import { MissLog } from '../../misses.ts';
import type { Miss } from '../../source.ts';
import { parseTolerant, typeName } from '../../tolerant.ts';
import type { OpenFile } from '../file-source.ts';
import { isSpreadsheetId } from '../order-id.ts';
import { canonical, ORDER_NAMES, PRODUCT_NAMES } from './fields.ts';
import { priceOf, statusOf, utcTime, wordsOf } from './values.ts';

const word = z.optional(z.nullable(z.union([z.string(), z.number()])));
const Product = z.object({ name: word, variation: word, quantity: word });
const Entry = z.object({
  id: word,
  date: word,
  status: word,
  total: word,
  products: z.optional(z.array(z.nullable(Product))),
});
type Entry = z.output<typeof Entry>;

/** What is known of the orders of a file: whose they are and who tells it. */
export interface FileOwner {
  account: string;
  sourceId: string;
  seenAt: number;
}

/** The owner of what a source reads from a file: a person whom the file does not name. */
export function ownerOf({ accountName, seenAt }: OpenFile, sourceId: string): FileOwner {
  return { account: `file:${accountName}`, sourceId, seenAt };
}

/**
 * One entry of the order history -> an order. `id` is the entry's key, where it has one. Undefined for what has no
 * number, which nothing could be joined with; what can't be understood is null and noted as a miss below `root`.
 */
export function readOrder(
  id: string | null,
  entries: Iterable<readonly [string, unknown]>,
  owner: FileOwner,
  root: string,
): { order: Order | undefined; misses: Miss[] } {
  const raw = canonical(entries, ORDER_NAMES);
  if ('products' in raw) raw.products = productsOf(raw.products);
  const { value, misses } = parseTolerant(Entry, raw, root);
  const log = new MissLog();
  log.addAll(misses);
  const orderId = numberOf(id, wordsOf(value?.id));
  if (!value || orderId === null || !/^[^|]{1,200}$/.test(orderId)) {
    log.add({ path: `${root}.id`, expected: 'order number', got: orderId === null ? 'absent' : 'string' });
    return { order: undefined, misses: log.toArray() };
  }
  const order = emptyOrder(orderId, { role: 'buyer', account: owner.account, market: null });
  fill(order, value, (path, expected) => log.add({ path: `${root}.${path}`, expected, got: 'string' }));
  order.sources = [{ id: owner.sourceId, seenAt: owner.seenAt }];
  return { order, misses: log.toArray() };
}

/** The order's number: the entry's key where it is one (not its place in a list), else what the entry itself says. */
function numberOf(key: string | null, own: string | null): string | null {
  return key !== null && (/^\d{15,20}$/.test(key) || isSpreadsheetId(key)) ? key : own;
}

function fill(order: Order, entry: Entry, miss: (path: string, expected: string) => void): void {
  const [date, total] = [wordsOf(entry.date), wordsOf(entry.total)];
  order.placedAt = date === null ? null : utcTime(date);
  if (date !== null && order.placedAt === null) miss('date', 'time');
  const price = total === null ? null : priceOf(total);
  if (total !== null && price === null) miss('total', 'amount with currency');
  order.currency = price?.currency ?? null;
  // The export names no market, and what a buyer may return by when depends on it.
  order.market = marketOfCurrency(order.currency);
  order.amounts.total = price?.amountMinor ?? null;
  order.statusLabel = wordsOf(entry.status);
  order.status = statusOf(order.statusLabel);
  if (order.statusLabel !== null && order.status === 'UNKNOWN') miss('status', 'known status');
  order.items = (entry.products ?? []).flatMap((product) => (product ? itemsOf(product) : []));
  order.stage = stageOf(order);
}

function itemsOf(product: z.output<typeof Product>): OrderItem[] {
  const name = wordsOf(product.name);
  if (name === null) return [];
  const quantity = wordsOf(product.quantity);
  return [
    {
      productId: null,
      skuId: null,
      sellerSku: null,
      name,
      variation: wordsOf(product.variation),
      quantity: quantity !== null && /^\d{1,9}$/.test(quantity) ? Number(quantity) : null,
      unitPrice: null,
      total: null,
      lineIds: [],
    },
  ];
}

/** Products stand in a list, in an object by key, or alone. */
function productsOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return [];
  const isOne = !Array.isArray(value) && Object.values(value).every((inner) => typeName(inner) !== 'object');
  const list = Array.isArray(value) ? value : isOne ? [value] : Object.values(value);
  return list.map((entry) =>
    typeof entry === 'object' && entry !== null ? canonical(Object.entries(entry), PRODUCT_NAMES) : null,
  );
}
