import type { History, OrderRow } from '../history/db.ts';
import { NO_TIME } from '../history/db.ts';
import { readRuleOverrides } from '../history/read/rulebook.ts';
import { CHANGE_PATIENCE_MS } from '../insights/change-request.ts';
import type { AlertRules } from '../model/alert.ts';
import { DAY_MS, HOUR_MS } from '../model/time.ts';
import { REFUND_PATIENCE_DAYS, RETURN_DAYS } from './buyer-matters.ts';
import type { SeenOrder } from './seen.ts';
import { NEAR_HOURS } from './seller-matters.ts';

/** The most orders that are looked at for clocks that no index has the exact moment of. */
const MAX_ROWS = 1000;
/** How long after its time an index may still have an order with a later clock: several returns, a late parcel. */
const PAST_MS = 90 * DAY_MS;

/**
 * The orders of which something may become due in (from, to], each once. What is read are short ranges of indexes:
 * it grows with what is due, not with the history.
 */
export async function candidates(
  db: History,
  from: number,
  to: number,
  rules: AlertRules,
): Promise<SeenOrder[]> {
  const lists = await Promise.all([
    ...exactRanges(db, from, to, rules).map((range) => range.toArray()),
    ...wideRanges(db, from, to).map((range) => range.limit(MAX_ROWS).toArray()),
    watchedOrders(db, from, to),
  ]);
  return seenOrders(db, [...new Map(lists.flat().map((row) => [row.key, row])).values()]);
}

/** Stored orders with the changes that their buyers wait for, and the user's own rules. */
export async function seenOrders(
  db: History,
  rows: readonly Pick<OrderRow, 'key' | 'order'>[],
): Promise<SeenOrder[]> {
  if (rows.length === 0) return [];
  const [notes, overrides] = await Promise.all([
    db.notes.where('watchedAt').above(0).toArray(),
    readRuleOverrides(db),
  ]);
  const watches = Map.groupBy(notes, (note) => note.orderKey);
  return rows.map(({ key, order }) => {
    const requests = watches
      .get(key)
      ?.flatMap((note) => (note.request ? [{ key: note.key, request: note.request }] : []));
    return { key, order, overrides, ...(requests ? { requests } : {}) };
  });
}

/** The ranges of indexes that have the moment itself, so long before it or after it. */
function exactRanges(db: History, from: number, to: number, { settings, own }: AlertRules) {
  const range = (index: keyof OrderRow & string, after: number) =>
    db.orders.where(index).between(from + after, to + after, false, true);
  const whens = own.filter(({ isOn }) => isOn).map(({ when }) => when);
  const shipHours = whens.flatMap((when) => (when.event === 'ship-by' ? [when.hours] : []));
  const still = whens.flatMap((when) => (when.event === 'still' ? [when] : []));
  return [...new Set([0, ...settings.shipByHours, ...shipHours])]
    .map((hours) => range('shipDueAt', hours * HOUR_MS))
    .concat(
      NEAR_HOURS.map((hours) => range('autoCancelAt', hours * HOUR_MS)),
      RETURN_DAYS.map((days) => range('returnEndsAt', days * DAY_MS)),
      range('arrivedAt', -DAY_MS),
      still.map(({ status, days }) =>
        db.orders
          .where('[order.status+sortAt]')
          .between([status, from - days * DAY_MS], [status, to - days * DAY_MS], false, true),
      ),
    );
}

/** Those of indexes that only have the first of several clocks, or none that counts. */
function wideRanges(db: History, from: number, to: number) {
  const near = to + Math.max(...NEAR_HOURS) * HOUR_MS;
  return [
    db.orders.where('returnDueAt').between(from - PAST_MS, near, true, true),
    db.orders.where('cancelDueAt').between(from - PAST_MS, near, true, true),
    // The first refund of an order can be owed for ever, or since nobody knows when, and another come to it.
    db.orders.where('owedSince').belowOrEqual(to - REFUND_PATIENCE_DAYS * DAY_MS),
    db.orders.where('arrivesAt').between(from - PAST_MS, NO_TIME, true, true),
  ];
}

async function watchedOrders(db: History, from: number, to: number): Promise<OrderRow[]> {
  const notes = await db.notes
    .where('watchedAt')
    .between(from - CHANGE_PATIENCE_MS, to - CHANGE_PATIENCE_MS, false, true)
    .toArray();
  const rows = await db.orders.bulkGet(notes.map(({ orderKey }) => orderKey));
  return rows.filter((row) => row !== undefined);
}
