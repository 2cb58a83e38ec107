import Dexie, { type Collection } from 'dexie';
import type { OrderStatus } from '../../model/order.ts';
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
