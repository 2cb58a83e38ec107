import {
  type Account,
  emptyOrder,
  type Order,
  type OrderItem,
  type OrderPackage,
  type OrderReturn,
} from '../../model/order.ts';
import { EXPORTED_RETURN_ID } from '../../model/returns.ts';
import { stageOf, statusOfLines } from '../../model/status.ts';
import type { CellReader } from './seller-cells.ts';
import { columnKey } from './seller-columns.ts';
import { type LineField, lineCell, type OrderDraft, type SharedField } from './seller-order-draft.ts';
import { statusOfLabels } from './seller-statuses.ts';
import { type Cell, cellText } from './seller-table.ts';

type Line = readonly Cell[];

/** What the labels of "Cancelation/Return Type" mean, in the languages of the pages. */
const RETURN_LABELS = labelSet(
  'Return/Refund',
  'Pengembalian/Pengembalian dana',
  'Trả hàng/Hoàn tiền',
  'คืนสินค้า/คืนเงิน',
  'Devolução/Reembolso',
  'Devolución/Reembolso',
);
const CANCEL_LABELS = labelSet(
  'Cancel',
  'Pembatalan',
  'Batal',
  'Hủy',
  'Huỷ',
  'ยกเลิก',
  'Cancelamento',
  'Cancelar',
  'Cancelación',
);

function labelSet(...labels: string[]): ReadonlySet<string> {
  return new Set(labels.map(columnKey));
}

/** The order that the rows of a file tell; what could not be read is in the reader's misses. */
export function buildOrder(
  draft: OrderDraft,
  owner: Account,
  currency: string | null,
  reader: CellReader,
): Order {
  const order = emptyOrder(draft.id, owner);
  order.currency = currency;
  fillTimes(order, draft, reader);
  fillAmounts(order, draft, reader);
  const lines = draft.sortedLines();
  order.items = readItems(lines, reader);
  order.packages = readPackages(lines, reader);
  order.returns = readReturns(order, lines, reader);
  order.counterparty = oneText(draft, 'buyerName') ?? oneText(draft, 'buyerNickname');
  order.paymentMethod = oneText(draft, 'paymentMethod');
  order.isPreOrder = preOrderOf(oneText(draft, 'orderKind'));
  order.hasBuyerNote = draft.hasBuyerMessage;
  fillStatus(order, lines, reader);
  return order;
}

function fillTimes(order: Order, draft: OrderDraft, reader: CellReader): void {
  const times = (field: SharedField) => draft.shared(field).flatMap((cell) => reader.time(field, cell) ?? []);
  // Parcels of one order leave and arrive at times of their own: it is shipped with the first, delivered with
  // the last.
  const first = (values: number[]) => (values.length > 0 ? Math.min(...values) : null);
  const last = (values: number[]) => (values.length > 0 ? Math.max(...values) : null);
  order.placedAt = first(times('placedAt'));
  order.paidAt = first(times('paidAt'));
  order.shippedAt = first(times('shippedAt'));
  order.deliveredAt = last(times('deliveredAt'));
  order.cancelledAt = last(times('cancelledAt'));
}

function fillAmounts(order: Order, draft: OrderDraft, reader: CellReader): void {
  const shared = (field: SharedField) => {
    const cells = draft.shared(field);
    if (cells.length > 1) return reader.miss(field, 'one value for all rows of an order', 'several');
    return cells[0] === undefined ? null : reader.amount(field, cells[0]);
  };
  const sum = (field: LineField) =>
    reader.sum(
      field,
      draft.lines.map((line) => reader.amount(field, lineCell(line, field))),
    );
  const sellerDiscount = sum('skuSellerDiscount');
  const platformDiscount = sum('skuPlatformDiscount');
  const discounts = [sellerDiscount, platformDiscount];
  order.amounts = {
    total: shared('total'),
    // The goods with the discounts taken off, as the order pages' own subtotal has them.
    items: sum('skuTotal') ?? reader.sum('skuSubtotal', [sum('skuSubtotal'), ...discounts.map(negative)]),
    shipping: shared('shippingFee'),
    tax: shared('tax'),
    sellerDiscount,
    platformDiscount,
    refunded: shared('refunded'),
  };
}

function negative(amountMinor: number | null): number | null {
  return amountMinor === null ? null : -amountMinor;
}

function oneText(draft: OrderDraft, field: SharedField): string | null {
  return draft.shared(field).map(cellText).sort()[0] ?? null;
}

