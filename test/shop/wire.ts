import { drift } from './drift.ts';
import { MARKETS, type MarketInfo } from './markets.ts';
import { money, skuTotal } from './money.ts';
import type { Json, JsonObject, Market, TrueOrder } from './types.ts';
import { auctionModules, buyerModule, labelModule, noteModule, printModule } from './wire-extras.ts';
import { deliveryModule, fulfillmentModule, logisticsModule, unitMapper } from './wire-parcels.ts';
import { reverseModule, statusModule, tradeModule } from './wire-trade.ts';

/** How much of an order an endpoint gives: the list, or `order/get`. */
export type Depth = 'list' | 'get';

function shortPrice(order: TrueOrder, info: MarketInfo): JsonObject {
  const bare = order.quirks.bareMoney;
  return {
    main_order_id: order.id,
    grand_total: money(order.amounts.total, info, bare),
    sub_total: money(order.amounts.items, info, bare),
  };
}

function promotions(order: TrueOrder, info: MarketInfo): Json | undefined {
  if (order.amounts.sellerDiscount === 0) return undefined;
  const cost = String(money(order.amounts.sellerDiscount, info)['format_price']);
  return [{ promotion_name: 'Shop voucher', promotion_cost: `-${cost}`, promotion_type: 3 }];
}

function fullPrice(order: TrueOrder, info: MarketInfo): JsonObject {
  const { amounts } = order;
  const bare = order.quirks.bareMoney;
  const value = (minor: number): JsonObject => money(minor, info, bare);
  return {
    ...shortPrice(order, info),
    shipping_fee: value(amounts.shipping),
    taxes: info.taxRate > 0 ? value(amounts.tax) : undefined,
    seller_discount_total: value(amounts.sellerDiscount),
    platform_discount_total: value(amounts.platformDiscount),
    main_order_origin_sale_price: value(amounts.items + amounts.sellerDiscount + amounts.platformDiscount),
    shipping_origin_fee: value(amounts.shipping),
    shipping_fee_discount_seller: value(0),
    shipping_fee_discount_platform: value(0),
    promotion_infos: promotions(order, info),
  };
}

function skuModule(order: TrueOrder, info: MarketInfo, depth: Depth): Json {
  const bare = order.quirks.bareMoney;
  const priced = depth === 'get' || info.unitPriceInList;
  return order.items.map((item) => ({
    order_line_ids: item.lines.map((line) => line.id),
    product_id: item.productId,
    sku_id: item.skuId,
    product_name: item.name,
    product_type: 0,
    sku_name: item.variation,
    seller_sku_name: info.sellerSku ? item.sellerSku : undefined,
    quantity: item.lines.length,
    sku_unit_price: priced ? money(item.unitPrice, info, bare) : undefined,
    sku_total_price: skuTotal(item.unitPrice * item.lines.length, info, bare),
    product_image: {
      height: 200,
      width: 200,
      uri: `tos-shop/${item.skuId}`,
      url_list: ['/static/product.svg'],
    },
  }));
}

function orderIds(order: TrueOrder): JsonObject {
  const lines = order.items.flatMap((item) => item.lines.map((line) => line.id));
  return { main_order_id: order.id, order_line_ids: lines };
}

/** One order as the modules of Seller Center's payload; keys without a value are absent. */
export function orderPayload(order: TrueOrder, depth: Depth): JsonObject {
  const info = MARKETS[order.market];
  return {
    main_order_id: order.id,
    trade_order_id_mapper: orderIds(order),
    fulfill_unit_id_mapper: unitMapper(order),
    order_status_module: statusModule(order),
    price_module: depth === 'get' || info.fullPriceInList ? fullPrice(order, info) : shortPrice(order, info),
    trade_order_module: tradeModule(order, info),
    sku_module: skuModule(order, info, depth),
    fulfillment_module: fulfillmentModule(order),
    delivery_module: deliveryModule(order, info),
    logistics_info_module: logisticsModule(order),
    reverse_module: reverseModule(order, info, depth),
    buyer_info_module: buyerModule(order, info, depth),
    note_module: noteModule(order, info),
    order_label_module: labelModule(order),
    print_label_module: printModule(order),
    action_module: { action_list: [100, 900], buyer_im_action_link: `/chat?order=${order.id}` },
    ...auctionModules(order, info),
  };
}

/** Writes JSON with the one id that Seller Center leaves as a bare number beyond 2^53. */
export function writeJson(value: Json): string {
  return JSON.stringify(value).replace(/"live_room_id":"(\d+)"/g, '"live_room_id":$1');
}

/** Where a list answer stands in its result, and whether its fields have drifted. */
export interface ListOptions {
  market: Market;
  offset?: number;
  count?: number;
  total?: number;
  drifted?: boolean;
}

/** The JSON text of an order-list answer for a slice of a shop's orders. */
export function listPayload(orders: readonly TrueOrder[], options: ListOptions): string {
  const { market, offset = 0, count = orders.length, total = orders.length, drifted = false } = options;
  const next = offset + orders.length;
  const more = next < total;
  const rows = orders.map((order) => orderPayload(order, 'list'));
  const sent: Json[] = drifted ? drift(rows, offset) : rows;
  const data: JsonObject = {
    offset,
    count,
    total_count: MARKETS[market].textCount ? String(total) : total,
    has_more: more,
    next_cursor_token: more ? cursorOf(next) : undefined,
    search_next_cursor: more ? cursorOf(next) : undefined,
    search_next_has_more: more,
    search_previous_cursor: offset > 0 ? cursorOf(Math.max(0, offset - count)) : undefined,
    search_previous_has_more: offset > 0,
    main_orders: sent.length > 0 ? sent : undefined,
  };
  return writeJson({ code: 0, message: 'success', data });
}

/** An opaque cursor for a position in the list. */
export function cursorOf(position: number): string {
  return Buffer.from(`position:${position}`).toString('base64url');
}

/** The position behind a cursor; 0 for one that this shop never gave. */
export function positionOf(cursor: string): number {
  const match = /^position:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match ? Number(match[1]) : 0;
}
