import type { OverrideKind, RuleOverride } from '../../../lib/model/rule-override.ts';
import type { OverrideField, TypedOverride } from '../../../lib/rulebook/check-override.ts';
import type { Rule, RuleKind } from '../../../lib/rulebook/rule.ts';

const WORKDAYS = ['workingDays', 'cutOff', 'timeZone'] as const;
const ANSWER = ['amount', 'unit'] as const;
const METRIC = ['percent', 'windowDays'] as const;

/** What is typed for each kind of rule that a user may set for a shop. */
export const FIELDS_OF: Readonly<Record<OverrideKind, readonly OverrideField[]>> = {
  dispatch: WORKDAYS,
  collection: WORKDAYS,
  'auto-cancel': WORKDAYS,
  delivery: WORKDAYS,
  'working-week': ['days'],
  holidays: ['dates'],
  'return-answer': ANSWER,
  'cancellation-answer': ANSWER,
  'late-dispatch': METRIC,
  'seller-fault-cancellation': METRIC,
  'valid-tracking': METRIC,
};

/** What a field is called, and what may be typed into it. */
export const FIELD_WORDS: Readonly<Record<OverrideField, { label: string; hint: string }>> = {
  workingDays: { label: 'Working days', hint: '0 is the day of the order' },
  cutOff: { label: 'Cut-off', hint: 'like 14:00, or nothing' },
  timeZone: { label: 'Time zone', hint: 'like Europe/London; nothing: the market’s' },
  days: { label: 'Working days', hint: '1 is Monday, 7 is Sunday' },
  dates: { label: 'Days off', hint: 'like 2026-12-25, with spaces between; no others count' },
  amount: { label: 'Time to answer', hint: '' },
  unit: { label: 'Counted in', hint: '' },
  percent: { label: 'Percent', hint: 'like 2.5' },
  windowDays: { label: 'Over days', hint: 'nothing: not known' },
};

/** Whether a user may set a kind of rule for a shop. */
export function isSettable(kind: RuleKind): kind is OverrideKind {
  return Object.hasOwn(FIELDS_OF, kind);
}

/** What the form begins with: the values of what holds now. */
export function typedOf(kind: OverrideKind, rule: Rule | RuleOverride | null): TypedOverride {
  const typed: TypedOverride =
    kind === 'return-answer' || kind === 'cancellation-answer' ? { unit: 'hours' } : {};
  for (const field of FIELDS_OF[kind]) {
    const value: unknown = rule === null ? null : Reflect.get(rule, field);
    if (Array.isArray(value)) typed[field] = value.join(' ');
    else if (typeof value === 'string' || typeof value === 'number') typed[field] = String(value);
  }
  if (rule?.kind === 'holidays' && 'years' in rule) typed.dates = datesOf(rule.years);
  return typed;
}

// "MMDD" by year, as the rulebook keeps them, to whole dates.
function datesOf(years: Readonly<Record<string, string>>): string {
  return Object.entries(years)
    .flatMap(([year, days]) =>
      [...days.matchAll(/(\d\d)(\d\d)/g)].map(([, month, day]) => `${year}-${month}-${day}`),
    )
    .join(' ');
}
