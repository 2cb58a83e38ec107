import { accountKey } from '../model/key.ts';
import { findMarket } from '../model/market.ts';
import type { Order, OrderReturn } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { endOfDay, HOUR_MS } from '../model/time.ts';
import { calendarOf } from '../rulebook/calendar.ts';
import { findRule, type RuleOwner, ruleWords, termsOf } from '../rulebook/find.ts';
import { HOLIDAY_YEARS } from '../rulebook/holidays.ts';
import { RULE_KINDS, type RuleKind, type WorkdaysRule } from '../rulebook/rule.ts';
import { ruleSays, termsWords } from '../rulebook/words.ts';
import { addWorkingDays, countingDay } from '../rulebook/working-days.ts';

/** A computed time (epoch ms) and the rule that it follows from; or null, and what is missing to know it. */
export interface Due {
  atMs: number | null;
  why: string;
}

type Overrides = readonly RuleOverride[];

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
  const day = dayAfter(placedAt, terms.workingDays, owner, overrides, terms);
  return typeof day === 'string' ? unknown(day) : { atMs: endOf(day), why: termsWords(terms) };
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
  if (terms.unit === 'hours') return { atMs: openedAt + terms.amount * HOUR_MS, why };
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

interface Counting {
  cutOff: string | null;
  timeZone: string | null;
}

/** The same time of day so many working days after a moment, or what is missing to count them. */
function dayAfter(
  atMs: number,
  count: number,
  owner: RuleOwner,
  overrides: Overrides,
  { cutOff, timeZone }: Counting = { cutOff: null, timeZone: null },
): Temporal.ZonedDateTime | string {
  const zone = timeZone ?? findMarket(owner.market)?.timeZone;
  if (zone === undefined) return 'the time zone of its shop is not known';
  const calendar = calendarOf(owner, atMs, overrides);
  if ('missing' in calendar) return calendar.missing;
  const start = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  const from = countingDay(start, cutOff, calendar);
  const day = from && addWorkingDays(from, count, calendar);
  if (day === null)
    return `its public holidays are known for ${HOLIDAY_YEARS.from} to ${HOLIDAY_YEARS.to} only`;
  return day.toZonedDateTime({ timeZone: zone, plainTime: start.toPlainTime() });
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
