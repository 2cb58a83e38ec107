import { timeZoneOf } from '../../model/market.ts';
import { dayOf, HOUR_MS } from '../../model/time.ts';
import type { AccountRow, History, OrderRow, RollupRow } from '../db.ts';
import { dayBucket, hourBucket } from '../rollups.ts';
import { readTotals } from './totals.ts';

/** A seller's day at a glance: a handful of rollup rows, however long the history is. */
export interface SellerSummary {
  toShip: number;
  dueIn24h: number;
  overdue: number;
  /** Packed, and waiting for the carrier: Seller Center counts these under To ship too. */
  awaitingCollection: number;
  inTransit: number;
  openReturns: number;
  openCancellations: number;
  orderCount: number;
  revenue: RevenueSummary[];
  /** The order whose ship-by time passed first, the next one due, and the returns to answer first. */
  firstOverdue: OrderRow | null;
  nextDue: OrderRow | null;
  nextReturn: OrderRow | null;
  nextCancellation: OrderRow | null;
}

/** Net revenue of one currency, in minor units; never added to another's. */
export interface RevenueSummary {
  currency: string;
  todayMinor: number;
  monthMinor: number;
  monthRefundedMinor: number;
  /** Paid orders of this month whose amount is not known, and refunds likewise. */
  withoutAmount: number;
  refundsWithoutAmount: number;
  /** The last 30 days, oldest first. */
  days: { day: string; amountMinor: number; orders: number }[];
}

const REVENUE_DAYS = 30;

/** Reads the summary of some seller accounts at a moment; of totals that were read already where there are some. */
export async function readSellerSummary(
  db: History,
  accounts: readonly AccountRow[],
  now: number,
  known?: readonly RollupRow[],
): Promise<SellerSummary> {
  const names = new Set(accounts.map((account) => account.account));
  const isOurs = (row: { role: string; account: string }) => row.role === 'seller' && names.has(row.account);
  const totals = (known ?? (await readTotals(db))).filter(isOurs);
  const sum = (name: string) => totals.reduce((all, row) => all + (row.counts[name] ?? 0), 0);
  const isOwnOrder = (row: OrderRow) => isOurs(row.order);
  const [due, revenue, firsts] = await Promise.all([
    countDue(db, isOurs, now),
    readRevenue(db, accounts, totals, now),
    readFirsts(db, isOwnOrder, now),
  ]);
  return {
    toShip: sum('status.AWAITING_SHIPMENT') + sum('status.PARTIALLY_SHIPPING'),
    ...due,
    awaitingCollection: sum('status.AWAITING_COLLECTION'),
    inTransit: sum('status.IN_TRANSIT'),
    openReturns: sum('openReturns'),
    openCancellations: sum('openCancellations'),
    orderCount: sum('orders'),
    revenue,
    ...firsts,
  };
}

async function readFirsts(db: History, isOwn: (row: OrderRow) => boolean, now: number) {
  const first = async (index: 'shipDueAt' | 'returnDueAt' | 'cancelDueAt', from: number, to: number) =>
    (await db.orders.where(index).between(from, to, true, false).and(isOwn).first()) ?? null;
  const [firstOverdue, nextDue, nextReturn, nextCancellation] = await Promise.all([
    first('shipDueAt', 0, now),
    first('shipDueAt', now, Number.POSITIVE_INFINITY),
    first('returnDueAt', 0, Number.POSITIVE_INFINITY),
    first('cancelDueAt', 0, Number.POSITIVE_INFINITY),
  ]);
  return { firstOverdue, nextDue, nextReturn, nextCancellation };
}

/**
 * Open ship-by times before now, and from now to 24 hours on: whole hours from the rollups, and the two hours
 * that the limits cut from the orders' index.
 */
async function countDue(
  db: History,
  isOurs: (row: { role: string; account: string }) => boolean,
  now: number,
): Promise<{ overdue: number; dueIn24h: number }> {
  const end = now + 24 * HOUR_MS;
  const inHourOf = async (at: number) => {
    const start = Math.floor(at / HOUR_MS) * HOUR_MS;
    const rows = await db.orders
      .where('shipDueAt')
      .between(start, start + HOUR_MS, true, false)
      .toArray();
    return rows.filter((row) => isOurs(row.order)).map((row) => row.shipDueAt ?? 0);
  };
  const [hours, cutNow, cutEnd] = await Promise.all([
    db.rollups.where('bucket').between(hourBucket(0), hourBucket(end), true, false).toArray(),
    inHourOf(now),
    inHourOf(end),
  ]);
  const whole = (from: string, to: string) =>
    hours
      .filter((row) => isOurs(row) && row.bucket >= from && row.bucket < to)
      .reduce((sum, row) => sum + (row.counts['shipDue'] ?? 0), 0);
  return {
    overdue: whole('', hourBucket(now)) + cutNow.filter((at) => at < now).length,
    dueIn24h:
      whole(hourBucket(now + HOUR_MS), hourBucket(end)) +
      cutNow.filter((at) => at >= now).length +
      cutEnd.filter((at) => at < end).length,
  };
}

async function readRevenue(
  db: History,
  accounts: readonly AccountRow[],
  totals: readonly RollupRow[],
  now: number,
): Promise<RevenueSummary[]> {
  const byCurrency = new Map<string, RevenueSummary>();
  const reads = totals.map(async ({ account, currency }) => {
    const market = accounts.find((entry) => entry.account === account)?.market ?? null;
    const today = dayOf(now, timeZoneOf(market));
    const summary = byCurrency.get(currency) ?? emptyRevenue(currency, today);
    byCurrency.set(currency, summary);
    const key = (day: string) => ['seller', account, currency, dayBucket(day)];
    const [first] = [summary.days[0]?.day ?? today, `${today.slice(0, 7)}-01`].sort();
    const rows = await db.rollups
      .where('[role+account+currency+bucket]')
      .between(key(first ?? today), key(today), true, true)
      .toArray();
    for (const row of rows) addDay(summary, row, today);
  });
  await Promise.all(reads);
  return [...byCurrency.values()].sort((a, b) => b.monthMinor - a.monthMinor);
}

function emptyRevenue(currency: string, today: string): RevenueSummary {
  const last = Temporal.PlainDate.from(today);
  const days = Array.from({ length: REVENUE_DAYS }, (_, index) => ({
    day: last.subtract({ days: REVENUE_DAYS - 1 - index }).toString(),
    amountMinor: 0,
    orders: 0,
  }));
  return {
    currency,
    todayMinor: 0,
    monthMinor: 0,
    monthRefundedMinor: 0,
    withoutAmount: 0,
    refundsWithoutAmount: 0,
    days,
  };
}

function addDay(summary: RevenueSummary, row: RollupRow, today: string): void {
  const day = row.bucket.slice('day:'.length);
  const refunded = row.counts['refundedMinor'] ?? 0;
  const net = (row.counts['revenueMinor'] ?? 0) - refunded;
  const slot = summary.days.find((entry) => entry.day === day);
  if (slot) {
    slot.amountMinor += net;
    slot.orders += row.counts['orders'] ?? 0;
  }
  if (day === today) summary.todayMinor += net;
  if (day.slice(0, 7) !== today.slice(0, 7)) return;
  summary.monthMinor += net;
  summary.monthRefundedMinor += refunded;
  summary.withoutAmount += row.counts['withoutAmount'] ?? 0;
  summary.refundsWithoutAmount += row.counts['refundsWithoutAmount'] ?? 0;
}
