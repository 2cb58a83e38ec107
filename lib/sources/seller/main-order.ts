import { isCurrency } from '../../model/money.ts';
import { type Account, emptyOrder, type Order, type OrderItem, type OrderStatus } from '../../model/order.ts';
import { stageOf, statusOfLines } from '../../model/status.ts';
import { takeCensus } from '../drift.ts';
import { MissLog } from '../misses.ts';
import type { Miss } from '../source.ts';
import { parseTolerant } from '../tolerant.ts';
import { FieldReader, textOf } from './fields.ts';
import { readPackages, readReturns } from './main-order-parts.ts';
import { MainOrder, type Sku } from './main-order-schema.ts';

/** `sku_display_status`: the Open API's legacy integers, with the words of Seller Center's tabs. */
const STATUS_OF_CODE = new Map<number, { status: OrderStatus; label: string }>([
  [100, { status: 'UNPAID', label: 'Unpaid' }],
  [105, { status: 'ON_HOLD', label: 'On hold' }],
  [111, { status: 'AWAITING_SHIPMENT', label: 'To ship' }],
  [112, { status: 'AWAITING_COLLECTION', label: 'Awaiting collection' }],
  [114, { status: 'PARTIALLY_SHIPPING', label: 'Partially shipped' }],
  [121, { status: 'IN_TRANSIT', label: 'In transit' }],
  [122, { status: 'DELIVERED', label: 'Delivered' }],
  [130, { status: 'COMPLETED', label: 'Completed' }],
  [140, { status: 'CANCELLED', label: 'Canceled' }],
]);

/** One entry of `main_orders[]` -> an order, or undefined when it has no id. What was odd is in `misses`. */
export function readMainOrder(
  entry: unknown,
  owner: Account,
  root: string,
): { order: Order | undefined; misses: Miss[] } {
  const { value: main, misses } = parseTolerant(MainOrder, entry, root);
  if (!main) return { order: undefined, misses };
  const currency =
    textOf(main.price_module?.grand_total?.currency) ?? textOf(main.price_module?.sub_total?.currency);
  const reader = new FieldReader(root, currency, owner.market);
  const order = emptyOrder(String(main.main_order_id), owner);
  order.currency = reader.currency !== null && isCurrency(reader.currency) ? reader.currency : null;
  fillTrade(order, main, reader);
  fillAmounts(order, main, reader);
  order.items = (main.sku_module ?? main.fulfill_line_module ?? []).map((sku) => readItem(sku, reader));
  order.packages = readPackages(main, reader);
  order.returns = readReturns(main, reader);
  fillOutcome(order, main, reader);
  fillStatus(order, main, reader);
  noteAbsent(main, reader);
  const log = new MissLog();
  log.addAll(misses);
  log.addAll(reader.misses);
  if (log.size > 0) log.addAll(unreadFields(entry, root));
  return { order, misses: log.toArray() };
}

// Without these an order has no date, no amount or no goods. TikTok has always sent them.
function noteAbsent(main: MainOrder, reader: FieldReader): void {
  if (textOf(main.trade_order_module?.create_time) === null) {
    reader.miss('trade_order_module.create_time', 'epoch', undefined);
  }
  if (textOf(main.price_module?.grand_total?.price_val) === null) {
    reader.miss('price_module.grand_total', 'money', undefined);
  }
  if (!main.sku_module?.length && !main.fulfill_line_module?.length)
    reader.miss('sku_module', 'array', undefined);
}

// When something expected is gone, the fields that nobody reads tell where it may have moved to.
function unreadFields(entry: unknown, root: string): Miss[] {
  const { unread } = takeCensus(MainOrder, entry, root);
  return [...unread].filter(isNewField).map((path) => ({ path, expected: 'nothing', got: 'unread' }));
}

// Modules that are known and passed by on purpose: they carry nothing of an order's money, time or identity.
const PASSED_BY =
  /\.(action|print_label|reminder|processing_time_info|auction|additional_service_purchased|fulfillment)_module|\.(extra_data_map|trade_order_id_mapper|product_image|pkg_attr|logistics_service_info|avatar|promotion_infos)\b|\.(symbol|format_price|main_order_id|order_line_id)$/;

function isNewField(path: string): boolean {
  return !PASSED_BY.test(path);
}

