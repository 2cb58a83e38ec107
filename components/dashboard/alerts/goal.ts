import type { OrderDeadline } from '../../../lib/history/read/deadlines.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { goalPage } from '../../../lib/insights/deadlines.ts';
import type { AlertEvent } from '../../../lib/model/alert.ts';
import { accountKey, partsOfKey } from '../../../lib/model/key.ts';
import { orderListOf, orderPageOf } from '../../../lib/model/market.ts';
import { hashOf } from '../../shared/routes.ts';

/** Where something leads: in the dashboard, and on TikTok where the address of its shop is known. */
export interface Goal {
  hash: string | null;
  url: string | null;
}

/** Where a clock leads: to its order, and on TikTok to the page on which something is done about it. */
export function goalOfDeadline(
  { key, order, goal }: OrderDeadline,
  accounts: readonly AccountRow[],
): Goal & { hash: string } {
  const host = hostOf(accountKey(order), accounts);
  return { hash: hashOf('orders', key), url: host === null ? null : goalPage(goal, host, order.id) };
}

/** Where an alert leads: to its order, or to where its shop, product or budget stands. */
export function goalOfAlert(
  { kind, orderKey, accountKey: owner }: AlertEvent,
  accounts: readonly AccountRow[],
): Goal {
  if (orderKey !== null) return goalOfOrder(orderKey, accounts);
  if (kind === 'budget') return { hash: hashOf('spending'), url: null };
  const host = owner === null ? null : hostOf(owner, accounts);
  return { hash: null, url: host === null ? null : orderListOf(host) };
}

function hostOf(key: string, accounts: readonly AccountRow[]): string | null {
  return accounts.find((account) => accountKey(account) === key)?.host ?? null;
}

function goalOfOrder(orderKey: string, accounts: readonly AccountRow[]): Goal {
  const { accountKey: owner, orderId } = partsOfKey(orderKey);
  const host = hostOf(owner, accounts);
  const url = host === null ? null : orderPageOf(host, orderId);
  return { hash: hashOf('orders', orderKey), url };
}
