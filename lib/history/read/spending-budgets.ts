import { type BudgetState, budgetState, isSameSeller } from '../../insights/budgets.ts';
import { netMinor, sumsIn } from '../../insights/spending.ts';
import { monthOfDay, monthProgress } from '../../insights/spending-months.ts';
import type { Budget } from '../../model/spending.ts';
import { dayOf, localTimeZone } from '../../model/time.ts';
import type { History, RollupRow } from '../db.ts';
import { axisBucket, monthBucket } from '../rollups.ts';
import { nameIn, readRows, type Wallet } from './spending-rows.ts';
import { readBudgets } from './spending-settings.ts';

/** How every budget stands in the present month: the whole month's first, then by seller. */
export async function readBudgetStates(
  db: History,
  wallets: readonly Wallet[],
  now: number,
): Promise<BudgetState[]> {
  const budgets = await readBudgets(db);
  if (budgets.length === 0) return [];
  const timeZone = localTimeZone();
  const month = monthOfDay(dayOf(now, timeZone));
  const passedShare = monthProgress(now, timeZone);
  const states = budgets.map(async (budget) =>
    budgetState(budget, await spentOf(db, wallets, budget, month), passedShare),
  );
  return (await Promise.all(states)).sort((a, b) => compare(a.budget, b.budget));
}

async function spentOf(
  db: History,
  wallets: readonly Wallet[],
  { seller, currency }: Budget,
  month: string,
): Promise<number> {
  const own = wallets.filter((wallet) => wallet.currency === currency);
  const rows =
    seller === null
      ? await readMonth(db, own, month)
      : (await readRows(db, own, axisBucket('seller', `month:${month}`))).filter(({ bucket }) =>
          isSameSeller(nameIn(bucket), seller),
        );
  return rows.reduce((sum, row) => sum + netMinor(sumsIn(row?.counts ?? {})), 0);
}

function readMonth(
  db: History,
  wallets: readonly Wallet[],
  month: string,
): Promise<(RollupRow | undefined)[]> {
  return db.rollups.bulkGet(
    wallets.map(({ account, currency }) => ['buyer', account, currency, monthBucket(month)] as const),
  );
}

function compare(a: Budget, b: Budget): number {
  const rank = (budget: Budget) =>
    `${budget.seller === null ? 0 : 1}${budget.currency}${budget.seller ?? ''}`;
  return rank(a) < rank(b) ? -1 : 1;
}
