import Dexie from 'dexie';
import { partsOfKey } from '../../model/key.ts';
import type { History, OrderRow } from '../db.ts';
import type { OrderFilter } from './orders.ts';
import { isOfRole } from './role-list.ts';

/**
 * The keys of all orders of a filter, newest first; no order is read. With them any place of a long list
 * is found at once, where an offset makes the browser walk past every order before it.
 */
export async function readOrderKeys(db: History, { account, status, role }: OrderFilter): Promise<string[]> {
  const { minKey, maxKey } = Dexie;
  const of = (index: string, name: string) =>
    db.orders.where(index).between([name, minKey], [name, maxKey]).primaryKeys();
  const ofRole = (keys: string[]) => (role ? keys.filter((key) => isOfRole(key, role)) : keys);
  if (status === null) {
    const keys =
      account === null ? db.orders.orderBy('sortAt').primaryKeys() : of('[order.account+sortAt]', account);
    return ofRole(await keys).reverse();
  }
  const keys = await of('[order.status+sortAt]', status);
  return ofRole(keys)
    .filter((key) => account === null || accountOf(key) === account)
    .reverse();
}

/** The orders of some keys, in that order; undefined for one that is gone. */
export async function readOrdersAt(db: History, keys: string[]): Promise<(OrderRow | undefined)[]> {
  return db.orders.bulkGet(keys);
}

/** The account in an order's key: role, account and id; an account may have a bar in its name, a role and an id have none. */
export function accountOf(key: string): string {
  const { accountKey } = partsOfKey(key);
  return accountKey.slice(accountKey.indexOf('|') + 1);
}
