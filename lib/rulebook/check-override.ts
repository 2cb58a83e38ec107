import type { OverrideKind, RuleOverride } from '../model/rule-override.ts';

/** What a form's field is called, and what was typed into each: texts, trimmed here. */
export type OverrideField =
  | 'workingDays'
  | 'cutOff'
  | 'timeZone'
  | 'days'
  | 'dates'
  | 'amount'
  | 'unit'
  | 'percent'
  | 'windowDays';
export type TypedOverride = Partial<Record<OverrideField, string>>;

/** The rule that was typed; or the first field that is wrong, and what to type instead. */
export type CheckedOverride = { override: RuleOverride } | { field: OverrideField; problem: string };

class Wrong extends Error {
  readonly field: OverrideField;

  constructor(field: OverrideField, problem: string) {
    super(problem);
    this.field = field;
  }
}

/** Checks a rule of the user's own as it was typed into a form, for one shop. */
export function checkOverride(
  accountKey: string,
  kind: OverrideKind,
  typed: TypedOverride,
  now: number,
): CheckedOverride {
  try {
    return { override: read(kind, { accountKey, setAt: now }, typed) };
  } catch (error) {
    if (error instanceof Wrong) return { field: error.field, problem: error.message };
    throw error;
  }
}

function read(
  kind: OverrideKind,
  own: { accountKey: string; setAt: number },
  typed: TypedOverride,
): RuleOverride {
  const text = (field: OverrideField) => (typed[field] ?? '').trim();
  const whole = (field: OverrideField, what: string, least: number, most: number) => {
    const value = text(field);
    if (/^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    throw new Wrong(field, `${what} must be a whole number from ${least} to ${most}, not “${value}”.`);
  };
  switch (kind) {
    case 'dispatch':
    case 'collection':
    case 'auto-cancel':
    case 'delivery':
      return {
        ...own,
        kind,
        workingDays: whole('workingDays', 'Working days', 0, 60),
        cutOff: cutOffOf(text('cutOff')),
        timeZone: zoneOf(text('timeZone')),
      };
    case 'working-week':
      return { ...own, kind, days: daysOf(text('days')) };
    case 'holidays':
      return { ...own, kind, dates: datesOf(text('dates')) };
    case 'return-answer':
    case 'cancellation-answer':
      return {
        ...own,
        kind,
        amount: whole('amount', 'The time to answer', 1, 240),
        unit: unitOf(text('unit')),
      };
    default: {
      const windowDays = text('windowDays') === '' ? null : whole('windowDays', 'The window in days', 1, 365);
      return { ...own, kind, percent: percentOf(text('percent')), windowDays };
    }
  }
}

function cutOffOf(value: string): string | null {
  if (value === '') return null;
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value;
  throw new Wrong('cutOff', `The cut-off must be a time of day such as 14:00, not “${value}”.`);
}

function zoneOf(value: string): string | null {
  if (value === '') return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new Wrong('timeZone', `“${value}” is no time zone. Type one such as Europe/London, or nothing.`);
  }
}

function daysOf(value: string): number[] {
  const days = list(value);
  if (days.length > 0 && days.every((day) => /^[1-7]$/.test(day)))
    return [...new Set(days.map(Number))].sort();
  throw new Wrong('days', 'Choose at least one working day, from 1 for Monday to 7 for Sunday.');
}

function datesOf(value: string): string[] {
  const dates = [...new Set(list(value))].sort();
  const wrong = dates.find((date) => !isDate(date));
  if (wrong !== undefined)
    throw new Wrong('dates', `“${wrong}” is no date. Type days off such as 2026-12-25, with spaces between.`);
  if (dates.length > 200) throw new Wrong('dates', `At most 200 days off can be kept, not ${dates.length}.`);
  return dates;
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function unitOf(value: string): 'hours' | 'working-days' {
  if (value === 'hours' || value === 'working-days') return value;
  throw new Wrong('unit', 'Choose hours or working days.');
}

function percentOf(value: string): number {
  if (/^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) <= 100) return Number(value);
  throw new Wrong('percent', `The rate must be a number from 0 to 100, such as 2.5, not “${value}”.`);
}

function list(value: string): string[] {
  return value.split(/[\s,;]+/).filter((part) => part !== '');
}
