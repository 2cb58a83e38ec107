import type { BudgetState } from '../../../lib/insights/budgets.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import type { Budget } from '../../../lib/model/spending.ts';

/** What each pace looks like and is called. */
export const TONES = {
  over: { tone: 'late', label: 'Over' },
  ahead: { tone: 'soon', label: 'Too fast' },
  within: { tone: 'fine', label: 'On track' },
} as const;

/** "All shops, USD", or the shop's name. */
export function budgetName({ seller, currency }: Budget): string {
  return `${seller ?? 'All shops'}, ${currency}`;
}

/** How much of the month has passed, and where this pace leads. */
export function paceWords({ budget, spentMinor, passedShare, projectedMinor, pace }: BudgetState): string {
  const { amountMinor, currency } = budget;
  const passed = `${Math.round(passedShare * 100)} % of the month has passed.`;
  const over = (sum: number) => formatMoney(sum - amountMinor, currency);
  if (pace === 'over') return `${over(spentMinor)} over the budget. ${passed}`;
  if (projectedMinor === null) return `${passed} Too early to tell where it leads.`;
  const end = `At this pace ${formatMoney(projectedMinor, currency)} by the end`;
  return pace === 'ahead' ? `${passed} ${end}, ${over(projectedMinor)} over.` : `${passed} ${end}.`;
}
