import Dexie, { type Collection } from 'dexie';
import type { Order } from '../../model/order.ts';
import type { History, OrderRow } from '../db.ts';
import type { OrderFilter } from './orders.ts';

/** What a search found in one more slice, and how many orders it has looked at so far. */
export interface SearchStep {
  rows: OrderRow[];
  searched: number;
}

const SLICE = 1000;
const WHOLE_ID = /^\d{15,20}$/;

/**
 * Orders with every word of a text in their id, product, SKU, variation, counterparty or tracking number,
 * newest first, slice by slice as they are found. A whole order id is looked up at once. Stops at an abort.
 */
export async function* searchOrders(
  db: History,
  filter: OrderFilter,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<SearchStep> {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const byId = await findById(db, filter, text.trim());
  if (byId.length > 0) {
    yield { rows: byId, searched: byId.length };
    return;
  }
  let searched = 0;
  for await (const slice of slicesOf(db, filter)) {
    if (signal.aborted) return;
    const own = slice.filter((row) => isIn(row, filter));
    searched += own.length;
    yield { rows: own.filter((row) => hasWords(row.order, words)), searched };
  }
}

async function findById(db: History, filter: OrderFilter, text: string): Promise<OrderRow[]> {
  if (!WHOLE_ID.test(text)) return [];
  const keys = [
    ['seller', text],
    ['buyer', text],
  ];
  return db.orders
    .where('[order.role+order.id]')
    .anyOf(keys)
    .filter((row) => isIn(row, filter))
    .toArray();
}

/** All orders of a filter, newest first. Each slice starts where the last one ended: its cost does not grow. */
async function* slicesOf(db: History, filter: OrderFilter): AsyncGenerator<OrderRow[]> {
  let upTo = Number.POSITIVE_INFINITY;
  // Orders of one and the same moment can lie on both sides of a cut.
  let atCut = new Set<string>();
  for (;;) {
    const rows = await olderThan(db, filter, upTo)
      .reverse()
      .limit(SLICE + atCut.size)
      .toArray();
    const fresh = rows.filter((row) => !atCut.has(row.key));
    const last = fresh.at(-1);
    if (!last) return;
    const sameMoment = rows.filter((row) => row.sortAt === last.sortAt).map((row) => row.key);
    atCut = new Set(sameMoment);
    upTo = last.sortAt;
    yield fresh;
  }
}

function olderThan(db: History, filter: OrderFilter, upTo: number): Collection<OrderRow, string> {
  const { account, status } = filter;
  const of = (index: string, name: string) =>
    db.orders.where(index).between([name, Dexie.minKey], [name, upTo], true, true);
  if (account !== null) return of('[order.account+sortAt]', account).and((row) => isIn(row, filter));
  return status === null ? db.orders.where('sortAt').belowOrEqual(upTo) : of('[order.status+sortAt]', status);
}

function isIn({ order }: OrderRow, { account, status, role }: OrderFilter): boolean {
  if (role && order.role !== role) return false;
  return (account === null || order.account === account) && (status === null || order.status === status);
}

function hasWords(order: Order, words: readonly string[]): boolean {
  const items = order.items.map((item) => `${item.name} ${item.variation ?? ''} ${item.sellerSku ?? ''}`);
  const parcels = order.packages.map((parcel) => `${parcel.trackingNumber ?? ''} ${parcel.carrier ?? ''}`);
  const text =
    `${order.id} ${order.counterparty ?? ''} ${items.join(' ')} ${parcels.join(' ')}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
