import Dexie from 'dexie';
import type { OrderStatus, Role } from '../../model/order.ts';
import type { History } from '../db.ts';

/**
 * The keys of the newest orders of a role, and of a status where one is given: at most `limit`, newest first.
 * No order is read. All of a role are merged from the newest of each of its accounts, however long the history is.
 */
export async function newestOfRole(
  db: History,
  role: Role,
  status: OrderStatus | null,
  limit: number,
): Promise<string[]> {
  if (status !== null) return (await keysOfStatus(db, role, status)).slice(0, limit);
  const totals = await db.rollups.where('bucket').equals('all').toArray();
  const accounts = new Set(totals.filter((row) => row.role === role).map((row) => row.account));
  const places = await Promise.all([...accounts].map((account) => newestPlaces(db, account, limit)));
  return places
    .flat()
    .sort((a, b) => b.sortAt - a.sortAt || (a.key < b.key ? 1 : -1))
    .slice(0, limit)
    .map(({ key }) => key);
}

/** Whether an order is of a role, by its key, which begins with it. */
export function isOfRole(key: string, role: Role): boolean {
  return key.startsWith(`${role}|`);
}

async function newestPlaces(
  db: History,
  account: string,
  limit: number,
): Promise<{ key: string; sortAt: number }[]> {
  const places: { key: string; sortAt: number }[] = [];
  await db.orders
    .where('[order.account+sortAt]')
    .between([account, Dexie.minKey], [account, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .eachKey((place, { primaryKey }) => {
      if (Array.isArray(place)) places.push({ key: primaryKey, sortAt: Number(place[1]) });
    });
  return places;
}

async function keysOfStatus(db: History, role: Role, status: OrderStatus): Promise<string[]> {
  const { minKey, maxKey } = Dexie;
  const keys = await db.orders
    .where('[order.status+sortAt]')
    .between([status, minKey], [status, maxKey])
    .primaryKeys();
  return keys.filter((key) => isOfRole(key, role)).reverse();
}
