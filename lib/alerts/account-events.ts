import type { History } from '../history/db.ts';
import { readAccounts } from '../history/read/accounts.ts';
import { readTotals } from '../history/read/totals.ts';
import type { AlertEvent, AlertRules } from '../model/alert.ts';
import { budgetEvents } from './budget-events.ts';
import { returnEvents } from './return-events.ts';
import { openAccounts, staleEvent, staleFrom } from './stale-events.ts';

/**
 * All that there is to say about shops, products and budgets at a moment, what was said before under the same id
 * included. What is not among it any more is over: the shop was seen, or the month has ended.
 */
export async function accountEvents(db: History, now: number, rules: AlertRules): Promise<AlertEvent[]> {
  const [accounts, totals] = await Promise.all([readAccounts(db), readTotals(db)]);
  const stale = openAccounts(accounts, totals)
    .filter((open) => staleFrom(open, rules) <= now)
    .map((open) => staleEvent(open, accounts, rules));
  return [
    ...stale,
    ...(await returnEvents(db, accounts, now, rules)),
    ...(await budgetEvents(db, totals, now)),
  ];
}

/** When the next shop becomes one that was not seen for long; null while none will. */
export async function nextAccountAt(db: History, now: number, rules: AlertRules): Promise<number | null> {
  const [accounts, totals] = await Promise.all([readAccounts(db), readTotals(db)]);
  const times = openAccounts(accounts, totals).map((open) => staleFrom(open, rules));
  const coming = times.filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}
