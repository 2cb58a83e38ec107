import type { ChangeRow } from '../history/db.ts';
import { withFields } from '../history/fields.ts';
import { putInPlaces } from '../history/places.ts';
import { isFileSource, type Order } from '../model/order.ts';
import type { OrderChange } from './seen.ts';

/**
 * What some rows of the feed did to some orders, oldest first, each with the order as it was after it. `current` are
 * the orders as they are now, by key; `rows` must be all rows from the first of them on, in the order of their ids.
 */
export function orderChanges(current: ReadonlyMap<string, Order>, rows: readonly ChangeRow[]): OrderChange[] {
  const orders = new Map(current);
  const changes: OrderChange[] = [];
  for (const { created, updated, at, sourceId } of rows.toReversed()) {
    const isFile = isFileSource(sourceId);
    for (const key of created.toReversed()) {
      const order = orders.get(key);
      if (order) changes.push({ key, order, fields: null, at, isFile });
    }
    for (const { key, fields, places } of updated.toReversed()) {
      const order = orders.get(key);
      if (!order) continue;
      changes.push({ key, order, fields, at, isFile });
      orders.set(key, putInPlaces(withoutFields(order, fields), places));
    }
  }
  return changes.reverse();
}

/** The order before a change; null when there was none. */
export function orderBefore({ order, fields }: OrderChange): Order | null {
  return fields === null ? null : withoutFields(order, fields);
}

/** The same, where a page had told of it: what only files told of is seen for the first time. */
export function pageOrderBefore(change: OrderChange): Order | null {
  const before = orderBefore(change);
  return before?.sources.some(({ id }) => !isFileSource(id)) ? before : null;
}

function withoutFields(order: Order, fields: NonNullable<OrderChange['fields']>): Order {
  return withFields(
    order,
    fields.map(({ path, old }) => ({ path, value: old })),
  );
}
