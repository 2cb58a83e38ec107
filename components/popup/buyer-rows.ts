import type { BuyerSummary } from '../../lib/history/read/buyer.ts';
import type { DriftSummary } from '../../lib/history/read/health.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import { type BuyerNeed, buyerNeeds } from '../../lib/insights/buyer-needs.ts';
import { timeAgo } from '../../lib/insights/words.ts';
import { orderListOf } from '../../lib/model/market.ts';
import type { IconName } from '../shared/Icon.tsx';
import { hashOf } from '../shared/routes.ts';
import { driftNeed, type Need } from './needs.ts';

const ICONS: Record<BuyerNeed['kind'], IconName> = {
  pay: 'clock',
  return: 'clock',
  owed: 'return',
  change: 'home',
  missing: 'box',
};

/** Everything that needs a buyer now, as rows of the popup, the most urgent first. */
export function buyerRows(
  summary: BuyerSummary,
  accounts: readonly AccountRow[],
  drift: DriftSummary,
  now: number,
): Need[] {
  const changes = summary.changes.flatMap(({ note, row }) =>
    note.request ? [{ order: row, request: note.request, key: note.key }] : [],
  );
  const needs = buyerNeeds({ ...summary, changes }, now).map((need) => rowOf(need, summary.isMoreOwed));
  const rest = [...accounts.map((account) => sessionNeed(account, now)), driftNeed(drift)];
  return [...needs, ...rest.filter((row) => row !== null)];
}

function rowOf({ kind, orderKey, ...need }: BuyerNeed, isMoreOwed: boolean): Need {
  const isPartly = need.id === 'owed' && isMoreOwed;
  return {
    ...need,
    icon: ICONS[kind],
    detail: isPartly ? `${need.detail}, and more` : need.detail,
    goal: { kind: 'dashboard', hash: orderKey === null ? hashOf('orders') : hashOf('orders', orderKey) },
  };
}

const SESSION_WORDS = {
  'signed-out': 'TikTok asks you to sign in again',
  verification: 'TikTok asks you to verify yourself',
  failed: 'TikTok answered with an error',
} as const;

function sessionNeed({ key, session, host, lastSeenAt }: AccountRow, now: number): Need | null {
  if (session === 'ok' || host === null) return null;
  const seen =
    lastSeenAt === null ? 'Your orders were not seen yet' : `Orders last seen ${timeAgo(lastSeenAt, now)}`;
  return {
    id: `session ${key}`,
    icon: 'lock',
    tone: 'soon',
    title: SESSION_WORDS[session],
    detail: seen,
    clock: null,
    goal: { kind: 'tiktok', url: orderListOf(host) },
  };
}
