import { orderKey } from '../../lib/model/key.ts';
import type { Order } from '../../lib/model/order.ts';
import { parseJson } from '../../lib/sources/json.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Reading } from '../../lib/sources/source.ts';
import { mergeOrders } from '../history/build.ts';
import { answerCall, defaultSellerId, type ShopData } from '../shop/api.ts';
import type { ExpectedOrder } from '../shop/expected.ts';
import { generateOrders } from '../shop/generator.ts';
import { MARKETS } from '../shop/markets.ts';
import type { Market, TrueOrder } from '../shop/types.ts';

export const ALL_MARKETS: readonly Market[] = ['US', 'VN', 'ID', 'BR', 'XB'];
export const NOW = Date.UTC(2026, 10, 21, 5);

/** One answer of the shop as the hook would hand it over. */
export interface Answer {
  url: string;
  requestText: string;
  bodyText: string;
}

export type Family = 'list' | 'get' | 'history' | 'logistics' | 'counts';

export function makeShop(market: Market, orders: number, seed = 11): ShopData {
  const info = MARKETS[market];
  return {
    info,
    sellerId: defaultSellerId(info),
    orders: generateOrders({ market, orders }, seed, NOW),
    pageSize: 20,
  };
}

function callShop(
  shop: ShopData,
  method: string,
  path: string,
  body: unknown,
  extra: Record<string, string> = {},
): Answer {
  const { info, sellerId } = shop;
  const query = new URLSearchParams({
    ...extra,
    oec_seller_id: sellerId,
    shop_region: info.region,
    aid: info.aid,
  });
  const bodyText = answerCall(shop, { method, path, query, body, drifted: false });
  if (bodyText === null) throw new Error(`The shop has no ${path}`);
  return {
    url: `https://${info.apiHost}${path}?${query}`,
    requestText: body === null ? '' : JSON.stringify(body),
    bodyText,
  };
}

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

function listCalls(shop: ShopData): Answer[] {
  const path = `/api/fulfillment/${shop.info.prefix}order/list`;
  return chunks(shop.orders, 20).map((_, page) =>
    callShop(shop, 'POST', path, {
      search_condition: { condition_list: {} },
      offset: page * 20,
      count: 20,
      sort_info: '6',
    }),
  );
}

function getCalls(shop: ShopData): Answer[] {
  const path = `/api/fulfillment/${shop.info.prefix}order/get`;
  return chunks(shop.orders, 20).map((part) =>
    callShop(shop, 'POST', path, { main_order_id: part.map(({ id }) => id) }),
  );
}

function historyCalls(shop: ShopData, { id, history }: TrueOrder): Answer[] {
  const path = `/api/v1/fulfillment/${shop.info.prefix}order/history`;
  return chunks(history, 10).map((_, page) =>
    callShop(shop, 'POST', path, { main_order_id: id, offset: page * 10, page_size: 10 }),
  );
}

/** Every answer of one kind that the shop's pages would ask for. */
export function answersOf(shop: ShopData, family: Family): Answer[] {
  const { prefix } = shop.info;
  if (family === 'list') return listCalls(shop);
  if (family === 'get') return getCalls(shop);
  if (family === 'history') return shop.orders.flatMap((order) => historyCalls(shop, order));
  if (family === 'counts') {
    const body = { search_key_list: ['100', '101', '1100', '1200', '102'] };
    return [callShop(shop, 'POST', `/api/fulfillment/${prefix}order/search_count`, body)];
  }
  const path = `/api/v1/fulfillment/${prefix}logistic_detail/list`;
  return shop.orders.map(({ id }) => callShop(shop, 'GET', path, null, { main_order_id: id }));
}

/** Reads an answer with the source of its address. */
export function readAnswer(
  answer: Answer,
  seenAt = NOW,
  market = new URL(answer.url).searchParams.get('shop_region'),
): Reading {
  const url = new URL(answer.url);
  const source = findSource(url);
  if (!source) throw new Error(`Nobody reads ${url.pathname}`);
  const request: unknown = answer.requestText === '' ? null : JSON.parse(answer.requestText);
  const owner = { role: 'seller', account: 'acc_shop', market } as const;
  return source.read({ url, request, body: parseJson(answer.bodyText), owner, seenAt });
}

/** All answers read and merged, in the order in which they came, a second apart. */
export function mergeAll(answers: readonly Answer[]): Map<string, Order> {
  const known = new Map<string, Order>();
  answers.forEach((answer, index) => {
    for (const order of readAnswer(answer, NOW + index * 1000).orders) {
      const before = known.get(orderKey(order));
      known.set(orderKey(order), before ? mergeOrders(before, order) : order);
    }
  });
  return known;
}

/** An order as the shop's own record can tell it. */
export function withoutOrigin(order: Order): Pick<Order, 'returns'> {
  const { account: _account, sources: _sources, ...told } = order;
  return { ...told, returns: order.returns };
}

/** Expectations by order id, to compare one order at a time. */
export function byId(orders: readonly ExpectedOrder[]): Map<string, ExpectedOrder> {
  return new Map(orders.map((order) => [order.id, order]));
}
