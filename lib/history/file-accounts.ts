import Dexie from 'dexie';
import type { AccountRow, History } from './db.ts';

/** Takes out the accounts that only files told of and of which nothing is left, in the open transaction. */
export async function dropEmptyFileAccounts(db: History): Promise<void> {
  const accounts = await db.accounts.filter(({ origin }) => origin === 'file').toArray();
  for (const row of accounts) if (await isEmpty(db, row)) await db.accounts.delete(row.key);
}

async function isEmpty(db: History, { account, role }: AccountRow): Promise<boolean> {
  const own = [
    [account, Dexie.minKey],
    [account, Dexie.maxKey],
  ] as const;
  const first = await db.orders
    .where('[order.account+sortAt]')
    .between(...own)
    .filter(({ order }) => order.role === role)
    .first();
  if (first) return false;
  return role !== 'buyer' || (await db.records.where('account').equals(account).limit(1).count()) === 0;
}
