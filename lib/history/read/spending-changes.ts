import { netMinor, sumsIn } from '../../insights/spending.ts';
import { largestChanges, type SpendingChange } from '../../insights/spending-changes.ts';
import type { History, RollupRow } from '../db.ts';
import { axisBucket, type SpendingAxis } from '../rollups.ts';
import { addUp, monthIn, nameIn, readRows, readWallets } from './spending-rows.ts';

/** What differs most between a month and the usual one. */
export interface MonthChanges {
  sellers: SpendingChange[];
  categories: SpendingChange[];
}

const MAX_CHANGES = 5;

/**
 * Reads the largest changes of a month against the months before it (oldest first, each next to the other). It
 * reads every seller of up to seven months, and so comes after what a room needs to open.
 */
export function readChanges(
  db: History,
  currency: string,
  month: string,
  before: readonly string[],
  isOver: boolean,
): Promise<MonthChanges> {
  return db.transaction('r', db.rollups, async () => {
    const wallets = (await readWallets(db)).filter((wallet) => wallet.currency === currency);
    const changesOf = async (axis: SpendingAxis) => {
      const first = axisBucket(axis, `month:${before[0] ?? month}`);
      const rows = await readRows(db, wallets, first, axisBucket(axis, `month:${month}`));
      const byMonth = Map.groupBy(rows, (row) => monthIn(row.bucket));
      const nets = (entry: string) => netsOf(byMonth.get(entry) ?? []);
      return largestChanges(nets(month), before.map(nets), isOver, MAX_CHANGES);
    };
    const [sellers, categories] = await Promise.all([changesOf('seller'), changesOf('category')]);
    return { sellers, categories };
  });
}

function netsOf(rows: readonly RollupRow[]): Map<string, number> {
  const sums = addUp(rows, (row) => nameIn(row.bucket));
  return new Map([...sums].map(([name, counts]) => [name, netMinor(sumsIn(counts))]));
}
