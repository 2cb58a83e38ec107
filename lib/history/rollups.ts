import Dexie, { type Transaction } from 'dexie';
import { categorizer } from '../insights/categories.ts';
import { clocksOf } from '../insights/clocks.ts';
import { partsOf, spendingOf } from '../insights/spending.ts';
import { monthOfDay, yearOfMonth } from '../insights/spending-months.ts';
import { emptyOrder, type Order, type Role } from '../model/order.ts';
import type { CategoryRule } from '../model/spending.ts';
import { isPaid } from '../model/status.ts';
import { HOUR_MS } from '../model/time.ts';
import type { History, OrderRow, RollupRow } from './db.ts';
import { CATEGORY_RULES_KEY, readCategoryRules } from './read/spending-settings.ts';
import { toRow } from './row.ts';

/** The currency of orders that have none known (ISO 4217 for "no currency"). */
export const NO_CURRENCY = 'XXX';

/** The bucket of a calendar day ("YYYY-MM-DD" or "unknown"). */
export function dayBucket(day: string): string {
  return `day:${day}`;
}

/** The bucket of the hour that an instant lies in. */
export function hourBucket(atMs: number): string {
  return `hour:${String(Math.floor(atMs / HOUR_MS)).padStart(8, '0')}`;
}

/** The bucket of a buyer's month ("YYYY-MM" or "unknown"). */
export function monthBucket(month: string): string {
  return `month:${month}`;
}

/** What a buyer's spending is told apart by, within a period. */
export type SpendingAxis = 'seller' | 'category';

/** A span of time that spending is told for: the month "month:2026-11", the year "year:2026", or "all". */
export type SpendingSpan = `month:${string}` | `year:${string}` | 'all';

/**
 * The buckets of all sellers or categories of a span begin so; the name follows. The name of a seller that is
 * not known is empty. Months stand next to each other: some in a row are one range.
 */
export function axisBucket(axis: SpendingAxis, span: SpendingSpan): string {
  return `${axis}:${span}|`;
}

/** What a set of orders adds to the rollups: rows by their key, ready to be added to the stored ones. */
export class RollupDelta {
  readonly rows = new Map<string, RollupRow>();
  readonly #categoryOf: (order: Order) => string;

  /** Orders are counted into categories by these rules; the same for every delta until they change. */
  constructor(rules: readonly CategoryRule[]) {
    this.#categoryOf = categorizer(rules);
  }

  /** Counts an order in (sign 1), or out again (sign -1) before it changes or goes. */
  add(row: OrderRow, sign: 1 | -1): void {
    const { order } = row;
    const counts = countsOf(order);
    const isBuyer = order.role === 'buyer';
    this.#count(order, 'all', isBuyer ? { ...counts, ...partsOf(order) } : counts, sign);
    this.#count(order, dayBucket(row.day), counts, sign);
    if (row.shipDueAt !== undefined) this.#count(order, hourBucket(row.shipDueAt), { shipDue: 1 }, sign, '');
    if (!isBuyer) return;
    const spending = spendingOf(order);
    this.#count(order, monthBucket(monthOfDay(row.day)), { ...spending, ...partsOf(order) }, sign);
    for (const span of spansOf(row)) {
      this.#count(order, axisBucket('seller', span) + (order.counterparty ?? ''), spending, sign);
    }
    this.addToCategories(row, sign);
  }

  /** Counts an order into (or out of) its category alone. */
  addToCategories(row: OrderRow, sign: 1 | -1): void {
    const { order } = row;
    const spending = spendingOf(order);
    const category = this.#categoryOf(order);
    for (const span of spansOf(row)) {
      this.#count(order, axisBucket('category', span) + category, spending, sign);
    }
  }

  #count(
    order: Order,
    bucket: string,
    counts: Record<string, number>,
    sign: number,
    currency = order.currency ?? NO_CURRENCY,
  ): void {
    const { role, account } = order;
    const key = `${role}|${account}|${currency}|${bucket}`;
    let row = this.rows.get(key);
    if (!row) {
      row = { role, account, currency, bucket, counts: {} };
      this.rows.set(key, row);
    }
    addCounts(row.counts, counts, sign);
  }
}

/**
 * An empty delta that counts by the rules that the history has now; inside the transaction that writes. Where only
 * a seller's orders are written no rules are asked for: they are a buyer's.
 */
export async function startDelta(db: History, role: Role = 'buyer'): Promise<RollupDelta> {
  return new RollupDelta(role === 'seller' ? [] : await readCategoryRules(db));
}

/** Adds a delta to the stored rollups; inside the transaction that writes the orders. */
export async function applyDelta(db: History, delta: RollupDelta): Promise<void> {
  const changes = rowsOf(delta);
  const stored = await db.rollups.bulkGet(changes.map(keyOfRollup));
  const sums = changes.map((change, index) => {
    const counts = { ...stored[index]?.counts };
    addCounts(counts, change.counts, 1);
    return { ...change, counts };
  });
  const isEmpty = (row: RollupRow) => Object.keys(row.counts).length === 0;
  await db.rollups.bulkPut(sums.filter((row) => !isEmpty(row)));
  await db.rollups.bulkDelete(sums.filter(isEmpty).map(keyOfRollup));
}