function fillTrade(order: Order, main: MainOrder, reader: FieldReader): void {
  const trade = main.trade_order_module;
  if (!trade) return;
  const at = (field: string) => `trade_order_module.${field}`;
  order.placedAt = reader.time(at('create_time'), trade.create_time);
  order.paidAt = reader.time(at('payment_time'), trade.payment_time);
  order.updatedAt = reader.time(at('update_time'), trade.update_time);
  order.paymentMethod = textOf(trade.pay_method);
  order.deadlines.shipByAt = reader.time(at('latest_rts_time'), trade.latest_rts_time);
  order.deadlines.collectByAt = reader.time(at('latest_tts_time'), trade.latest_tts_time);
  // The US names the auto-cancel time differently.
  order.deadlines.autoCancelAt =
    reader.time(at('close_sla_time'), trade.close_sla_time) ??
    reader.time(at('ship_cancellation_plan_time'), trade.ship_cancellation_plan_time);
  order.deadlines.deliverByAt = reader.dayEnd(at('delivery_sla'), trade.delivery_sla);
}

function fillAmounts(order: Order, main: MainOrder, reader: FieldReader): void {
  const price = main.price_module;
  const at = (field: string) => `price_module.${field}`;
  order.amounts.total = reader.money(at('grand_total'), price?.grand_total);
  order.amounts.items = reader.money(at('sub_total'), price?.sub_total);
  order.amounts.shipping =
    reader.money(at('shipping_fee'), price?.shipping_fee) ??
    reader.money('trade_order_module.shipping_fee', main.trade_order_module?.shipping_fee);
  order.amounts.tax = reader.money(at('taxes'), price?.taxes);
  order.amounts.sellerDiscount = reader.money(at('seller_discount_total'), price?.seller_discount_total);
  order.amounts.platformDiscount = reader.money(
    at('platform_discount_total'),
    price?.platform_discount_total,
  );
}

function readItem(sku: Sku, reader: FieldReader): OrderItem {
  return {
    productId: textOf(sku.product_id),
    skuId: textOf(sku.sku_id),
    sellerSku: textOf(sku.seller_sku_name),
    name: sku.product_name ?? '',
    variation: textOf(sku.sku_name),
    quantity: sku.quantity ?? null,
    unitPrice: reader.money('sku_module[].sku_unit_price', sku.sku_unit_price),
    total: reader.money('sku_module[].sku_total_price', sku.sku_total_price),
    lineIds: (sku.order_line_ids ?? []).map(String),
  };
}

function fillOutcome(order: Order, main: MainOrder, reader: FieldReader): void {
  const refunds = order.returns.filter((entry) => entry.status === 'COMPLETE' && entry.amount !== null);
  if (refunds.length > 0)
    order.amounts.refunded = refunds.reduce((sum, entry) => sum + (entry.amount ?? 0), 0);
  const cancelled = (main.reverse_module ?? []).find(
    (reverse) => (reverse.reverse_type === 1 || reverse.reverse_type === 4) && reverse.reverse_status === 100,
  );
  order.cancelledAt = reader.time('reverse_module[].cancelled_time', cancelled?.cancelled_time);
  const name = main.buyer_info_module?.shipping_address?.items?.find((item) => item.key === 'name');
  order.counterparty = textOf(name?.value) ?? textOf(main.buyer_info_module?.buyer_nickname);
  if (main.note_module) {
    order.hasBuyerNote = main.note_module.has_buyer_note ?? textOf(main.note_module.buyer_note) !== null;
  }
  const preOrder = main.order_label_module?.find((label) => typeof label.isPreOrder === 'number');
  if (preOrder) order.isPreOrder = preOrder.isPreOrder === 1;
}

function fillStatus(order: Order, main: MainOrder, reader: FieldReader): void {
  const codes = (main.order_status_module ?? []).map((line) => line.sku_display_status);
  const known = codes.map((code) => (typeof code === 'number' ? STATUS_OF_CODE.get(code) : undefined));
  const odd = codes.findIndex((code, index) => typeof code === 'number' && known[index] === undefined);
  if (codes.length === 0 || codes.some((code) => typeof code !== 'number')) {
    reader.miss('order_status_module[].sku_display_status', 'number', undefined);
  }
  if (odd >= 0) reader.miss('order_status_module[].sku_display_status', 'known status', codes[odd]);
  order.status =
    odd >= 0 ? 'UNKNOWN' : statusOfLines(known.flatMap((entry) => (entry ? [entry.status] : [])));
  order.statusLabel =
    odd >= 0
      ? `Status ${codes[odd]}`
      : ([...STATUS_OF_CODE.values()].find((entry) => entry.status === order.status)?.label ?? null);
  order.stage = stageOf(order);
}
