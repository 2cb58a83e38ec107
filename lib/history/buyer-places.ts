import { owedRefunds } from '../insights/owed.ts';
import { productKeys } from '../insights/prices.ts';
import { expectedBy, returnEnd } from '../insights/rights.ts';
import type { Order } from '../model/order.ts';
import { isUnderWay } from '../model/status.ts';
import { NO_TIME, type OrderRow } from './db.ts';

/** A buyer's order in the indexes by which it is found again; what does not concern it is absent. */
export function buyerPlaces(order: Order): Partial<OrderRow> {
  const places: Partial<OrderRow> = { productKeys: productKeys(order) };
  const owed = owedRefunds(order, 0);
  if (owed.length > 0)
    places.owedSince = Math.min(...owed.map(({ openedAt }) => openedAt ?? order.placedAt ?? 0));
  if (isUnderWay(order)) places.arrivesAt = expectedBy(order) ?? NO_TIME;
  if (order.stage !== 'delivered') return places;
  const end = returnEnd(order);
  if (end) places.returnEndsAt = end.endsAt;
  if (order.deliveredAt !== null) places.arrivedAt = order.deliveredAt;
  return places;
}
