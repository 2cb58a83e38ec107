import Dexie, { type Collection } from 'dexie';
import type { OrderStatus, Role } from '../../model/order.ts';
import type { ChangeRow, FieldChange, History, OrderRow } from '../db.ts';
import { newestOfRole } from './role-list.ts';

/**
 * Which orders a list shows; null means all. `account` is an account name, not its key. `role` tells what was
 * bought from what was sold: a file's account may have both.
 */
export interface OrderFilter {
  account: string | null;
  status: OrderStatus | null;
  role?: Role | null;
}

/** A part of the list, newest first. */
export async function readOrderPage(
  db: History,
  filter: OrderFilter,
  offset: number,
  limit: number,
): Promise<OrderRow[]> {
  const { role, account, status } = filter;
  if (role && account === null) {
    const keys = await newestOfRole(db, role, status, offset + limit);
    const rows = await db.orders.bulkGet(keys.slice(offset));
    return rows.filter((row) => row !== undefined);
  }
  return listed(db, filter).reverse().offset(offset).limit(limit).toArray();
}

/** How many orders a filter shows, from the rollups: the same few rows for any number of orders. */
export async function countOrders(db: History, filter: OrderFilter): Promise<number> {
  const { account, status, role } = filter;
  const name = status === null ? 'orders' : `status.${status}`;
  const totals = await db.rollups.where('bucket').equals('all').toArray();
  return totals
    .filter((row) => account === null || row.account === account)
    .filter((row) => !role || row.role === role)
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

function listed(db: History, { account, status, role }: OrderFilter): Collection<OrderRow, string> {
  const { minKey, maxKey } = Dexie;
  if (account !== null) {
    const ofAccount = db.orders.where('[order.account+sortAt]').between([account, minKey], [account, maxKey]);
    const isIn = ({ order }: OrderRow) =>
      (status === null || order.status === status) && (!role || order.role === role);
    return status === null && !role ? ofAccount : ofAccount.and(isIn);
  }
  if (status !== null)
    return db.orders.where('[order.status+sortAt]').between([status, minKey], [status, maxKey]);
  return db.orders.orderBy('sortAt');
}
