import type { Source } from '../source.ts';
import { openEnvelope } from './envelope.ts';
import { readOrders } from './order-list.ts';

const ROUTE = /^\/api\/(?:v1\/)?fulfillment\/(?:na\/)?order\/get$/;

/** `POST /api/fulfillment/(na/)order/get`: up to 20 orders in full, under the singular key `main_order`. */
export const orderGet: Source = {
  id: 'seller/order-get',
  matches: (url) => ROUTE.test(url.pathname),
  read(input) {
    const opened = openEnvelope(input.body);
    return 'reading' in opened ? opened.reading : readOrders(opened.data, 'main_order', input, orderGet.id);
  },
};
