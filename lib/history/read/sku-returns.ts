import { EARLIER_MS, RECENT_MS, ReturnCounter, type ReturnJump } from '../../insights/return-jumps.ts';
import type { AccountRow, History } from '../db.ts';
import { eachRecentOrder } from './recent-orders.ts';

/** The products of a shop of which more came back in the last 30 days than in the 60 before. */
export async function readReturnJumps(db: History, account: AccountRow, now: number): Promise<ReturnJump[]> {
  const counter = new ReturnCounter(now);
  const range = { from: now - RECENT_MS - EARLIER_MS, to: now };
  await eachRecentOrder(db, account, range, (order) => counter.add(order));
  return counter.jumps();
}
