import type { OrderDeadline } from '../../../lib/history/read/deadlines.ts';
import type { DeadlineKind } from '../../../lib/insights/deadlines.ts';
import type { Role } from '../../../lib/model/order.ts';

/** Which clocks are shown; null for all. */
export interface ClockFilter {
  role: Role | null;
  kind: DeadlineKind | null;
  account: string | null;
}

export const NO_FILTER: ClockFilter = { role: null, kind: null, account: null };

/** What each kind of clock is about, as its list names it. */
export const CLOCK_WORDS: Record<DeadlineKind, string> = {
  'ship-by': 'Ship',
  'collect-by': 'Hand over to the carrier',
  'auto-cancel': 'Cancels itself',
  'deliver-by': 'Be delivered',
  'return-answer': 'Answer the return',
  'cancellation-answer': 'Answer the cancellation',
  'pay-by': 'Pay',
  delivery: 'Arrives',
  'undelivered-refund': 'Refund if it is not here',
  'return-window': 'Return it',
  guarantee: 'Guarantee',
  'refund-expected': 'Refund expected',
};

/** Whether a clock is one of those that are shown. */
export function passes({ kind, order }: OrderDeadline, filter: ClockFilter): boolean {
  return (
    (filter.role === null || order.role === filter.role) &&
    (filter.kind === null || kind === filter.kind) &&
    (filter.account === null || order.account === filter.account)
  );
}
