import type { Order } from '../../lib/model/order.ts';
import type { CategoryRule } from '../../lib/model/spending.ts';

// What a buyer spent, told again from the orders and nothing else.

type Counts = Record<string, number>;
const CLOSED = (entry: Order['returns'][number]) => entry.status === 'COMPLETE' || entry.closedAt !== null;
const PARTS = ['items', 'shipping', 'tax', 'sellerDiscount', 'platformDiscount'] as const;

function isPaid(order: Order): boolean {
  if (order.paidAt !== null || ['DELIVERED', 'COMPLETED'].includes(order.status)) return true;
  if (['UNPAID', 'UNKNOWN', 'CANCELLED'].includes(order.status)) return false;
  return !/cash on delivery/i.test(order.paymentMethod ?? '');
}

/** What came back, one refund after the other; null among them is a finished one of unknown amount. */
function receipts(order: Order): (number | null)[] {
  const list: (number | null)[] = [];
  for (const entry of order.returns) {
    if (entry.type === 'CANCELLATION') continue;
    if (entry.received !== null) list.push(entry.received);
    else if (entry.status === 'COMPLETE') list.push(entry.amount);
  }
  return list;
}

/** What is missing of each refund that is awaited or short; null where no amount was promised. */
function slowMissing(order: Order): (number | null)[] {
  const isRefused = (entry: Order['returns'][number]) =>
    /reject|declin|refuse|denied|cancel|withdraw/i.test(entry.status);
  const told = order.returns.reduce((sum, entry) => sum + (entry.received ?? 0), 0);
  let rest = (order.amounts.refunded ?? 0) - told;
  const came = new Map(order.returns.map((entry) => [entry, entry.received]));
  const closedFirst = (entry: Order['returns'][number]) => (CLOSED(entry) ? 0 : 1e16) + (entry.openedAt ?? 0);
  for (const entry of order.returns.toSorted((a, b) => closedFirst(a) - closedFirst(b))) {
    if (entry.received !== null || entry.amount === null || isRefused(entry) || rest <= 0) continue;
    came.set(entry, Math.min(rest, entry.amount));
    rest -= entry.amount;
  }
  return order.returns.flatMap((entry) => {
    const got = came.get(entry) ?? null;
    if (isRefused(entry) || (entry.amount !== null && got !== null && got >= entry.amount)) return [];
    if (CLOSED(entry) && (entry.amount === null || got === null)) return [];
    return [entry.amount === null ? null : entry.amount - (got ?? 0)];
  });
}

/** The counts of one order. */
export function slowSpending(order: Order): Counts {
  const counts: Counts = {};
  for (const missing of slowMissing(order)) {
    add(counts, { pendingRefunds: 1 });
    add(counts, missing === null ? { pendingWithoutAmount: 1 } : { pendingRefundMinor: missing });
  }
  if (order.status === 'UNKNOWN' && order.paidAt === null) return add(counts, { withoutStatus: 1 });
  if (order.status === 'CANCELLED' || !isPaid(order)) return counts;
  add(counts, { paidOrders: 1 });
  const back = receipts(order);
  const { refunded, total } = order.amounts;
  const others = order.returns.filter((entry) => entry.type !== 'CANCELLATION');
  const hasParts = others.some((entry) => entry.amount !== null || entry.received !== null);
  if (back.includes(null) && (refunded === null || hasParts)) add(counts, { refundsWithoutAmount: 1 });
  if (total === null) return add(counts, { withoutAmount: 1 });
  let sum = 0;
  for (const amount of back) sum += amount ?? 0;
  return add(counts, { spentMinor: total, refundedMinor: refunded ?? sum });
}

function slowParts(order: Order): Counts {
  const { total } = order.amounts;
  const counts: Counts = {};
  if (total === null || order.status === 'CANCELLED' || !isPaid(order)) return counts;
  for (const part of PARTS) {
    const amount = order.amounts[part];
    add(
      counts,
      amount === null
        ? { [`${part}Missing`]: 1, [`${part}MissingMinor`]: total }
        : { [`${part}Minor`]: amount },
    );
  }
  return counts;
}

/** The category of an order by rules of invented, plain names. */
export function slowCategory(order: Order, rules: readonly CategoryRule[]): string {
  for (const { by, text, category } of rules) {
    const wanted = text.toLowerCase();
    if (by === 'seller' && order.counterparty?.toLowerCase() === wanted) return category;
    const words = order.items.flatMap((item) => item.name.toLowerCase().split(/[^a-z]+/));
    if (by === 'word' && words.some((word) => word.startsWith(wanted))) return category;
  }
  return 'Other';
}

/** The buckets that a buyer's order stands in beside those of every order. */
export function slowBuyerBuckets(
  order: Order,
  day: string,
  rules: readonly CategoryRule[],
): [bucket: string, counts: Counts][] {
  const month = day === 'unknown' ? day : day.slice(0, 7);
  const year = day === 'unknown' ? day : day.slice(0, 4);
  return [
    ['all', slowParts(order)],
    [`month:${month}`, slowSpending(order)],
    [`month:${month}`, slowParts(order)],
    ...[`month:${month}`, `year:${year}`, 'all'].flatMap((span): [string, Counts][] => [
      [`seller:${span}|${order.counterparty ?? ''}`, slowSpending(order)],
      [`category:${span}|${slowCategory(order, rules)}`, slowSpending(order)],
    ]),
  ];
}

function add(counts: Counts, more: Counts): Counts {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}
