import type { Budget, CategoryRule } from '../../model/spending.ts';
import type { History } from '../db.ts';

/** What the user decided about spending stands in `meta` under keys that begin so. */
export const SPENDING_SETTINGS = 'spending.';
export const CATEGORY_RULES_KEY = `${SPENDING_SETTINGS}categoryRules`;
export const BUDGETS_KEY = `${SPENDING_SETTINGS}budgets`;

/** The rules that put orders into categories, in the order in which they are tried. */
export function readCategoryRules(db: History): Promise<CategoryRule[]> {
  return readList(db, CATEGORY_RULES_KEY);
}

/** The monthly budgets. */
export function readBudgets(db: History): Promise<Budget[]> {
  return readList(db, BUDGETS_KEY);
}

// Only the background writes them, and it has parsed what it writes.
async function readList<T>(db: History, key: string): Promise<T[]> {
  const value = (await db.meta.get(key))?.value;
  return Array.isArray(value) ? value : [];
}
