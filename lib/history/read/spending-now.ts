import type { BudgetState } from '../../insights/budgets.ts';
import { netMinor, type SpendingSums, sumsIn } from '../../insights/spending.ts';
import { monthOfDay, sameDayLastMonth } from '../../insights/spending-months.ts';
import { dayOf, localTimeZone } from '../../model/time.ts';
import type { History, RollupRow } from '../db.ts';
import { dayBucket, monthBucket } from '../rollups.ts';
import { currenciesOf, ordersWithoutCurrency } from './spending.ts';
import { readBudgetStates } from './spending-budgets.ts';
import { addUp, readBuckets, readWallets, walletsIn } from './spending-rows.ts';

/** A buyer's month so far, for the popup. */
export interface SpendingNow {
  /** Today, "2026-11-21". */
  day: string;
  currencies: CurrencyNow[];
  /** Orders that are in no total, as their currency is not known. */
  withoutCurrency: number;
}

/** The month so far in one currency, in minor units; never added to another's. */
export interface CurrencyNow {
  currency: string;
  month: SpendingSums;
  /** What the last month had come to at this day of it, net. */
  lastMonthMinor: number;
  /** Refunds that are awaited, whenever the order was placed. */
  pending: Pick<SpendingSums, 'pendingRefunds' | 'pendingRefundMinor' | 'pendingWithoutAmount'>;
  budgets: BudgetState[];
}

/**
 * Reads the month so far: the wallets' totals (unless they were read already), this month's row, and the days of
 * the last month up to today's.
 */
export async function readSpendingNow(
  db: History,
  now: number,
  known?: readonly RollupRow[],
): Promise<SpendingNow> {
  const wallets = known ? walletsIn(known) : await readWallets(db);
  const day = dayOf(now, localTimeZone());
  const lastDay = sameDayLastMonth(day);
  const [months, lastDays, budgets] = await Promise.all([
    readBuckets(db, wallets, monthBucket(monthOfDay(day))),
    readBuckets(db, wallets, dayBucket(`${monthOfDay(lastDay)}-01`), dayBucket(lastDay)),
    readBudgetStates(db, wallets, now),
  ]);
  const byCurrency = (rows: readonly RollupRow[]) => addUp(rows, (row) => row.currency);
  const [month, last, total] = [byCurrency(months), byCurrency(lastDays), byCurrency(wallets)];
  const currencies = currenciesOf(wallets).map(
    (currency): CurrencyNow => ({
      currency,
      month: sumsIn(month.get(currency) ?? {}),
      lastMonthMinor: netMinor(sumsIn(last.get(currency) ?? {})),
      pending: sumsIn(total.get(currency) ?? {}),
      budgets: budgets.filter(({ budget }) => budget.currency === currency),
    }),
  );
  return { day, currencies, withoutCurrency: ordersWithoutCurrency(wallets) };
}
