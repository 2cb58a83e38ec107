import type { RollupRow } from '../../lib/history/db.ts';
import { clocksOf } from '../../lib/insights/clocks.ts';
import type { Order } from '../../lib/model/order.ts';
import type { CategoryRule } from '../../lib/model/spending.ts';
import { slowBuyerBuckets, slowSpending } from './slow-spending.ts';

// Sums over orders, told again from the documents and nothing else: every order, one after the other.

const ZONES: Record<string, string> = {
  US: 'America/Los_Angeles',
  GB: 'Europe/London',
  VN: 'Asia/Ho_Chi_Minh',
  BR: 'America/Sao_Paulo',
};

/** The calendar day of an instant in a market. */
export function slowDay(at: number, market: string | null): string {
  const timeZone = ZONES[market ?? ''] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return new Date(at).toLocaleDateString('sv-SE', { timeZone });
}

export function slowPaid(order: Order): boolean {
  const isCash = /cash on delivery/i.test(order.paymentMethod ?? '');
  const isDone = order.status === 'DELIVERED' || order.status === 'COMPLETED';
  if (order.paidAt !== null || isDone) return true;
  return !['UNPAID', 'UNKNOWN', 'CANCELLED'].includes(order.status) && !isCash;
}

const isOpen = (entry: Order['returns'][number]) => entry.status !== 'COMPLETE' && entry.closedAt === null;

function countsOf(order: Order): Record<string, number> {
  const counts: Record<string, number> = { orders: 1, [`status.${order.status}`]: 1 };
  const open = order.returns.filter(isOpen);
  if (open.some((entry) => entry.type !== 'CANCELLATION')) counts['openReturns'] = 1;
  if (order.status !== 'CANCELLED' && open.some((entry) => entry.type === 'CANCELLATION'))
    counts['openCancellations'] = 1;
  if (order.role === 'buyer') return { ...counts, ...slowSpending(order) };
  if (order.status === 'CANCELLED' || !slowPaid(order)) return counts;
  const { total, refunded } = order.amounts;
  const done = order.returns.filter((entry) => entry.type !== 'CANCELLATION' && entry.status === 'COMPLETE');
  const unknown = done.filter((entry) => entry.amount === null).length;
  // A sum that was told without its parts is whole; beside parts, what has no amount is missing.
  const isSum = refunded !== null && unknown === done.length;
  if (unknown > 0 && !isSum) counts['refundsWithoutAmount'] = 1;
  if (total === null) counts['withoutAmount'] = 1;
  else {
    counts['revenueMinor'] = total;
    if (refunded !== null) counts['refundedMinor'] = refunded;
  }
  return counts;
}

function bucketsOf(
  order: Order,
  rules: readonly CategoryRule[],
): [currency: string, bucket: string, counts: Record<string, number>][] {
  const currency = order.currency ?? 'XXX';
  const market = order.role === 'buyer' ? null : order.market;
  const day = order.placedAt === null ? 'unknown' : slowDay(order.placedAt, market);
  const buckets: ReturnType<typeof bucketsOf> = [
    [currency, 'all', countsOf(order)],
    [currency, `day:${day}`, countsOf(order)],
  ];
  if (order.role === 'buyer') {
    for (const [bucket, counts] of slowBuyerBuckets(order, day, rules))
      buckets.push([currency, bucket, counts]);
  }
  const isToShip = order.status === 'AWAITING_SHIPMENT' || order.status === 'PARTIALLY_SHIPPING';
  // The page's own time, else the rulebook's (test/unit/deadline-cases.ts has those by hand).
  const due = clocksOf(order).shipByAt;
  // A buyer's orders are nothing that the user must ship.
  if (order.role === 'seller' && isToShip && due !== null) {
    const hour = String((due - (due % 3_600_000)) / 3_600_000);
    buckets.push(['', `hour:${'0'.repeat(8 - hour.length)}${hour}`, { shipDue: 1 }]);
  }
  return buckets;
}

/** The rollup rows that a set of orders must have, by key, without counts of nothing. */
export function slowRollups(
  orders: readonly Order[],
  rules: readonly CategoryRule[] = [],
): Map<string, Record<string, number>> {
  const sums = new Map<string, Record<string, number>>();
  for (const order of orders) {
    for (const [currency, bucket, counts] of bucketsOf(order, rules)) {
      const key = JSON.stringify([order.role, order.account, currency, bucket]);
      const sum = sums.get(key) ?? {};
      for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
      sums.set(key, sum);
    }
  }
  for (const [key, sum] of sums) {
    for (const [name, count] of Object.entries(sum)) if (count === 0) delete sum[name];
    if (Object.keys(sum).length === 0) sums.delete(key);
  }
  return sums;
}

/** Stored rollup rows in the same form. */
export function storedRollups(rows: readonly RollupRow[]): Map<string, Record<string, number>> {
  return new Map(
    rows.map((row) => [JSON.stringify([row.role, row.account, row.currency, row.bucket]), row.counts]),
  );
}
