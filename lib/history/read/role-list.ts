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
  const places = await Promise.all([...accounts].map((account) => newestPlaces(db, role, account, limit)));
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

interface Place {
  key: string;
  sortAt: number;
}

// A file may hold what its owner bought and what was sold under one account: where keys of the other role take
// up room, more is read.
async function newestPlaces(db: History, role: Role, account: string, limit: number): Promise<Place[]> {
  for (let asked = limit; ; asked *= 2) {
    const places = await newestOfAccount(db, account, asked);
    const own = places.filter(({ key }) => isOfRole(key, role));
    if (own.length >= limit || places.length < asked) return own.slice(0, limit);
  }
}

async function newestOfAccount(db: History, account: string, limit: number): Promise<Place[]> {
  const places: Place[] = [];
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
