import { clocksOf } from '../insights/clocks.ts';
import { orderKey } from '../model/key.ts';
import { timeZoneOf } from '../model/market.ts';
import type { Order } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { dayOf, localTimeZone } from '../model/time.ts';
import { buyerPlaces } from './buyer-places.ts';
import { NO_TIME, type OrderRow } from './db.ts';
import { type Stamps, storedStamps } from './stamps.ts';

/**
 * The stored row of an order: the order, when its values were told, and its place in each index; `overrides` are the
 * user's own rules for the shops.
 */
export function toRow(order: Order, stamps?: Stamps, overrides: readonly RuleOverride[] = []): OrderRow {
  const row: OrderRow = {
    key: orderKey(order),
    sortAt: order.placedAt ?? Math.min(...order.sources.map((source) => source.seenAt), NO_TIME),
    day: order.placedAt === null ? 'unknown' : dayOf(order.placedAt, zoneOf(order)),
    order,
  };
  const told = storedStamps(order, stamps);
  if (told) row.told = told;
  if (order.role !== 'seller') return { ...row, ...buyerPlaces(order) };
  const clocks = clocksOf(order, overrides);
  if (clocks.isToShip && clocks.shipByAt !== null) row.shipDueAt = clocks.shipByAt;
  if (clocks.isToShip && clocks.autoCancelAt !== null) row.autoCancelAt = clocks.autoCancelAt;
  if (clocks.returnOpen) row.returnDueAt = clocks.returnOpen.respondByAt ?? NO_TIME;
  if (clocks.cancelRequested) row.cancelDueAt = clocks.cancelRequested.respondByAt ?? NO_TIME;
  return row;
}

// A seller's day is the shop's, a buyer's is the day of the person at the browser (orders.md).
function zoneOf(order: Order): string {
  return order.role === 'buyer' ? localTimeZone() : timeZoneOf(order.market);
}
