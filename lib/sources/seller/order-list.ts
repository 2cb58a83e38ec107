import * as z from 'zod/mini';
import type { Order } from '../../model/order.ts';
import { emptyReading, type ListScope, type Reading, type Source, type SourceInput } from '../source.ts';
import { listIn, openEnvelope } from './envelope.ts';
import { readMainOrder } from './main-order.ts';
import { maybe, scalar } from './main-order-schema.ts';

const ROUTE = /^\/api\/(?:v1\/)?fulfillment\/(?:na\/)?order\/list$/;

/** `POST /api/fulfillment/(na/)order/list`: one page of orders, filtered as the request says. */
export const orderList: Source = {
  id: 'seller/order-list',
  matches: (url) => ROUTE.test(url.pathname),
  read(input) {
    const opened = openEnvelope(input.body);
    if ('reading' in opened) return opened.reading;
    const reading = readOrders(opened.data, 'main_orders', input, orderList.id);
    reading.scope = readScope(input.request, opened.data);
    return reading;
  },
};

/** The orders of a list or a detail answer; a broken entry is counted and the others are read. */
export function readOrders(
  data: Record<string, unknown>,
  key: 'main_orders' | 'main_order',
  input: SourceInput,
  sourceId: string,
): Reading {
  const reading = emptyReading();
  const entries = listIn(data, key, reading);
  for (const entry of entries) {
    const { order, misses } = readMainOrder(entry, input.owner, `${key}[]`);
    for (const miss of misses) reading.misses.push(miss);
    if (order) reading.orders.push(seenBy(order, sourceId, input.seenAt));
    else reading.brokenCount += 1;
  }
  return reading;
}

/** The order, marked with the source that told it and when. */
export function seenBy(order: Order, sourceId: string, seenAt: number): Order {
  order.sources = [{ id: sourceId, seenAt }];
  return order;
}

const Request = z.object({
  search_condition: maybe(z.object({ condition_list: maybe(z.record(z.string(), z.unknown())) })),
});
const Totals = z.object({ total_count: maybe(scalar) });

// A bodyless request is the "All" tab's first view; so is a search_tab of 100.
function readScope(request: unknown, data: Record<string, unknown>): ListScope {
  const conditions = Request.safeParse(request).data?.search_condition?.condition_list ?? {};
  const filters = Object.entries(conditions).filter(
    ([name, filter]) => name !== 'search_tab' || JSON.stringify(filter) !== '{"value":["100"]}',
  );
  const total = Number(Totals.safeParse(data).data?.total_count ?? Number.NaN);
  return { isWhole: filters.length === 0, totalCount: Number.isSafeInteger(total) ? total : null };
}
