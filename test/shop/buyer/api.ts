import type { Json, JsonObject } from '../types.ts';
import { driftDetail, driftList } from './drift.ts';
import type { Buyer, BuyerOrder } from './types.ts';
import { detailData } from './wire-detail.ts';
import { listData } from './wire-list.ts';
import { logisticsData, packageListData } from './wire-logistics.ts';

export const BUYER_HOST = 'www.tiktok.com';

/** One buyer as the API sees him; `now` is TikTok's clock. */
export interface BuyerData {
  buyer: Buyer;
  orders: BuyerOrder[];
  now: () => number;
}

/** A call of the buyer's API. */
export interface BuyerCall {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  isDrifted: boolean;
}

type Handler = (data: BuyerData, call: BuyerCall) => JsonObject;

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function orderOf({ orders }: BuyerData, id: unknown): BuyerOrder | undefined {
  return orders.find((order) => order.id === id);
}

function page(data: BuyerData, call: BuyerCall, index: unknown, size: unknown): JsonObject {
  const asked = { index: String(index ?? ''), size: Number(size) || 10, now: data.now() };
  const told = listData(data.orders, asked);
  return call.isDrifted ? driftList(told) : told;
}

function list(data: BuyerData, call: BuyerCall): JsonObject {
  const requests = fieldOf(call.body, 'req');
  const request = fieldOf(Array.isArray(requests) ? requests[0] : undefined, 'list_order_req');
  return page(data, call, fieldOf(request, 'index'), fieldOf(request, 'size'));
}

function olderList(data: BuyerData, call: BuyerCall): JsonObject {
  return page(data, call, call.query.get('index'), call.query.get('size'));
}

function detail(data: BuyerData, call: BuyerCall): JsonObject {
  const order = orderOf(data, call.query.get('main_order_id'));
  if (!order) return {};
  const told = detailData(order, data.now());
  return call.isDrifted ? driftDetail(told) : told;
}

function logistics(data: BuyerData, { query }: BuyerCall): JsonObject {
  const order = orderOf(data, query.get('main_order_id'));
  return order ? logisticsData(order, query.get('pkg_id') ?? '') : {};
}

function packages(data: BuyerData, { body }: BuyerCall): JsonObject {
  const order = orderOf(data, fieldOf(body, 'main_order_id'));
  return order ? packageListData(order) : {};
}

const ROUTES: Record<string, Handler> = {
  'POST /api/v1/aftersale/list_order/get': list,
  'GET /api/v1/trade/list_order/get': olderList,
  'GET /api/v1/aftersale/order_detail/get': detail,
  'GET /api/v1/shop/logistics_detail/get': logistics,
  'POST /api/v1/shop/logistics_package_list/get': packages,
};
/** What the pages ask beside the orders. */
const NOISE = /^\/api\/shop\/order_desktop\/\w+\/get_\w+$/;

function envelope(dynamic_data: Json): string {
  return JSON.stringify({ code: 0, dynamic_data });
}

/** The JSON text that answers a call, or null for a route that there is not. */
export function answerBuyerCall(data: BuyerData, call: BuyerCall): string | null {
  if (NOISE.test(call.path)) return '{"code":0,"data":{}}';
  const handler = ROUTES[`${call.method} ${call.path}`];
  return handler ? envelope(handler(data, call)) : null;
}
