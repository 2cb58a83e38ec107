import type { Source } from '../source.ts';
import { readLogistics } from './logistics.ts';

const ROUTE = /^\/api\/v1\/shop\/logistics_detail\/get$/;

/** `GET /api/v1/shop/logistics_detail/get`: where one parcel of a buyer's order is; its shape is not attested. */
export const buyerLogisticsDetail: Source = {
  id: 'buyer/logistics-detail',
  matches: (url) => ROUTE.test(url.pathname),
  read: (input) => readLogistics(input, buyerLogisticsDetail.id, (data) => [data]),
};