function preOrderOf(label: string | null): boolean | null {
  if (label === null) return null;
  const key = columnKey(label);
  return key === 'preorder' ? true : key === 'normal' ? false : null;
}

/** One item for each SKU: rows of the same SKU that differ (a gift, a second price) are its pieces together. */
function readItems(lines: readonly Line[], reader: CellReader): OrderItem[] {
  const items = new Map<string, OrderItem>();
  for (const line of lines) {
    const item = readItem(line, reader);
    const key = item.skuId ?? JSON.stringify([item.sellerSku, item.name, item.variation]);
    const twin = items.get(key);
    items.set(key, twin ? joinItems(twin, item, reader) : item);
  }
  return [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function readItem(line: Line, reader: CellReader): OrderItem {
  const text = (field: LineField) => cellText(lineCell(line, field)) || null;
  return {
    productId: null,
    skuId: reader.id('skuId', lineCell(line, 'skuId')),
    sellerSku: text('sellerSku'),
    name: text('productName') ?? '',
    variation: text('variation'),
    quantity: reader.count('quantity', lineCell(line, 'quantity')),
    unitPrice: reader.amount('unitPrice', lineCell(line, 'unitPrice')),
    total: reader.amount('skuTotal', lineCell(line, 'skuTotal')),
    lineIds: [],
  };
}

function joinItems(a: OrderItem, b: OrderItem, reader: CellReader): OrderItem {
  return {
    ...a,
    quantity: reader.sum('quantity', [a.quantity, b.quantity]),
    unitPrice: a.unitPrice === b.unitPrice ? a.unitPrice : null,
    total: reader.sum('skuTotal', [a.total, b.total]),
  };
}

function readPackages(lines: readonly Line[], reader: CellReader): OrderPackage[] {
  const parcels = new Map<string, OrderPackage>();
  for (const line of lines) {
    const id = reader.id('packageId', lineCell(line, 'packageId'));
    const tracking = lineCell(line, 'trackingNumber');
    const trackingNumber =
      typeof tracking === 'number' ? reader.id('trackingNumber', tracking) : cellText(tracking) || null;
    const key = id ?? trackingNumber;
    if (key === null) continue;
    const known = parcels.get(key);
    const carrier = cellText(lineCell(line, 'carrier')) || null;
    parcels.set(key, {
      id,
      trackingNumber: known?.trackingNumber ?? trackingNumber,
      carrier: known?.carrier ?? carrier,
      etaAt: null,
      events: [],
      unitId: null,
    });
  }
  return [...parcels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parcel]) => parcel);
}

/**
 * The refund that the columns tell: that there was one and what it came to. They don't tell its id, its times nor
 * whether a request without a refund is still open, so such a request is left to the page.
 */
function readReturns(order: Order, lines: readonly Line[], reader: CellReader): OrderReturn[] {
  const labels = lines.map((line) => columnKey(cellText(lineCell(line, 'returnType'))));
  if (labels.some((key) => key !== '' && !RETURN_LABELS.has(key) && !CANCEL_LABELS.has(key))) {
    reader.miss('returnType', 'known label', 'string');
  }
  const { refunded } = order.amounts;
  if (refunded === null || refunded <= 0 || !labels.some((key) => RETURN_LABELS.has(key))) return [];
  const returned = lines.map((line) => reader.count('returnedQuantity', lineCell(line, 'returnedQuantity')));
  return [
    {
      id: EXPORTED_RETURN_ID,
      type: returned.some((count) => count !== null && count > 0) ? 'RETURN_AND_REFUND' : 'REFUND',
      status: 'COMPLETE',
      amount: refunded,
      openedAt: null,
      respondByAt: null,
      closedAt: null,
      lineIds: [],
      received: refunded,
    },
  ];
}

function fillStatus(order: Order, lines: readonly Line[], reader: CellReader): void {
  const text = (line: Line, field: LineField) => cellText(lineCell(line, field));
  const rows = lines.map((line) => statusOfLabels(text(line, 'status'), text(line, 'substatus')));
  if (rows.some((row) => !row.isStatusKnown)) reader.miss('status', 'known label', 'string');
  if (rows.some((row) => !row.isSubstatusKnown)) reader.miss('substatus', 'known label', 'string');
  const known = rows.map((row) => row.status);
  order.status = known.includes('UNKNOWN') ? 'UNKNOWN' : statusOfLines(known);
  order.statusLabel = [...new Set(rows.flatMap((row) => row.label ?? []))].sort().join(', ') || null;
  order.stage = stageOf(order);
}
