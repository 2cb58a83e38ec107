import { isShipped, type RateKind } from '../../insights/rate-outcomes.ts';
import { limitsOf, queueEnd, type RateTerms, rateTermsOf } from '../../insights/rate-terms.ts';
import { type Rate, RateCounter, windowStart } from '../../insights/rates.ts';
import { orderKey } from '../../model/key.ts';
import { DAY_MS } from '../../model/time.ts';
import type { AccountRow, ChangeRow, FieldChange, History } from '../db.ts';
import { eachRecentOrder } from './recent-orders.ts';
import { readRuleOverrides } from './rulebook.ts';

/** The rates of one shop, what they are held against, and how far back orders were read for them. */
export interface ShopRates {
  rates: Rate[];
  terms: Record<RateKind, RateTerms>;
  /** Only orders placed since then were counted, as there are too many; null when all were. */
  stoppedAt: number | null;
}

// A pre-order has up to 60 days from its placing to its ship-by time (seller-center.md 7).
const LONGEST_LEAD_MS = 60 * DAY_MS;
// A file's rows hold a thousand orders each.
const CHANGES_AT_ONCE = 20;

/** Counts the rates of a shop from its recent orders, at most 20,000; the market's rules or the user's own hold. */
export async function readRates(db: History, account: AccountRow, now: number): Promise<ShopRates> {
  const { market, key: accountKey, lastSeenAt: shopSeenAt } = account;
  const terms = rateTermsOf({ market, accountKey }, now, await readRuleOverrides(db));
  const limits = limitsOf(terms);
  const counter = new RateCounter({ now, shopSeenAt, limits, endAt: queueEnd(market, now) });
  const start = windowStart({ now, limits });
  const unknown = new Map<string, number>();
  const range = { from: start - LONGEST_LEAD_MS, to: now };
  const { stoppedAt } = await eachRecentOrder(db, account, range, (order) => {
    const { shipByAt } = order.deadlines;
    if (counter.add(order) && shipByAt !== null) unknown.set(orderKey(order), shipByAt);
  });
  for (const shipByAt of await shippedInTime(db, unknown, start)) counter.settleDispatch(shipByAt);
  return { rates: counter.rates(), terms, stoppedAt };
}

/**
 * The ship-by times of those orders (by key) that the change feed shows as shipped before them, from its newest
 * row down to a moment.
 */
async function shippedInTime(
  db: History,
  unknown: ReadonlyMap<string, number>,
  since: number,
): Promise<number[]> {
  const proved = new Map<string, number>();
  let below = Number.POSITIVE_INFINITY;
  while (proved.size < unknown.size) {
    const rows = await db.changes.where('id').below(below).reverse().limit(CHANGES_AT_ONCE).toArray();
    for (const { key, at } of rows.flatMap(shippings)) {
      const shipByAt = unknown.get(key);
      if (shipByAt !== undefined && at <= shipByAt) proved.set(key, shipByAt);
    }
    const last = rows.at(-1);
    if (last?.id === undefined || last.at < since || rows.length < CHANGES_AT_ONCE) break;
    below = last.id;
  }
  return [...proved.values()];
}

function shippings({ at, updated }: ChangeRow): { key: string; at: number }[] {
  const isShipping = ({ path, new: status }: FieldChange) => path === 'status' && isShipped(status);
  return updated.filter(({ fields }) => fields.some(isShipping)).map(({ key }) => ({ key, at }));
}
