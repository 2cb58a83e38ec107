import type { AlertChannel, OwnRule } from '../../../lib/model/alert.ts';
import { minorDigits } from '../../../lib/model/money.ts';
import { readMoneyText } from '../../../lib/model/money-text.ts';
import type { OrderStatus, Role } from '../../../lib/model/order.ts';

/** A rule as the form holds it: what was typed, as it was typed. */
export interface RuleDraft {
  id: string;
  isOn: boolean;
  name: string;
  role: Role;
  event: OwnRule['when']['event'];
  status: OrderStatus;
  /** Hours before the ship-by time, or days in a status. */
  count: string;
  amount: string;
  currency: string;
  text: string;
  channel: AlertChannel;
}

/** A rule that nothing was typed into yet. */
export function emptyDraft(id: string, role: Role, currency: string): RuleDraft {
  return {
    id,
    isOn: true,
    name: '',
    role,
    event: 'new',
    status: role === 'seller' ? 'ON_HOLD' : 'DELIVERED',
    count: '',
    amount: '',
    currency,
    text: '',
    channel: 'notify',
  };
}

/** A stored rule, to be changed. */
export function draftOf({ when, only, ...rule }: OwnRule, currency: string): RuleDraft {
  const { minTotal } = only;
  const count = when.event === 'ship-by' ? when.hours : when.event === 'still' ? when.days : null;
  const empty = emptyDraft(rule.id, rule.role, minTotal?.currency ?? currency);
  return {
    ...empty,
    ...rule,
    event: when.event,
    status: 'status' in when ? when.status : empty.status,
    count: count === null ? '' : String(count),
    amount: minTotal === null ? '' : plainAmount(minTotal),
    text: only.text ?? '',
  };
}

/** The rule that a form means; a number that can't be read is NaN, for `checkOwnRule` to find. */
export function ruleOf(draft: RuleDraft): OwnRule {
  const { id, isOn, role, channel } = draft;
  const text = draft.text.trim();
  const minTotal = draft.amount.trim() === '' ? null : amountOf(draft);
  return {
    id,
    name: draft.name.trim(),
    isOn,
    role,
    when: whenOf(draft),
    only: { minTotal, text: text === '' ? null : text },
    channel,
  };
}

function whenOf({ event, status, count }: RuleDraft): OwnRule['when'] {
  const number = /^\d{1,5}$/.test(count.trim()) ? Number(count) : Number.NaN;
  if (event === 'status') return { event, status };
  if (event === 'ship-by') return { event, hours: number };
  return event === 'still' ? { event, status, days: number } : { event };
}

function amountOf({ amount, currency }: RuleDraft): { amountMinor: number; currency: string } {
  const read = readMoneyText(amount, currency);
  return { amountMinor: read?.currency === currency ? read.amountMinor : Number.NaN, currency };
}

/** 4990 USD -> "49.90", as the form reads it again. */
function plainAmount({ amountMinor, currency }: { amountMinor: number; currency: string }): string {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}
