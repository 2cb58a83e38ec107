import type { MarketInfo } from './markets.ts';
import { money } from './money.ts';
import { DONE } from './reverses.ts';
import { mainStatus } from './status.ts';
import type { Json, JsonObject, TrueOrder, TrueReturn } from './types.ts';
import type { Depth } from './wire.ts';

/** A time in seconds as the market writes it: text, in Indonesia a number; absent when unknown. */
export function seconds(at: number | null, info: MarketInfo): Json | undefined {
  if (at === null) return undefined;
  const value = Math.floor(at / 1000);
  return info.numberSeconds ? value : String(value);
}

/** Like `seconds`, but an unknown time is "0" for the orders that have this quirk. */
function secondsOrZero(at: number | null, order: TrueOrder, info: MarketInfo): Json | undefined {
  if (at === null && order.quirks.zeroTimes) return info.numberSeconds ? 0 : '0';
  return seconds(at, info);
}

/** One status per order line. */
export function statusModule(order: TrueOrder): Json {
  return order.items.flatMap((item) =>
    item.lines.map((line) => ({
      order_line_id: line.id,
      main_order_status: mainStatus(line.status),
      main_sub_order_status: line.status === 111 ? 1 : 0,
      sku_display_status: line.status,
    })),
  );
}

function usFields(order: TrueOrder): JsonObject {
  return {
    ship_cancellation_plan_time: order.autoCancelAt === null ? undefined : String(order.autoCancelAt / 1000),
    delivery_sla: order.deliverByDate ?? undefined,
    is_smart_combined: false,
  };
}

function otherFields(order: TrueOrder, info: MarketInfo): JsonObject {
  return {
    close_sla_time: seconds(order.autoCancelAt, info),
    update_time: info.updateTime ? String(order.updatedAt) : undefined,
    need_invoice_flag: false,
    business_line: 1,
    canceled_during_status: info.textCount ? '<UNSET>' : undefined,
  };
}

/** The times, deadlines and payment of an order. */
export function tradeModule(order: TrueOrder, info: MarketInfo): JsonObject {
  return {
    main_order_id: order.id,
    main_order_type: 0,
    create_time: seconds(order.placedAt, info),
    payment_time: secondsOrZero(order.paidAt, order, info),
    pay_method: order.payMethod,
    latest_rts_time: seconds(order.shipByAt, info),
    latest_tts_time: seconds(order.collectByAt, info),
    fulfillment_type: 0,
    platform: 1,
    sale_region: info.region,
    split_combined_tag: 0,
    shipping_fee: info.tradeShippingFee ? money(order.amounts.shipping, info) : undefined,
    ...(info.market === 'US' ? usFields(order) : otherFields(order, info)),
  };
}

function reversePayload(reverse: TrueReturn, order: TrueOrder, info: MarketInfo, depth: Depth): JsonObject {
  const done = reverse.status === DONE;
  const paidBack = depth === 'get' && done && reverse.refund !== null;
  return {
    reverse_order_id: reverse.id,
    order_line_ids: reverse.lineIds,
    reverse_type: reverse.type,
    reverse_status: reverse.status,
    reverse_tab_status: done ? 900 : 800,
    reverse_from: reverse.type === 1 ? 3 : 1,
    reverse_reason: reverse.reason,
    reverse_reminder: { items: [] },
    cancel_desc: reverse.cancelledAt === null ? undefined : 'The cancellation was approved.',
    cancelled_time: secondsOrZero(reverse.cancelledAt, order, info),
    refund_time: secondsOrZero(reverse.refundedAt, order, info),
    seller_auto_approve_time: secondsOrZero(reverse.respondByAt, order, info),
    refund_total: paidBack ? money(reverse.refund ?? 0, info) : undefined,
  };
}

/** Cancellations, refunds and returns; absent when there are none. */
export function reverseModule(order: TrueOrder, info: MarketInfo, depth: Depth): Json | undefined {
  if (order.returns.length === 0) return undefined;
  return order.returns.map((reverse) => reversePayload(reverse, order, info, depth));
}