/** Recounts every order. Returns how many rollup rows differed from the stored ones; `repair` writes the truth. */
export async function checkRollups(db: History, repair = false): Promise<{ checked: number; wrong: number }> {
  return db.transaction('rw', db.orders, db.rollups, db.meta, async () => {
    const truth = await startDelta(db);
    await db.orders.each((row) => truth.add(row, 1));
    const expected = rowsOf(truth);
    const stored = new Map((await db.rollups.toArray()).map((row) => [String(keyOfRollup(row)), row]));
    const wrong = expected.filter((row) => {
      const match = stored.get(String(keyOfRollup(row)));
      stored.delete(String(keyOfRollup(row)));
      return !match || !isSameCounts(match.counts, row.counts);
    });
    if (repair) {
      await db.rollups.clear();
      await db.rollups.bulkPut(expected);
    }
    return { checked: expected.length, wrong: wrong.length + stored.size };
  });
}

const RECOUNT_SLICE = 1000;

/**
 * Sets the rules for categories and counts every buyer's order into its category again. One transaction: when the
 * worker ends on the way, rules and totals are both as they were. Returns how many orders were counted.
 */
export async function changeCategoryRules(db: History, rules: readonly CategoryRule[]): Promise<number> {
  return db.transaction('rw', db.orders, db.rollups, db.meta, async () => {
    await db.meta.put({ key: CATEGORY_RULES_KEY, value: rules });
    await db.rollups.where('bucket').startsWith('category:').delete();
    const delta = new RollupDelta(rules);
    const { minKey, maxKey } = Dexie;
    const keys = await db.orders
      .where('[order.role+order.id]')
      .between(['buyer', minKey], ['buyer', maxKey])
      .primaryKeys();
    // In slices: a hundred thousand orders at once would be held in memory.
    for (let start = 0; start < keys.length; start += RECOUNT_SLICE) {
      for (const row of await db.orders.bulkGet(keys.slice(start, start + RECOUNT_SLICE))) {
        if (row) delta.addToCategories(row, 1);
      }
    }
    await applyDelta(db, delta);
    return keys.length;
  });
}

/**
 * Brings the buyers' orders of an older version up to this one: the fields that it did not have, their places in
 * the indexes, and their rollups.
 */
export async function recountBuyers(transaction: Transaction): Promise<void> {
  const delta = new RollupDelta([]);
  const orders = transaction.table<OrderRow>('orders').where('key').startsWith('buyer|');
  await orders.modify((row) => {
    Object.assign(row, toRow(completed(row.order)));
    delta.add(row, 1);
  });
  const rollups = transaction.table<RollupRow>('rollups');
  await rollups.filter((row) => row.role === 'buyer').delete();
  await rollups.bulkPut(rowsOf(delta));
}

// An older version's order lacks the fields that came later.
function completed(order: Order): Order {
  const returns = order.returns.map((entry) => ({ ...entry, received: entry.received ?? null }));
  return { ...emptyOrder(order.id, order), ...order, returns };
}

function rowsOf(delta: RollupDelta): RollupRow[] {
  return [...delta.rows.values()].filter((row) => Object.keys(row.counts).length > 0);
}

function spansOf(row: OrderRow): SpendingSpan[] {
  const month = monthOfDay(row.day);
  return [`month:${month}`, `year:${yearOfMonth(month)}`, 'all'];
}

function keyOfRollup(row: RollupRow): [string, string, string, string] {
  return [row.role, row.account, row.currency, row.bucket];
}

function countsOf(order: Order): Record<string, number> {
  const { total, refunded } = order.amounts;
  const counts: Record<string, number> = { orders: 1, [`status.${order.status}`]: 1 };
  const clocks = clocksOf(order);
  if (clocks.returnOpen) counts['openReturns'] = 1;
  if (clocks.cancelRequested) counts['openCancellations'] = 1;
  if (order.role === 'buyer') return { ...counts, ...spendingOf(order) };
  if (order.status === 'CANCELLED' || !isPaid(order)) return counts;
  if (hasUnknownRefund(order)) counts['refundsWithoutAmount'] = 1;
  if (total === null) return { ...counts, withoutAmount: 1 };
  counts['revenueMinor'] = total;
  // A refund is taken off what was counted, never off nothing.
  if (refunded !== null) counts['refundedMinor'] = refunded;
  return counts;
}

function hasUnknownRefund(order: Order): boolean {
  const refunds = order.returns.filter(
    (entry) => entry.type !== 'CANCELLATION' && entry.status === 'COMPLETE',
  );
  const isToldAsSum = order.amounts.refunded !== null && refunds.every((entry) => entry.amount === null);
  return !isToldAsSum && refunds.some((entry) => entry.amount === null);
}

function addCounts(into: Record<string, number>, counts: Record<string, number>, sign: number): void {
  for (const [name, count] of Object.entries(counts)) {
    const sum = (into[name] ?? 0) + sign * count;
    if (sum === 0) delete into[name];
    else into[name] = sum;
  }
}

function isSameCounts(a: Record<string, number>, b: Record<string, number>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
