import { accountName } from '../../lib/history/read/accounts.ts';
import type { DriftSummary } from '../../lib/history/read/health.ts';
import type { AccountRow, OrderRow } from '../../lib/history/read/rows.ts';
import type { SellerSummary } from '../../lib/history/read/summary.ts';
import { clocksOf, storedClocks } from '../../lib/insights/clocks.ts';
import { marksOf, type Tone } from '../../lib/insights/risk.ts';
import { dayAndTime, timeAgo } from '../../lib/insights/words.ts';
import { partsOfKey } from '../../lib/model/key.ts';
import { orderListOf, orderPageOf } from '../../lib/model/market.ts';
import { formatMoney } from '../../lib/model/money.ts';
import type { IconName } from '../shared/Icon.tsx';
import { hashOf } from '../shared/routes.ts';
import { counted, listed, shortId } from '../shared/words.ts';

/** Where a row leads: a page of TikTok, or one of the dashboard. */
export type Goal = { kind: 'tiktok'; url: string } | { kind: 'dashboard'; hash: string };

/** One thing that needs the user: what, how urgent, and where to do it. */
export interface Need {
  id: string;
  icon: IconName;
  tone: Tone;
  title: string;
  detail: string;
  clock: { atMs: number; why: string } | null;
  goal: Goal;
  /** The alert that it is; to be marked as read when it is opened. */
  alertId?: string;
}

interface Known {
  summary: SellerSummary;
  accounts: readonly AccountRow[];
  drift: DriftSummary;
}

/** Everything that needs the seller now, the most urgent first. */
export function needsOf({ summary, accounts, drift }: Known, now: number): Need[] {
  const rows = [
    overdueNeed(summary, accounts, now),
    dueNeed(summary, accounts, now),
    ...answerNeeds(summary, accounts, now).sort(byClock),
    ...accounts.map((account) => sessionNeed(account, accounts, now)),
    driftNeed(drift),
  ];
  return rows.filter((row) => row !== null);
}

function overdueNeed(summary: SellerSummary, accounts: readonly AccountRow[], now: number): Need | null {
  const row = summary.firstOverdue;
  if (summary.overdue === 0 || !row) return null;
  const { autoCancelAt } = storedClocks(row);
  const isOne = summary.overdue === 1;
  const cancel = autoCancelAt === null ? null : `auto-cancels ${dayAndTime(autoCancelAt, now)}`;
  return {
    id: 'overdue',
    icon: 'alert',
    tone: 'late',
    title: `${counted(summary.overdue, 'order')} past ${isOne ? 'its' : 'their'} ship-by time`,
    detail: detailOf(cancel, isOne ? shortId(row.order.id) : `first ${shortId(row.order.id)}`),
    clock: shipClock(row, now),
    goal: goalOf(row.key, accounts),
  };
}

function dueNeed(summary: SellerSummary, accounts: readonly AccountRow[], now: number): Need | null {
  const row = summary.nextDue;
  if (summary.dueIn24h === 0 || !row) return null;
  const at = row.shipDueAt ?? now;
  return {
    id: 'due',
    icon: 'clock',
    tone: 'soon',
    title: `${counted(summary.dueIn24h, 'order')} due in 24 h`,
    detail: detailOf(
      `${summary.dueIn24h === 1 ? '' : 'first '}by ${dayAndTime(at, now)}`,
      shortId(row.order.id),
    ),
    clock: shipClock(row, now),
    goal: goalOf(row.key, accounts),
  };
}

function answerNeeds(summary: SellerSummary, accounts: readonly AccountRow[], now: number): Need[] {
  const { openReturns, openCancellations, nextReturn, nextCancellation } = summary;
  const rows: Need[] = [];
  if (openReturns > 0 && nextReturn) {
    rows.push(answerNeed('return', openReturns, nextReturn, accounts, now));
  }
  if (openCancellations > 0 && nextCancellation) {
    rows.push(answerNeed('cancellation', openCancellations, nextCancellation, accounts, now));
  }
  return rows;
}

