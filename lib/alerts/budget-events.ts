import type { History, RollupRow } from '../history/db.ts';
import { readBudgetStates } from '../history/read/spending-budgets.ts';
import { walletsIn } from '../history/read/spending-rows.ts';
import type { BudgetState } from '../insights/budgets.ts';
import { monthOfDay } from '../insights/spending-months.ts';
import type { AlertEvent } from '../model/alert.ts';
import { formatMoney } from '../model/money.ts';
import { dayOf, localTimeZone } from '../model/time.ts';
import { topicOf } from './matter.ts';

/** The parts of a budget at which something is said, in percent, the last first. */
const STEPS = [100, 80] as const;

/** What is said of the budgets of the month: the last step that each has reached. */
export async function budgetEvents(
  db: History,
  totals: readonly RollupRow[],
  now: number,
): Promise<AlertEvent[]> {
  const states = await readBudgetStates(db, walletsIn(totals), now);
  return states.flatMap((state) => {
    const { spentMinor, budget } = state;
    const step = STEPS.find((percent) => spentMinor * 100 >= budget.amountMinor * percent);
    return step === undefined ? [] : [budgetEvent(state, step, now)];
  });
}

function budgetEvent({ budget, spentMinor }: BudgetState, step: number, now: number): AlertEvent {
  const { seller, currency, amountMinor } = budget;
  const month = monthOfDay(dayOf(now, localTimeZone()));
  const topic = topicOf('budget', seller ?? '', currency, month);
  const name = seller ?? 'all shops';
  return {
    id: `${topic}|${step}`,
    kind: 'budget',
    topic,
    role: 'buyer',
    orderKey: null,
    accountKey: null,
    at: now,
    severity: 'normal',
    title: step === 100 ? `Budget spent: ${name}` : `${step} % of a budget spent: ${name}`,
    detail: `${formatMoney(spentMinor, currency)} of ${formatMoney(amountMinor, currency)} this month`,
    dueAt: null,
    why: null,
    endsAt: endOfMonth(now),
    ruleId: null,
  };
}

function endOfMonth(now: number): number {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(localTimeZone());
  return at.with({ day: 1 }).startOfDay().add({ months: 1 }).epochMilliseconds;
}
