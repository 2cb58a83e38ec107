import type { History, RollupRow } from '../db.ts';

/** The sums over all orders of each account and currency: a handful of rows that most reads begin with. */
export function readTotals(db: History): Promise<RollupRow[]> {
  return db.rollups.where('bucket').equals('all').toArray();
}
