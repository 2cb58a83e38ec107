import type { OwedSum } from '../../insights/owed.ts';
import { sumsIn } from '../../insights/spending.ts';
import { type History, NO_TIME, type OrderRow } from '../db.ts';
import { NO_CURRENCY } from '../rollups.ts';
import { addUp, readWallets } from './spending-rows.ts';

/** Orders with money owed, those that wait longest first; and what all of them owe together. */
export interface OwedOrders {
  rows: OrderRow[];
  /** How many there are, with those that were not read. */
  orderCount: number;
  sum: OwedSum;
}

/** Reads the first so many orders with money owed. The sums come from the rollups, the same few rows for any number. */
export async function readOwed(db: History, limit: number): Promise<OwedOrders> {
  const owed = () => db.orders.where('owedSince').between(0, NO_TIME);
  const [rows, orderCount, sum] = await Promise.all([
    owed().limit(limit).toArray(),
    owed().count(),
    readOwedSum(db),
  ]);
  return { rows, orderCount, sum };
}

async function readOwedSum(db: History): Promise<OwedSum> {
  const byCurrency = addUp(await readWallets(db), ({ currency }) => currency);
  const sum: OwedSum = { totals: [], withoutAmount: 0 };
  for (const [currency, counts] of byCurrency) {
    const { pendingRefunds, pendingRefundMinor, pendingWithoutAmount } = sumsIn(counts);
    // An amount without a currency is in no total.
    const refunds = currency === NO_CURRENCY ? 0 : pendingRefunds - pendingWithoutAmount;
    sum.withoutAmount += pendingRefunds - refunds;
    if (refunds > 0) sum.totals.push({ currency, amountMinor: pendingRefundMinor, refunds });
  }
  sum.totals.sort((a, b) => b.amountMinor - a.amountMinor);
  return sum;
}
