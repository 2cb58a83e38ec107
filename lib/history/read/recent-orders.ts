import type { Order } from '../../model/order.ts';
import { DAY_MS } from '../../model/time.ts';
import type { AccountRow, History } from '../db.ts';

/** No more orders than this are read for one answer. */
export const MAX_RECENT = 20_000;

/** How far a read of recent orders came. */
export interface RecentRead {
  count: number;
  /** The moment down to which all were read; null when it came down to the first that was asked for. */
  stoppedAt: number | null;
}

/**
 * Shows each order of an account that was placed (or first seen) in (from, to], newest day first: a day is read at
 * a time, and after `most` orders it stops.
 */
export async function eachRecentOrder(
  db: History,
  { role, account }: Pick<AccountRow, 'role' | 'account'>,
  { from, to, most = MAX_RECENT }: { from: number; to: number; most?: number },
  visit: (order: Order) => void,
): Promise<RecentRead> {
  let count = 0;
  for (let end = to; end > from; end -= DAY_MS) {
    const start = Math.max(from, end - DAY_MS);
    const rows = await db.orders
      .where('[order.account+sortAt]')
      .between([account, start], [account, end], false, true)
      .limit(most - count)
      .toArray();
    for (const { order } of rows) if (order.role === role) visit(order);
    count += rows.length;
    // The last day that was read may have more.
    if (count >= most) return { count, stoppedAt: end };
  }
  return { count, stoppedAt: null };
}
