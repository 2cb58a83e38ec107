import type { Order } from '../model/order.ts';
import type { OrderRow } from './db.ts';
import { diffOrders } from './fields.ts';
import { mergeOrders } from './merge.ts';
import { toRow } from './row.ts';

/** The row after an order joined the known one, or undefined when it told nothing new. */
export function joined(before: OrderRow, incoming: Order): OrderRow | undefined {
  const merged = mergeOrders(before.order, incoming);
  const isNews = diffOrders(before.order, merged).length > 0;
  merged.sources = joinSources(before.order.sources, incoming.sources, isNews);
  return diffOrders(before.order, merged).length > 0 ? toRow(merged) : undefined;
}

// `seenAt` of a source is when it last told something new: seeing the same page again changes no order.
function joinSources(known: Order['sources'], incoming: Order['sources'], isNews: boolean): Order['sources'] {
  const joinedSources = new Map(known.map((source) => [source.id, source]));
  for (const source of incoming) {
    const twin = joinedSources.get(source.id);
    if (!twin || (isNews && source.seenAt > twin.seenAt)) joinedSources.set(source.id, source);
  }
  return [...joinedSources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
