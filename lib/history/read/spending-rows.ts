import { ordersIn, type SpendingSums, sumsIn } from '../../insights/spending.ts';
import type { History, RollupRow } from '../db.ts';
import { readTotals } from './totals.ts';

/** Whose spending is read: a buyer's account in one of its currencies. */
export interface Wallet {
  account: string;
  currency: string;
}

/** The sums under one name: a shop's (empty when it is not known) or a category's. */
export interface NamedSums {
  name: string;
  sums: SpendingSums;
}

/** Every buyer's account and currency that has orders, with the counts of all of them. */
export async function readWallets(db: History): Promise<RollupRow[]> {
  return walletsIn(await readTotals(db));
}

/** The same of totals that were read already. */
export function walletsIn(totals: readonly RollupRow[]): RollupRow[] {
  return totals.filter((row) => row.role === 'buyer');
}

/** The rows of some wallets whose buckets lie between the first prefix and the last one, both included. */
export function readRows(
  db: History,
  wallets: readonly Wallet[],
  first: string,
  last = first,
): Promise<RollupRow[]> {
  return readBetween(db, wallets, first, afterPrefix(last), false);
}

/** The rows of some wallets whose buckets lie between two, both included. */
export function readBuckets(
  db: History,
  wallets: readonly Wallet[],
  first: string,
  last = first,
): Promise<RollupRow[]> {
  return readBetween(db, wallets, first, last, true);
}

async function readBetween(
  db: History,
  wallets: readonly Wallet[],
  first: string,
  end: string,
  isEndIn: boolean,
): Promise<RollupRow[]> {
  const parts = wallets.map(({ account, currency }) =>
    db.rollups
      .where('[role+account+currency+bucket]')
      .between(['buyer', account, currency, first], ['buyer', account, currency, end], true, isEndIn)
      .toArray(),
  );
  return (await Promise.all(parts)).flat();
}

/** Counts of the same key added up. */
export function addUp(
  rows: readonly RollupRow[],
  keyOf: (row: RollupRow) => string,
): Map<string, Record<string, number>> {
  const sums = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? {};
    for (const [name, count] of Object.entries(row.counts)) sum[name] = (sum[name] ?? 0) + count;
    sums.set(key, sum);
  }
  return sums;
}

/** The name that follows the prefix of a seller's or category's bucket. */
export function nameIn(bucket: string): string {
  return bucket.slice(bucket.indexOf('|') + 1);
}

/** The month that a month's own bucket, or one of its sellers or categories, is about. */
export function monthIn(bucket: string): string {
  return bucket.slice(bucket.indexOf('month:') + 'month:'.length).split('|')[0] ?? '';
}

/** Sums by name, the largest net first. */
export function namedSums(rows: readonly RollupRow[]): NamedSums[] {
  const net = ({ sums }: NamedSums) => sums.spentMinor - sums.refundedMinor;
  return [...addUp(rows, (row) => nameIn(row.bucket))]
    .map(([name, counts]) => ({ name, sums: sumsIn(counts) }))
    .filter(({ sums }) => ordersIn(sums) > 0)
    .sort((a, b) => net(b) - net(a) || ordersIn(b.sums) - ordersIn(a.sums) || (a.name < b.name ? -1 : 1));
}

// The first text that is greater than all that begin with the prefix.
function afterPrefix(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}