function answerNeed(
  kind: 'return' | 'cancellation',
  count: number,
  row: OrderRow,
  accounts: readonly AccountRow[],
  now: number,
): Need {
  const { returnOpen, cancelRequested, ...rest } = clocksOf(row.order);
  const open = kind === 'return' ? returnOpen : cancelRequested;
  const only = { ...rest, isToShip: false, hasBuyerNote: false };
  const clocks =
    kind === 'return'
      ? { ...only, returnOpen, cancelRequested: null }
      : { ...only, returnOpen: null, cancelRequested };
  const [mark] = marksOf(clocks, now);
  const atMs = open?.respondByAt ?? null;
  const item = row.order.items[0]?.name;
  const { total } = row.order.amounts;
  const money = total === null || row.order.currency === null ? null : formatMoney(total, row.order.currency);
  return {
    id: kind,
    icon: kind === 'return' ? 'return' : 'cancel',
    tone: mark?.tone ?? 'soon',
    title: `${counted(count, kind === 'return' ? 'return' : 'cancellation')} to answer`,
    detail: detailOf(money, item, shortId(row.order.id)),
    clock: atMs === null ? null : { atMs, why: mark?.detail ?? '' },
    goal: goalOf(row.key, accounts),
  };
}

const SESSION_WORDS = {
  'signed-out': 'Seller Center asks you to sign in again',
  verification: 'Seller Center asks you to verify yourself',
  failed: 'Seller Center answered with an error',
} as const;

function sessionNeed(account: AccountRow, accounts: readonly AccountRow[], now: number): Need | null {
  if (account.session === 'ok' || account.host === null) return null;
  const seen = account.lastSeenAt === null ? 'not seen yet' : `last seen ${timeAgo(account.lastSeenAt, now)}`;
  return {
    id: `session ${account.key}`,
    icon: 'lock',
    tone: 'soon',
    title: SESSION_WORDS[account.session],
    detail: `${accountName(account, accounts)} · ${seen}`,
    clock: null,
    goal: { kind: 'tiktok', url: orderListOf(account.host) },
  };
}

/** What could not be read lately, or null when everything was. */
export function driftNeed({ fields, brokenOrders }: DriftSummary): Need | null {
  const parts = [
    ...(fields > 0 ? [counted(fields, 'field')] : []),
    ...(brokenOrders > 0 ? [counted(brokenOrders, 'order')] : []),
  ];
  if (parts.length === 0) return null;
  return {
    id: 'drift',
    icon: 'unread',
    tone: 'calm',
    title: `${listed(parts)} could not be read`,
    detail: 'Copy the drift report to tell us',
    clock: null,
    goal: { kind: 'dashboard', hash: hashOf('data') },
  };
}

// What matters most comes first: the end is what a narrow popup cuts off.
function detailOf(...parts: readonly (string | null | undefined)[]): string {
  const words = parts.filter(Boolean).join(' · ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shipClock(row: OrderRow, now: number): Need['clock'] {
  const atMs = row.shipDueAt;
  if (atMs === undefined) return null;
  return { atMs, why: `${storedClocks(row).shipByWhy ?? 'Page'}: ship by ${dayAndTime(atMs, now)}` };
}

/** Where an order leads: a seller's to its page on Seller Center, if its shop is known; else to the dashboard. */
export function goalOf(orderKey: string, accounts: readonly AccountRow[]): Goal {
  const { accountKey, orderId } = partsOfKey(orderKey);
  const owner = accounts.find(({ key, role }) => role === 'seller' && key === accountKey);
  if (!owner || owner.host === null) return { kind: 'dashboard', hash: hashOf('orders', orderKey) };
  return { kind: 'tiktok', url: orderPageOf(owner.host, orderId) };
}

function byClock(a: Need, b: Need): number {
  return (a.clock?.atMs ?? Number.POSITIVE_INFINITY) - (b.clock?.atMs ?? Number.POSITIVE_INFINITY);
}
