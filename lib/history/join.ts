import type { Order } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { DAY_MS } from '../model/time.ts';
import type { OrderRow } from './db.ts';
import { diffOrders } from './fields.ts';
import { mergeTold } from './merge.ts';
import { toRow } from './row.ts';
import { type Stamps, stampsOf, type Told } from './stamps.ts';

/**
 * The row after an order joined the known one, or undefined when nothing is to be written. A file can tell an old
 * value again at a later time: then only the stamps change, which later files are held against. So does a page,
 * once a day: walking through a list again costs no writes.
 */
export function joined(
  before: OrderRow,
  incoming: Told,
  kind: 'page' | 'file',
  overrides: readonly RuleOverride[],
): OrderRow | undefined {
  const { order, told } = mergeTold(before, incoming);
  const isNews = diffOrders(before.order, order).length > 0;
  order.sources = joinSources(before.order.sources, incoming.order.sources, isNews || kind === 'file');
  const row = toRow(order, told, overrides);
  const isSame = diffOrders(before.order, order).length === 0;
  const isRetold =
    kind === 'file' ? JSON.stringify(row.told) !== JSON.stringify(before.told) : isDayOlder(before, told);
  return isSame && !isRetold ? undefined : row;
}

/** Whether some value was last seen at least a day before it was now. */
function isDayOlder(before: Told, told: Stamps): boolean {
  const stampAt = stampsOf(before);
  return Object.entries(told).some(([path, [, seenAt]]) => seenAt - stampAt(path)[1] >= DAY_MS);
}

// `seenAt` of a page's source is when it last told something new: seeing the same page again changes no order.
function joinSources(known: Order['sources'], incoming: Order['sources'], isNews: boolean): Order['sources'] {
  const joinedSources = new Map(known.map((source) => [source.id, source]));
  for (const source of incoming) {
    const twin = joinedSources.get(source.id);
    if (!twin || (isNews && source.seenAt > twin.seenAt)) joinedSources.set(source.id, source);
  }
  return [...joinedSources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
