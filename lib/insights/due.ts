import { accountKey } from '../model/key.ts';
import { findMarket } from '../model/market.ts';
import type { Order, OrderReturn } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { dayOf, endOfDay, HOUR_MS, MAX_TIME_MS } from '../model/time.ts';
import { calendarOf } from '../rulebook/calendar.ts';
import { findRule, type RuleOwner, ruleWords, termsOf } from '../rulebook/find.ts';
import { HOLIDAY_YEARS } from '../rulebook/holidays.ts';
import { RULE_KINDS, type RuleKind, type WorkdaysRule } from '../rulebook/rule.ts';
import { ruleSays, termsWords } from '../rulebook/words.ts';
import { addWorkingDays, countingDay, type WorkCalendar } from '../rulebook/working-days.ts';

/** A computed time (epoch ms) and the rule that it follows from; or null, and what is missing to know it. */
export interface Due {
  atMs: number | null;
  why: string;
}

type Overrides = readonly RuleOverride[];

const NO_ZONE = 'the time zone of its shop is not known';
// A file may tell any time: years of more than four digits are read as no date, and can't be counted on from.
const MAX_DAY_LENGTH = 'YYYY-MM-DD'.length;
const OUTSIDE = `its public holidays are known for ${HOLIDAY_YEARS.from} to ${HOLIDAY_YEARS.to} only`;

/**
 * When a rule of working days falls due for a regular order, counted from when it was placed: the last second of
 * that day in the shop's zone.
 */
export function dueOf(kind: WorkdaysRule['kind'], order: Order, overrides: Overrides = []): Due {
  const { placedAt } = order;
  if (order.isPreOrder === true) return unknown('a pre-order has times of its own, and no page told them');
  if (placedAt === null) return unknown('no page told when it was ordered');
  const owner = ownerOf(order);
  const terms = termsOf(kind, owner, placedAt, overrides);
  if (terms === null) return unknown(noRule(kind, owner));
  const timeZone = terms.timeZone ?? findMarket(owner.market)?.timeZone;
  if (timeZone === undefined) return unknown(NO_ZONE);
  const day = dayOf(placedAt, timeZone);
  if (day.length > MAX_DAY_LENGTH) return unknown(OUTSIDE);
  const find = () =>
    dayDues(day, { ...terms, timeZone }, termsWords(terms), calendarOf(owner, placedAt, overrides));
  const { cutOffAt, early, late } =
    overrides.length > 0
      ? remembered(overrides, `${kind}|${owner.market}|${owner.accountKey}|${day}`, find)
      : remembered(terms, day, find);
  return placedAt < cutOffAt ? early : late;
}

/** What orders of one day are due: those before the cut-off (epoch ms; infinite without one), and those after it. */
interface DayDues {
  cutOffAt: number;
  early: Due;
  late: Due;
}

function dayDues(
  text: string,
  { cutOff, workingDays, timeZone }: { cutOff: string | null; workingDays: number; timeZone: string },
  why: string,
  calendar: WorkCalendar | { missing: string },
): DayDues {
  const day = Temporal.PlainDate.from(text);
  const due = (isLate: boolean): Due => {
    if ('missing' in calendar) return unknown(calendar.missing);
    const from = cutOff === null ? day : countingDay(day, isLate, calendar);
    const end = from && addWorkingDays(from, workingDays, calendar);
    return end === null ? unknown(OUTSIDE) : { atMs: endOfDay(end.toString(), timeZone), why };
  };
  if (cutOff === null) return { cutOffAt: Number.POSITIVE_INFINITY, early: due(false), late: due(false) };
  const { epochMilliseconds } = day.toZonedDateTime({ timeZone, plainTime: cutOff });
  return { cutOffAt: epochMilliseconds, early: due(false), late: due(true) };
}

// Orders of the same few days come over and over: counting working days costs more than all else about a row.
const dues = new WeakMap<object, Map<string, DayDues>>();
const MAX_DAYS = 1000;

function remembered(rule: object, day: string, find: () => DayDues): DayDues {
  const known = dues.get(rule) ?? new Map<string, DayDues>();
  dues.set(rule, known);
  const found = known.get(day) ?? find();
  if (known.size >= MAX_DAYS) known.clear();
  known.set(day, found);
  return found;
}

/**
 * When a request that waits for its seller approves itself. A rule in working days names no hour: the earliest
 * reading counts, the same time of day.
 */
export function answerDue(entry: OrderReturn, order: Order, overrides: Overrides = []): Due {
  const { openedAt } = entry;
  // "PENDING" is all that is not closed: the seller may have answered, and the buyer be next.
  if (!entry.status.includes('REQUEST_PENDING')) return unknown('no page told whose turn it is');
  if (openedAt === null) return unknown('no page told when it was asked for');
  const kind = entry.type === 'CANCELLATION' ? 'cancellation-answer' : 'return-answer';
  const owner = ownerOf(order);
  const terms = termsOf(kind, owner, openedAt, overrides);
  if (terms === null) return unknown(noRule(kind, owner));
  const why = termsWords(terms);
  if (terms.unit === 'hours') {
    const atMs = openedAt + terms.amount * HOUR_MS;
    return atMs > MAX_TIME_MS ? unknown(OUTSIDE) : { atMs, why };
  }
  const day = dayAfter(openedAt, terms.amount, owner, overrides);
  return typeof day === 'string' ? unknown(day) : { atMs: day.epochMilliseconds, why };
}

/** By when the seller of a buyer's order should have looked at a request for money: the end of that day. */
export function reviewDue({ openedAt }: { openedAt: number | null }, order: Order): Due {
  if (openedAt === null) return unknown('no page told when it was asked for');
  const rule = findRule('refund-review', order.market, openedAt);
  if (rule === null) return unknown(noRule('refund-review', order));
  const day = dayAfter(openedAt, rule.amount, ownerOf(order), []);
  return typeof day === 'string' ? unknown(day) : { atMs: endOf(day), why: ruleWords(rule, ruleSays(rule)) };
}

/** The same time of day so many working days after a moment, or what is missing to count them. */
function dayAfter(
  atMs: number,
  count: number,
  owner: RuleOwner,
  overrides: Overrides,
): Temporal.ZonedDateTime | string {
  const timeZone = findMarket(owner.market)?.timeZone;
  if (timeZone === undefined) return NO_ZONE;
  const calendar = calendarOf(owner, atMs, overrides);
  if ('missing' in calendar) return calendar.missing;
  if (dayOf(atMs, timeZone).length > MAX_DAY_LENGTH) return OUTSIDE;
  const start = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  const day = addWorkingDays(start.toPlainDate(), count, calendar);
  return day === null ? OUTSIDE : day.toZonedDateTime({ timeZone, plainTime: start.toPlainTime() });
}

function endOf(day: Temporal.ZonedDateTime): number | null {
  return endOfDay(day.toPlainDate().toString(), day.timeZoneId);
}

function ownerOf(order: Order): RuleOwner {
  return { market: order.market, accountKey: accountKey(order) };
}

function noRule(kind: RuleKind, { market }: Pick<RuleOwner, 'market'>): string {
  const place = findMarket(market)?.name;
  return place === undefined
    ? 'the market of this order is not known'
    : `no rule of ${place} for “${RULE_KINDS[kind]}” is known to OrderLens`;
}

function unknown(why: string): Due {
  return { atMs: null, why: `Not known: ${why}` };
}
