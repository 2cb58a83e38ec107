import type { OverrideKind, RuleOverride } from '../model/rule-override.ts';
import { dayOf, localTimeZone } from '../model/time.ts';
import type { MetricRule, Rule, RuleOf } from './rule.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What the values of a rule or of a user's own rule say: "2 working days after the order", "at most 4 %". */
export function ruleSays(rule: Rule | RuleOverride): string {
  switch (rule.kind) {
    case 'dispatch':
    case 'collection':
    case 'auto-cancel':
    case 'delivery':
      return workdaysSay(rule);
    case 'working-week':
      return weekSays(rule.days);
    case 'holidays':
      return 'years' in rule
        ? `the public holidays of ${Object.keys(rule.years).join(', ')}`
        : `${count(rule.dates.length, 'day')} off`;
    case 'return-answer':
    case 'cancellation-answer':
    case 'refund-review':
      return `${count(rule.amount, rule.unit === 'hours' ? 'hour' : 'working day')} after it was asked for`;
    case 'chat-answer':
      return `${count(rule.hours, 'hour')}${rule.percent === null ? '' : `, for at least ${rule.percent} % of chats`}`;
    case 'late-dispatch':
    case 'seller-fault-cancellation':
    case 'valid-tracking':
      return metricSays(rule);
    case 'free-cancel':
      return 'until it is “Awaiting collection”';
    default:
      return `${count(rule.days, 'day')} ${rule.kind === 'undelivered-refund' ? 'after the estimated delivery' : 'from delivery'}`;
  }
}

/** "Rule: 30 days from delivery (shop.tiktok.com/us/protections, checked 21 Nov 2026)". */
export function ruleWords(rule: Rule, what: string): string {
  const reported = rule.certainty === 'reported' ? 'reported by ' : '';
  return `Rule: ${what} (${reported}${rule.source}, checked ${dayWords(rule.checkedOn)})`;
}

/** Who says a rule: the same, or "Your own rule: 1 working day after the order, set 21 Nov 2026". */
export function termsWords(terms: RuleOf<OverrideKind> | RuleOverride): string {
  const what = ruleSays(terms);
  return 'setAt' in terms
    ? `Your own rule: ${what}, set ${dayWords(dayOf(terms.setAt, localTimeZone()))}`
    : ruleWords(terms, what);
}

// By hand: a formatter would be made as the popup loads, for a date that it may never show.
function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function workdaysSay({ workingDays, cutOff }: { workingDays: number; cutOff: string | null }): string {
  const span =
    workingDays === 0 ? 'the day of the order' : `${count(workingDays, 'working day')} after the order`;
  if (cutOff === null) return `${span}, until 23:59`;
  return `${span}, until 23:59; from ${cutOff} on and on days off an order counts from the next working day`;
}

function weekSays(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? first;
  const name = (day: number) => WEEKDAYS[day - 1] ?? '';
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${name(first)} to ${name(last)}`;
  return sorted.map(name).join(', ');
}

function metricSays(rule: MetricRule | Extract<RuleOverride, { percent: number }>): string {
  const window = rule.windowDays === null ? '' : ` over ${count(rule.windowDays, 'day')}`;
  return `${rule.kind === 'valid-tracking' ? 'at least' : 'at most'} ${rule.percent} %${window}`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
