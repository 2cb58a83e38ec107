import type { BudgetState } from '../../insights/budgets.ts';
import {
  netMinor,
  ordersIn,
  type PartSum,
  partsIn,
  type SpendingSums,
  sumsIn,
} from '../../insights/spending.ts';
import { median } from '../../insights/spending-changes.ts';
import { monthAfter, monthOfDay, monthsUpTo, yearOfMonth } from '../../insights/spending-months.ts';
import type { CategoryRule } from '../../model/spending.ts';
import { dayOf, localTimeZone } from '../../model/time.ts';
import type { History, RollupRow } from '../db.ts';
import { axisBucket, monthBucket, NO_CURRENCY, type SpendingSpan } from '../rollups.ts';
import { readBudgetStates } from './spending-budgets.ts';
import { addUp, monthIn, type NamedSums, namedSums, readRows, readWallets } from './spending-rows.ts';
import { readCategoryRules } from './spending-settings.ts';

/** What the room "Spending" shows: a month ("2026-11"), a year ("2026") or everything. */
export type Period = { kind: 'month'; month: string } | { kind: 'year'; year: string } | { kind: 'all' };

/** What a buyer spent in a period, in one currency; amounts in minor units. */
export interface SpendingData {
  /** The currencies that have orders, the most used first, and the one that everything below is in. */
  currencies: string[];
  currency: string | null;
  /** Orders, paid or of a status that is not known, without a currency (in no total) and without a date (in no month). */
  withoutCurrency: number;
  undated: number;
  /** Every month that has orders, oldest first. */
  months: { month: string; sums: SpendingSums }[];
  sums: SpendingSums;
  parts: PartSum[];
  sellers: NamedSums[];
  categories: NamedSums[];
  /** For a month: how it differs from the usual, the median of the months before it. */
  usual: UsualMonth | null;
  budgets: BudgetState[];
  rules: CategoryRule[];
  /** The month that it is for the person at the browser. */
  thisMonth: string;
}

/** A month beside the usual one. */
export interface UsualMonth {
  /** The months that the usual is the median of: up to six, oldest first. */
  months: string[];
  usualMinor: number;
  /** Whether the month is over: before, less than the usual means nothing yet. */
  isOver: boolean;
}

const USUAL_MONTHS = 6;

/** Reads a period of a buyer's spending from the rollups: rows of its months, sellers and categories, no orders. */
export function readSpending(
  db: History,
  period: Period,
  currency: string | null,
  now: number,
): Promise<SpendingData> {
  return db.transaction('r', db.rollups, db.meta, async () => {
    const all = await readWallets(db);
    const currencies = currenciesOf(all);
    const chosen = currency !== null && currencies.includes(currency) ? currency : (currencies[0] ?? null);
    const wallets = all.filter((wallet) => wallet.currency === chosen);
    const thisMonth = monthOfDay(dayOf(now, localTimeZone()));
    const span = spanOf(period);
    const [monthRows, sellers, categories, budgets, rules] = await Promise.all([
      readRows(db, wallets, monthBucket('')),
      readRows(db, wallets, axisBucket('seller', span)),
      readRows(db, wallets, axisBucket('category', span)),
      readBudgetStates(db, all, now),
      readCategoryRules(db),
    ]);
    const byMonth = addUp(monthRows, (row) => monthIn(row.bucket));
    const counts = countsOf(monthRows, period);
    return {
      currencies,
      currency: chosen,
      withoutCurrency: ordersWithoutCurrency(all),
      undated: ordersIn(sumsIn(byMonth.get('unknown') ?? {})),
      months: monthSums(byMonth),
      sums: sumsIn(counts),
      parts: partsIn(counts),
      sellers: namedSums(sellers),
      categories: namedSums(categories),
      usual: period.kind === 'month' ? usualOf(byMonth, period.month, thisMonth) : null,
      budgets,
      rules,
      thisMonth,
    };
  });
}

/** The currencies of a buyer's orders, the most used first; without the one that stands for none. */
export function currenciesOf(wallets: readonly RollupRow[]): string[] {
  const orders = addUp(wallets, (wallet) => wallet.currency);
  return [...orders]
    .filter(([currency, counts]) => currency !== NO_CURRENCY && (counts['orders'] ?? 0) > 0)
    .sort(([a, x], [b, y]) => (y['orders'] ?? 0) - (x['orders'] ?? 0) || (a < b ? -1 : 1))
    .map(([currency]) => currency);
}

/** Orders, paid or of a status that is not known, whose currency is not known: they are in no total. */
export function ordersWithoutCurrency(wallets: readonly RollupRow[]): number {
  const none = wallets.filter((wallet) => wallet.currency === NO_CURRENCY);
  return none.reduce((sum, wallet) => sum + ordersIn(sumsIn(wallet.counts)), 0);
}

function spanOf(period: Period): SpendingSpan {
  if (period.kind === 'month') return `month:${period.month}`;
  return period.kind === 'year' ? `year:${period.year}` : 'all';
}

function countsOf(rows: readonly RollupRow[], period: Period): Record<string, number> {
  const isIn = (month: string) => {
    if (period.kind === 'month') return month === period.month;
    return period.kind === 'all' || yearOfMonth(month) === period.year;
  };
  return (
    addUp(
      rows.filter((row) => isIn(monthIn(row.bucket))),
      () => '',
    ).get('') ?? {}
  );
}

function monthSums(byMonth: ReadonlyMap<string, Record<string, number>>): SpendingData['months'] {
  return [...byMonth]
    .map(([month, counts]) => ({ month, sums: sumsIn(counts) }))
    .filter(({ month, sums }) => month !== 'unknown' && ordersIn(sums) > 0)
    .sort((a, b) => a.month.length - b.month.length || (a.month < b.month ? -1 : 1));
}

function usualOf(
  byMonth: ReadonlyMap<string, Record<string, number>>,
  month: string,
  thisMonth: string,
): UsualMonth | null {
  const first = [...byMonth.keys()].sort()[0] ?? month;
  const before = monthsUpTo(monthAfter(month, -1), USUAL_MONTHS).filter((entry) => entry >= first);
  if (before.length === 0) return null;
  const nets = before.map((entry) => netMinor(sumsIn(byMonth.get(entry) ?? {})));
  return { months: before, usualMinor: median(nets), isOver: month < thisMonth };
}
