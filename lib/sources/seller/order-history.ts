import * as z from 'zod/mini';
import { emptyOrder, type TrackEvent } from '../../model/order.ts';
import { emptyReading, type Source } from '../source.ts';
import { parseTolerant } from '../tolerant.ts';
import { listIn, openEnvelope } from './envelope.ts';
import { FieldReader, textOf } from './fields.ts';
import { idScalar, maybe, scalar } from './main-order-schema.ts';
import { seenBy } from './order-list.ts';

const ROUTE = /^\/api\/(?:v1\/)?fulfillment\/(?:na\/)?order\/history$/;

// The answer does not name its order: the request does.
const Request = z.object({ main_order_id: idScalar });
export const OrderHistory = z.object({
  order_history: maybe(
    z.array(z.object({ description: z.string(), timestamp: scalar, detail: maybe(z.string()) })),
  ),
});

/** `POST /api/v1/fulfillment/(na/)order/history`: what happened to one order, newest first, localized. */
export const orderHistory: Source = {
  id: 'seller/order-history',
  matches: (url) => ROUTE.test(url.pathname),
  read(input) {
    const opened = openEnvelope(input.body);
    if ('reading' in opened) return opened.reading;
    const reading = emptyReading();
    const request = Request.safeParse(input.request);
    listIn(opened.data, 'order_history', reading);
    const { value, misses } = parseTolerant(OrderHistory, opened.data, '');
    for (const miss of misses) reading.misses.push(miss);
    if (!request.success) {
      reading.misses.push({ path: 'request.main_order_id', expected: 'id', got: 'absent' });
      reading.brokenCount = 1;
      return reading;
    }
    const order = emptyOrder(String(request.data.main_order_id), input.owner);
    const reader = new FieldReader('order_history[]', null, input.owner.market);
    order.timeline = (value?.order_history ?? []).map(
      (entry): TrackEvent => ({
        at: reader.time('timestamp', entry.timestamp),
        title: entry.description,
        text: textOf(entry.detail),
      }),
    );
    for (const miss of reader.misses) reading.misses.push(miss);
    if (order.timeline.length > 0) reading.orders.push(seenBy(order, orderHistory.id, input.seenAt));
    return reading;
  },
};
