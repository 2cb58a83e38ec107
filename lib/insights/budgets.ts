import type { Budget } from '../model/spending.ts';
import { plainName } from './categories.ts';

/** How a budget stands in the present month. */
export interface BudgetState {
  budget: Budget;
  spentMinor: number;
  /** Which part of the budget is spent, and which part of the month has passed; 0.5 is half. */
  usedShare: number;
  passedShare: number;
  /** What the month comes to at this pace; null while it is too young to tell. */
  projectedMinor: number | null;
  /** Over the budget, on the way over it, or within it. */
  pace: 'over' | 'ahead' | 'within';
}

// Three days of a month: before, one order would be projected to thirty.
const MIN_PASSED_SHARE = 0.1;

/** How a budget stands when so much was spent and such a part (0 to 1) of the month has passed. */
export function budgetState(budget: Budget, spentMinor: number, passedShare: number): BudgetState {
  const projectedMinor =
    passedShare < MIN_PASSED_SHARE ? null : Math.round(Math.max(spentMinor, spentMinor / passedShare));
  const isAhead = projectedMinor !== null && projectedMinor > budget.amountMinor;
  return {
    budget,
    spentMinor,
    usedShare: spentMinor / budget.amountMinor,
    passedShare,
    projectedMinor,
    pace: spentMinor > budget.amountMinor ? 'over' : isAhead ? 'ahead' : 'within',
  };
}

/** A list of budgets with one added, in place of the one for the same seller and currency. */
export function withBudget(budgets: readonly Budget[], added: Budget): Budget[] {
  return [...withoutBudget(budgets, added), added];
}

/** A list of budgets without the one for a seller and currency. */
export function withoutBudget(budgets: readonly Budget[], gone: Budget): Budget[] {
  return budgets.filter(
    (entry) => !isSameSeller(entry.seller, gone.seller) || entry.currency !== gone.currency,
  );
}

/** A shop as the history has it ("lamp house" -> "Lamp House"); a name that is not known stays as it was typed. */
export function knownSeller(typed: string, sellers: readonly string[]): string {
  return sellers.find((name) => isSameSeller(name, typed)) ?? typed;
}

/** Whether two names are one shop's; null, all shops, is the same as null alone. */
export function isSameSeller(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : plainName(a) === plainName(b);
}
