import Dexie, { type Collection } from 'dexie';
import type { Order, OrderStatus } from '../../model/order.ts';
import type { ChangeRow, FieldChange, History, OrderRow } from '../db.ts';

/** Which orders a list shows; null means all. `account` is an account name, not its key. */
export interface OrderFilter {
  account: string | null;
  status: OrderStatus | null;
}

/** A part of the list, newest first. */
export async function readOrderPage(
  db: History,
  filter: OrderFilter,
  offset: number,
  limit: number,
): Promise<OrderRow[]> {
  return listed(db, filter).reverse().offset(offset).limit(limit).toArray();
}

/** How many orders a filter shows, from the rollups: the same few rows for any number of orders. */
export async function countOrders(db: History, filter: OrderFilter): Promise<number> {
  const name = filter.status === null ? 'orders' : `status.${filter.status}`;
  const totals = await db.rollups.where('bucket').equals('all').toArray();
  return totals
    .filter((row) => filter.account === null || row.account === filter.account)
    .reduce((sum, row) => sum + (row.counts[name] ?? 0), 0);
}

const SEARCH_SLICE = 1000;

/**
 * Orders with every word of a text in their id, product, SKU, variation, counterparty or tracking number,
 * newest first, slice by slice as they are found. A whole order id is looked up at once. Stops at an abort.
 */
export async function* searchOrders(
  db: History,
  filter: OrderFilter,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<{ rows: OrderRow[]; searched: number }> {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isMatch = (row: OrderRow) => {
    const haystack = textOf(row.order);
    return words.every((word) => haystack.includes(word));
  };
  for (let searched = 0; !signal.aborted; ) {
    const slice = await readOrderPage(db, filter, searched, SEARCH_SLICE);
    if (slice.length === 0) return;
    searched += slice.length;
    yield { rows: slice.filter(isMatch), searched };
  }
}

/** One order and what captures changed in it, newest first. */
export async function readOrder(
  db: History,
  key: string,
): Promise<{ row: OrderRow; changes: OrderChange[] } | undefined> {
  const row = await db.orders.get(key);
  if (!row) return undefined;
  const changes = await db.changes.where('updatedKeys').equals(key).reverse().sortBy('id');
  return { row, changes: changes.map((change) => changeOf(change, key)) };
}

/** What one capture changed in one order. */
export interface OrderChange {
  at: number;
  sourceId: string;
  fields: FieldChange[];
}

function changeOf(change: ChangeRow, key: string): OrderChange {
  const fields = change.updated.filter((entry) => entry.key === key).flatMap((entry) => entry.fields);
  return { at: change.at, sourceId: change.sourceId, fields };
}

function listed(db: History, { account, status }: OrderFilter): Collection<OrderRow, string> {
  const { minKey, maxKey } = Dexie;
  if (account !== null) {
    const ofAccount = db.orders.where('[order.account+sortAt]').between([account, minKey], [account, maxKey]);
    return status === null ? ofAccount : ofAccount.and((row) => row.order.status === status);
  }
  if (status !== null)
    return db.orders.where('[order.status+sortAt]').between([status, minKey], [status, maxKey]);
  return db.orders.orderBy('sortAt');
}

function textOf(order: Order): string {
  const items = order.items.map((item) => `${item.name} ${item.variation ?? ''} ${item.sellerSku ?? ''}`);
  const parcels = order.packages.map((parcel) => `${parcel.trackingNumber ?? ''} ${parcel.carrier ?? ''}`);
  return `${order.id} ${order.counterparty ?? ''} ${items.join(' ')} ${parcels.join(' ')}`.toLowerCase();
}
