import { type Deadline, type DeadlineKind, deadlinesOf } from '../../insights/deadlines.ts';
import type { Order, OrderStatus, Role } from '../../model/order.ts';
import type { RuleOverride } from '../../model/rule-override.ts';
import { DAY_MS } from '../../model/time.ts';
import { type History, NO_TIME, type OrderRow } from '../db.ts';
import { isOfRole } from './role-list.ts';
import { readRuleOverrides } from './rulebook.ts';

/** One clock of one order of the history. */
export interface OrderDeadline extends Deadline {
  key: string;
  order: Order;
}

/** The clocks that come next, and how many there are; `isAtLeast` where orders were left unread that may have more. */
export interface Deadlines {
  deadlines: OrderDeadline[];
  total: number;
  isAtLeast: boolean;
}

/** Rows of the history; how many more have a clock for certain, and whether others were left that may have one. */
interface Part {
  rows: OrderRow[];
  more: number;
  isCut: boolean;
}

/** A task that is late is shown for so long. */
const OVERDUE_MS = 7 * DAY_MS;
// The longest that the rulebook lets a guarantee last; and, with late days, a refund of what never came and a review.
const GUARANTEE_MS = 90 * DAY_MS;
const UNDELIVERED_MS = OVERDUE_MS + 4 * DAY_MS;
const REVIEW_MS = OVERDUE_MS + 12 * DAY_MS;
/** How long a request that was never closed is looked at for another beside it. */
const REQUEST_MS = 90 * DAY_MS;
/** An order that is not there after so long is not waited for by the day. */
const OPEN_MS = 30 * DAY_MS;
const MIN_ROWS = 200;

/** What is to be done even when it is late; of all else the past is over. */
const TASKS: ReadonlySet<DeadlineKind> = new Set([
  'ship-by',
  'collect-by',
  'deliver-by',
  'return-answer',
  'cancellation-answer',
  'undelivered-refund',
  'refund-expected',
]);

/**
 * The soonest deadlines of both roles: late tasks of the last week first, then what comes. Short ranges of the
 * indexes are read, however long the history is.
 */
export async function readDeadlines(db: History, now: number, limit: number): Promise<Deadlines> {
  const overrides = await readRuleOverrides(db);
  const rowCount = Math.max(limit, MIN_ROWS);
  const parts = await Promise.all([
    ...certainRanges(now).map((range) => readRange(db, range, rowCount, true)),
    ...possibleRanges(now).map((range) => readRange(db, range, rowCount, false)),
    readOpen(db, 'seller', 'AWAITING_COLLECTION', now, rowCount),
    readOpen(db, 'seller', 'IN_TRANSIT', now, rowCount),
    readOpen(db, 'buyer', 'UNPAID', now, rowCount),
    readOpen(db, 'buyer', 'AWAITING_SHIPMENT', now, rowCount),
    ...accountsOf(overrides).map((account) => readAccount(db, account, now, rowCount)),
  ]);
  const rows = new Map(parts.flatMap((part) => part.rows.map((row) => [row.key, row] as const)));
  const deadlines = [...rows.values()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((row) => liveOf(row, now, overrides))
    // The sort is stable: equal times stay in the order of their keys.
    .sort((a, b) => a.atMs - b.atMs);
  return {
    deadlines: deadlines.slice(0, limit),
    total: deadlines.length + parts.reduce((sum, { more }) => sum + more, 0),
    isAtLeast: parts.some(({ isCut }) => isCut),
  };
}

function liveOf({ key, order }: OrderRow, now: number, overrides: readonly RuleOverride[]): OrderDeadline[] {
  return deadlinesOf(order, now, overrides)
    .filter(({ kind, atMs }) => atMs >= (TASKS.has(kind) ? now - OVERDUE_MS : now))
    .map((deadline) => ({ ...deadline, key, order }));
}

type Range = readonly [index: keyof OrderRow & string, from: number, to: number];

/** Every order in these has a deadline. */
function certainRanges(now: number): Range[] {
  return [
    ['shipDueAt', now - OVERDUE_MS, NO_TIME],
    ['autoCancelAt', now, NO_TIME],
    ['returnDueAt', now - OVERDUE_MS, NO_TIME],
    ['cancelDueAt', now - OVERDUE_MS, NO_TIME],
    ['arrivesAt', now, NO_TIME],
    ['returnEndsAt', now, NO_TIME],
  ];
}

/**
 * Orders in these may have one: a guarantee, a refund or an answer where their market has a rule; a later clock or
 * a second request, where the first is long past.
 */
function possibleRanges(now: number): Range[] {
  return [
    ['shipDueAt', now - OPEN_MS, now - OVERDUE_MS],
    ['arrivesAt', now - UNDELIVERED_MS, now],
    ['arrivedAt', now - GUARANTEE_MS, now + 1],
    ['owedSince', now - REVIEW_MS, NO_TIME],
    ['owedSince', now - REQUEST_MS, now - REVIEW_MS],
    ['returnDueAt', now - REQUEST_MS, now - OVERDUE_MS],
    ['cancelDueAt', now - REQUEST_MS, now - OVERDUE_MS],
    ['returnDueAt', NO_TIME, Number.POSITIVE_INFINITY],
    ['cancelDueAt', NO_TIME, Number.POSITIVE_INFINITY],
  ];
}

async function readRange(
  db: History,
  [index, from, to]: Range,
  rowCount: number,
  isCertain: boolean,
): Promise<Part> {
  const range = () => db.orders.where(index).between(from, to, true, false);
  const rows = await range().limit(rowCount).toArray();
  const unread = rows.length < rowCount ? 0 : (await range().count()) - rows.length;
  return { rows, more: isCertain ? unread : 0, isCut: unread > 0 };
}

/** The orders of a status that were placed lately, the oldest first: their clocks are in no index. */
async function readOpen(
  db: History,
  role: Role,
  status: OrderStatus,
  now: number,
  rowCount: number,
): Promise<Part> {
  const placed = db.orders
    .where('[order.status+sortAt]')
    .between([status, now - OPEN_MS], [status, now], true, true);
  const keys = (await placed.primaryKeys()).filter((key) => isOfRole(key, role));
  const rows = (await db.orders.bulkGet(keys.slice(0, rowCount))).filter((row) => row !== undefined);
  return { rows, more: 0, isCut: keys.length > rowCount };
}

/** A shop with rules of the user's own: not all clocks that follow from them have an index. */
async function readAccount(db: History, account: string, now: number, rowCount: number): Promise<Part> {
  const rows = await db.orders
    .where('[order.account+sortAt]')
    .between([account, now - OPEN_MS], [account, now], true, true)
    .reverse()
    .limit(rowCount)
    .toArray();
  return { rows, more: 0, isCut: rows.length === rowCount };
}

// An account's key is its role and its name: "seller|acc_…".
function accountsOf(overrides: readonly RuleOverride[]): string[] {
  return [...new Set(overrides.map(({ accountKey }) => accountKey.slice(accountKey.indexOf('|') + 1)))];
}
