import { MARKETS, type MarketInfo } from './markets.ts';
import { mainStatus, orderStatus } from './status.ts';
import type { Json, TrueOrder } from './types.ts';
import { listPayload, orderPayload, positionOf, writeJson } from './wire.ts';
import { historyData } from './wire-extras.ts';
import { trackingData } from './wire-parcels.ts';

/** One shop as the API sees it. */
export interface ShopData {
  info: MarketInfo;
  sellerId: string;
  orders: TrueOrder[];
  pageSize: number;
}

/** A call of the API. */
export interface ApiCall {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  drifted: boolean;
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

/** The texts of one `condition_list` key, which come as `{value: […]}`. */
function condition(body: unknown, key: string): string[] {
  const list = fieldsOf(fieldsOf(fieldsOf(body)['search_condition'])['condition_list']);
  return textsOf(fieldsOf(list[key])['value']);
}

function matches(order: TrueOrder, body: unknown): boolean {
  const tab = condition(body, 'search_tab')[0] ?? '100';
  if (tab !== '100' && String(mainStatus(orderStatus(order))) !== tab) return false;
  const ids = condition(body, 'main_order_id');
  if (ids.length > 0 && !ids.includes(order.id)) return false;
  const [from = 0, until = Number.POSITIVE_INFINITY] = condition(body, 'time_order_created').map(Number);
  return order.placedAt / 1000 >= from && order.placedAt / 1000 <= until;
}

function sorted(orders: TrueOrder[], sort: unknown): TrueOrder[] {
  if (String(sort) !== '1') return orders;
  const last = Number.MAX_SAFE_INTEGER;
  return orders.toSorted((a, b) => (a.shipByAt ?? last) - (b.shipByAt ?? last));
}

function list(shop: ShopData, call: ApiCall): string {
  const body = fieldsOf(call.body);
  const found = sorted(
    shop.orders.filter((order) => matches(order, body)),
    body['sort_info'],
  );
  const cursor = String(body['search_cursor'] ?? '');
  const byCursor = Number(body['pagination_type'] ?? 0) === 1;
  const offset = byCursor ? (cursor === '' ? 0 : positionOf(cursor)) : Number(body['offset'] ?? 0);
  const count = Math.min(100, Number(body['count'] ?? shop.pageSize));
  const slice = found.slice(offset, offset + count);
  const { market } = shop.info;
  return listPayload(slice, { market, offset, count, total: found.length, drifted: call.drifted });
}

function ok(data: Json): string {
  return writeJson({ code: 0, message: 'success', data });
}

function get(shop: ShopData, call: ApiCall): string {
  const wanted = new Set(textsOf(fieldsOf(call.body)['main_order_id']).slice(0, 20));
  const main_order = shop.orders
    .filter((order) => wanted.has(order.id))
    .map((order) => orderPayload(order, 'get'));
  return ok(main_order.length > 0 ? { main_order } : {});
}

function history(shop: ShopData, call: ApiCall): string {
  const body = fieldsOf(call.body);
  const order = shop.orders.find(({ id }) => id === String(body['main_order_id']));
  if (!order) return ok({});
  return ok(historyData(order, shop.info, Number(body['offset'] ?? 0), Number(body['page_size'] ?? 10)));
}

function logistics(shop: ShopData, call: ApiCall): string {
  const order = shop.orders.find(({ id }) => id === call.query.get('main_order_id'));
  return ok(order ? trackingData(order) : {});
}

function searchCount(shop: ShopData, call: ApiCall): string {
  const keys = textsOf(fieldsOf(call.body)['search_key_list']);
  const statuses = shop.orders.map(orderStatus);
  const count = (key: string): number => {
    if (key === '100') return statuses.length;
    if (key === '1100') return statuses.filter((status) => status === 111).length;
    if (key === '1200') return statuses.filter((status) => status === 112).length;
    return statuses.filter((status) => String(mainStatus(status)) === key).length;
  };
  return ok({ count_map: Object.fromEntries(keys.map((key) => [key, count(key)])) });
}

type Handler = (shop: ShopData, call: ApiCall) => string;

function routesOf(prefix: string): Record<string, Handler> {
  return {
    [`POST /api/fulfillment/${prefix}order/list`]: list,
    [`POST /api/fulfillment/${prefix}order/get`]: get,
    [`POST /api/fulfillment/${prefix}order/search_count`]: searchCount,
    [`POST /api/v1/fulfillment/${prefix}order/history`]: history,
    [`GET /api/v1/fulfillment/${prefix}logistic_detail/list`]: logistics,
  };
}

const ROUTES = { 'na/': routesOf('na/'), '': routesOf('') };
const NOISE = ['/passport/token/beat/web/', '/api/v1/sellerassistant/discover_chatbotevent'];

/** Whether a path is an API call rather than a page of the app. */
export function isApiPath(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/passport/');
}

/** The JSON text that answers a call, or null for a route that the shop does not have. */
export function answerCall(shop: ShopData, call: ApiCall): string | null {
  if (NOISE.includes(call.path)) return ok({});
  const handler = ROUTES[shop.info.prefix][`${call.method} ${call.path}`];
  return handler ? handler(shop, call) : null;
}

/** The shop of a host, be it the page's or the API's. */
export function shopOfHost(shops: readonly ShopData[], host: string): ShopData | undefined {
  return shops.find(({ info }) => info.host === host || info.apiHost === host);
}

/** The seller id of a shop that was given none. */
export function defaultSellerId(info: MarketInfo): string {
  return `7495${Object.keys(MARKETS).indexOf(info.market)}41907263850194`;
}
