import { clocksOf } from '../insights/clocks.ts';
import type { Order } from '../model/order.ts';
import { isPaid } from '../model/status.ts';
import { HOUR_MS } from '../model/time.ts';
import type { History, OrderRow, RollupRow } from './db.ts';

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

/** What a set of orders adds to the rollups: rows by their key, ready to be added to the stored ones. */
export class RollupDelta {
  readonly rows = new Map<string, RollupRow>();

  /** Counts an order in (sign 1), or out again (sign -1) before it changes or goes. */
  add(row: OrderRow, sign: 1 | -1): void {
    const { order } = row;
    const currency = order.currency ?? NO_CURRENCY;
    const counts = countsOf(order);
    this.#count(order, currency, 'all', counts, sign);
    this.#count(order, currency, dayBucket(row.day), counts, sign);
    if (row.shipDueAt !== undefined) this.#count(order, '', hourBucket(row.shipDueAt), { shipDue: 1 }, sign);
  }

  #count(order: Order, currency: string, bucket: string, counts: Record<string, number>, sign: number): void {
    const { role, account } = order;
    const key = `${bucket}|${currency}|${role}|${account}`;
    let row = this.rows.get(key);
    if (!row) {
      row = { role, account, currency, bucket, counts: {} };
      this.rows.set(key, row);
    }
    addCounts(row.counts, counts, sign);
  }
}

/** Adds a delta to the stored rollups; inside the transaction that writes the orders. */
export async function applyDelta(db: History, delta: RollupDelta): Promise<void> {
  const changes = [...delta.rows.values()].filter((row) => Object.keys(row.counts).length > 0);
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
  return db.transaction('rw', db.orders, db.rollups, async () => {
    const truth = new RollupDelta();
    await db.orders.each((row) => truth.add(row, 1));
    const expected = [...truth.rows.values()].filter((row) => Object.keys(row.counts).length > 0);
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

function keyOfRollup(row: RollupRow): [string, string, string, string] {
  return [row.role, row.account, row.currency, row.bucket];
}

function countsOf(order: Order): Record<string, number> {
  const { total, refunded } = order.amounts;
  const counts: Record<string, number> = { orders: 1, [`status.${order.status}`]: 1 };
  const clocks = clocksOf(order);
  if (clocks.returnOpen) counts['openReturns'] = 1;
  if (clocks.cancelRequested) counts['openCancellations'] = 1;
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
