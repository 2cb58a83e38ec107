import * as z from 'zod/mini';

// Modules of `main_orders[]` and `main_order[]` (seller-center.md 2.1). Every module is optional: its presence
// varies with status and region, and TikTok leaves out what is empty.

/** Optional and nullable: absent, null and present are all usual. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
/** Ids, times and counts come as text or as numbers, by module and region. */
export const scalar = z.union([z.string(), z.number()]);
/** An id: digits as text or as an integer; the longest known has 19. */
export const idScalar = z.union([z.string().check(z.regex(/^[\w-]{1,64}$/)), z.int().check(z.positive())]);
const list = <T extends z.ZodMiniType>(schema: T) => maybe(z.array(schema));

export const Money = z.object({ price_val: maybe(scalar), currency: maybe(z.string()) });

const StatusLine = z.object({
  order_line_id: maybe(scalar),
  main_order_status: maybe(z.number()),
  sku_display_status: maybe(z.number()),
});

const Sku = z.object({
  order_line_ids: list(idScalar),
  product_id: maybe(idScalar),
  sku_id: maybe(idScalar),
  product_name: maybe(z.string()),
  sku_name: maybe(z.string()),
  seller_sku_name: maybe(z.string()),
  quantity: maybe(z.int().check(z.minimum(0))),
  sku_unit_price: maybe(Money),
  sku_total_price: maybe(Money),
});

const PriceModule = z.object({
  grand_total: maybe(Money),
  sub_total: maybe(Money),
  shipping_fee: maybe(Money),
  taxes: maybe(Money),
  seller_discount_total: maybe(Money),
  platform_discount_total: maybe(Money),
});

const TradeOrderModule = z.object({
  create_time: maybe(scalar),
  payment_time: maybe(scalar),
  update_time: maybe(scalar),
  pay_method: maybe(z.string()),
  latest_rts_time: maybe(scalar),
  latest_tts_time: maybe(scalar),
  close_sla_time: maybe(scalar),
  ship_cancellation_plan_time: maybe(scalar),
  delivery_sla: maybe(scalar),
  shipping_fee: maybe(Money),
});

const FulfillUnit = z.object({ fulfill_unit_id: maybe(scalar), package_id: maybe(scalar) });

const Delivery = z.object({
  fulfill_unit_id: maybe(scalar),
  tracking_no: maybe(scalar),
  shipment_provider_info: maybe(z.object({ name: maybe(z.string()) })),
});

const LogisticsInfo = z.object({
  fulfill_unit_id: maybe(scalar),
  logistics_detail_item: maybe(z.object({ timestamp: maybe(scalar), display_msg: maybe(z.string()) })),
});

const Reverse = z.object({
  reverse_order_id: idScalar,
  order_line_ids: list(idScalar),
  reverse_type: maybe(z.number()),
  reverse_status: maybe(z.number()),
  cancelled_time: maybe(scalar),
  refund_time: maybe(scalar),
  seller_auto_approve_time: maybe(scalar),
  // Inferred: order/get carries the refunded amount of a finished reverse; the name was never captured.
  refund_total: maybe(Money),
});

const BuyerInfo = z.object({
  buyer_nickname: maybe(z.string()),
  shipping_address: maybe(
    z.object({ items: list(z.object({ key: maybe(z.string()), value: maybe(z.string()) })) }),
  ),
});

export const MainOrder = z.object({
  main_order_id: idScalar,
  trade_order_module: maybe(TradeOrderModule),
  order_status_module: list(StatusLine),
  price_module: maybe(PriceModule),
  sku_module: list(Sku),
  fulfill_line_module: list(Sku),
  fulfill_unit_id_mapper: list(FulfillUnit),
  delivery_module: list(Delivery),
  logistics_info_module: list(LogisticsInfo),
  reverse_module: list(Reverse),
  buyer_info_module: maybe(BuyerInfo),
  note_module: maybe(z.object({ has_buyer_note: maybe(z.boolean()), buyer_note: maybe(z.string()) })),
  order_label_module: list(z.object({ isPreOrder: maybe(z.number()) })),
});
export type MainOrder = z.output<typeof MainOrder>;
export type Money = z.output<typeof Money>;
export type Sku = z.output<typeof Sku>;
