import { type Account, emptyOrder, type Order, type OrderItem } from '../../model/order.ts';
import { stageOf } from '../../model/status.ts';
import { fillBill } from './bill.ts';
import { fillTimes } from './deadlines.ts';
import type { DetailParts, SkuPart } from './detail-parts.ts';
import { readParcels } from './parcels.ts';
import { boundedAmount, type PriceReader } from './price-reader.ts';
import { fillReverses, isPaidBack, readRefundSum } from './reverses.ts';
import { isKnownTitle, statusOf, statusOfWords } from './status.ts';

// Of these goods, not of such goods at large: "final sale items cannot be returned", "except final sale".
const FINAL_SALE =
  /(?<!\b(?:except|excluding|excl\.|not|not a)(?: for)? )\bfinal sale\b(?! (?:items|products|goods)\b)|\bnon-?(?:returnable|refundable)\b(?! (?:items|products|goods)\b)|\bnot (?:eligible for return|returnable)\b/i;
/** "visa(4417)": the method is kept, the card's digits are not. */
const CARD_DIGITS = /\s*(?:\([\d*•]+\)|(?:ending (?:in|with) |[*•]+ ?)\d{4}\b)/gi;
const RETURN_BUTTON = /^request_(?:return|reverse)$/;

/** A buyer's order from what its detail page tells; what was odd is in the reader's misses. */
export function orderOfDetail(
  parts: DetailParts,
  reader: PriceReader,
  { owner, seenAt }: { owner: Account; seenAt: number },
): Order {
  const order = emptyOrder(parts.orderId, owner);
  fillInfo(order, parts);
  fillTimes(order, parts.lines, seenAt);
  fillBill(order, parts, reader);
  order.counterparty = parts.shop;
  order.shipTo = parts.shipTo;
  order.packages = readParcels(parts);
  const refundSum = readRefundSum(parts, reader);
  order.statusLabel = parts.title?.text || null;
  if (isPaidBack(parts, statusOfWords(order.statusLabel) === 'CANCELLED')) order.amounts.refunded = refundSum;
  order.status = statusOf({
    label: order.statusLabel,
    lines: parts.lines,
    parcelLabels: parts.parcels.map((parcel) => parcel.title?.text ?? null),
    hasDeliveryDate: order.deliveredAt !== null,
    isTracked: order.packages.some((parcel) => parcel.trackingNumber !== null),
    isRefunded: isAllBack(order),
  });
  fillReverses(order, parts, refundSum);
  order.items = readItems(order, parts, reader);
  order.isFinalSale = readFinalSale(parts);
  order.currency = reader.orderCurrency;
  order.stage = stageOf(order);
  noteAbsent(order, parts, reader);
  return order;
}

function isAllBack({ amounts: { total, refunded } }: Order): boolean {
  return total !== null && refunded !== null && refunded >= total;
}

// Rows captured: Order ID, Order date, Payment method, Payment time, Delivery date (buyer-shop.md 2.5).
function fillInfo(order: Order, { info }: DetailParts): void {
  const timeOf = (label: RegExp) => info.find((row) => label.test(row.label) && row.at !== null)?.at ?? null;
  order.placedAt = timeOf(/^order(?:ed)? (?:date|time|on)/i);
  order.paidAt = timeOf(/^pa(?:yment|id) (?:date|time|on)/i);
  order.shippedAt = timeOf(/^ship(?:ping|ped|ment) (?:date|time|on)/i);
  order.deliveredAt = timeOf(/^deliver(?:y|ed) (?:date|time|on)/i);
  order.cancelledAt = timeOf(/^cancel(?:l?ed|l?ation) (?:date|time|on)/i);
  const method = info.find((row) => /^payment method/i.test(row.label))?.text;
  order.paymentMethod = method?.replace(CARD_DIGITS, '').trim() || null;
}

/** The products, each once: one that was split over parcels is counted together. */
function readItems(order: Order, parts: DetailParts, reader: PriceReader): OrderItem[] {
  const skus = [...parts.skus, ...parts.parcels.flatMap((parcel) => parcel.skus)];
  const items = new Map<string, OrderItem>();
  for (const sku of skus) {
    const key = sku.skuId ?? `${sku.name}|${sku.variation ?? ''}|${sku.priceText ?? ''}`;
    const known = items.get(key);
    if (!known) items.set(key, readItem(sku, reader));
    else if (known.quantity !== null)
      known.quantity = sku.quantity === null ? null : known.quantity + sku.quantity;
  }
  fillTotals([...items.values()], order.amounts.items);
  return [...items.values()];
}

function readItem(sku: SkuPart, reader: PriceReader): OrderItem {
  return {
    productId: null,
    skuId: sku.skuId,
    sellerSku: null,
    name: sku.name,
    variation: sku.variation,
    quantity: sku.quantity,
    unitPrice: reader.price('skus[].price.real_price.price_str', sku.priceText),
    total: null,
    lineIds: [],
    listPrice: reader.price('skus[].price.original_price', sku.listPriceText),
  };
}

/**
 * The page shows the price of one piece, captured for single pieces only: of several, the product is the line's
 * total only where all of them add up to the subtotal.
 */
function fillTotals(items: readonly OrderItem[], subtotal: number | null): void {
  const totals = items.map(({ unitPrice, quantity }) =>
    unitPrice === null || quantity === null ? null : boundedAmount(unitPrice * quantity),
  );
  const isProven = totals.reduce<number>((sum, total) => sum + (total ?? Number.NaN), 0) === subtotal;
  items.forEach((item, index) => {
    if (isProven || item.quantity === 1) item.total = totals[index] ?? null;
  });
}

function readFinalSale({ notes, buttons }: DetailParts): boolean | null {
  if (notes.some((note) => FINAL_SALE.test(note))) return true;
  return buttons.some((name) => RETURN_BUTTON.test(name)) ? false : null;
}

// Without these an order has no date, no goods or no state; its page has always shown them.
function noteAbsent(order: Order, parts: DetailParts, reader: PriceReader): void {
  const lines = [...parts.lines, ...parts.parcels.flatMap((parcel) => parcel.lines)];
  if (lines.some((line) => line.isOdd)) reader.miss('*.data_list[].data', 'epoch', '');
  if (order.placedAt === null) reader.miss('order_info.info_form.info_list[]', 'order date', undefined);
  if (order.items.length === 0) reader.miss('items_card', 'products', undefined);
  if (order.status === 'UNKNOWN' && !isKnownTitle(order.statusLabel)) {
    reader.miss('order_status_card.status.title', 'known status', parts.title?.text);
  }
}
