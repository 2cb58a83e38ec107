import { MARKETS, type MarketInfo } from './markets.ts';
import { DELIVERED, IN_TRANSIT } from './parcels.ts';
import { DONE, IN_PROGRESS } from './reverses.ts';
import { orderStatus } from './status.ts';
import { endOfDate } from './time.ts';
import type { SkuStatus, TrueEvent, TrueItem, TrueOrder, TruePackage, TrueReturn } from './types.ts';
import { listEvent } from './wire-parcels.ts';

/** What was read: the list pages, or also each order's detail, history and logistics. */
export type Level = 'list' | 'all';

export interface ExpectedItem {
  productId: string;
  skuId: string;
  sellerSku: string | null;
  name: string;
  variation: string | null;
  quantity: number;
  unitPrice: number | null;
  total: number;
  lineIds: string[];
}

export interface ExpectedPackage {
  id: string;
  trackingNumber: string | null;
  carrier: string | null;
  etaAt: number | null;
  unitId: string;
  events: TrueEvent[];
}

export interface ExpectedReturn {
  id: string;
  type: string;
  status: string;
  amount: number | null;
  openedAt: null;
  respondByAt: number | null;
  closedAt: number | null;
  lineIds: string[];
  received: number | null;
}

export interface ExpectedAmounts {
  total: number;
  items: number;
  shipping: number | null;
  tax: number | null;
  sellerDiscount: number | null;
  platformDiscount: number | null;
  refunded: number | null;
}

/** An order as a perfect reader would know it: the export format without account and sources. */
export interface ExpectedOrder {
  id: string;
  role: 'seller';
  market: string;
  currency: string;
  status: string;
  stage: string;
  statusLabel: string;
  placedAt: number;
  paidAt: number | null;
  shippedAt: number | null;
  deliveredAt: number | null;
  cancelledAt: number | null;
  deadlines: Record<
    'shipByAt' | 'collectByAt' | 'autoCancelAt' | 'deliverByAt' | 'returnByAt',
    number | null
  >;
  amounts: ExpectedAmounts;
  counterparty: string | null;
  items: ExpectedItem[];
  packages: ExpectedPackage[];
  returns: ExpectedReturn[];
  paymentMethod: string;
  updatedAt: number | null;
  hasBuyerNote: boolean | null;
  isPreOrder: boolean | null;
  timeline: TrueEvent[];
  /** What only a buyer's sources tell. */
  billItems: [];
  shipTo: null;
  isFinalSale: null;
  /** What only finance exports tell. */
  settlement: null;
}

const WORDS: Record<SkuStatus, readonly [status: string, stage: string, label: string]> = {
  100: ['UNPAID', 'pending', 'Unpaid'],
  105: ['ON_HOLD', 'pending', 'On hold'],
  111: ['AWAITING_SHIPMENT', 'pending', 'To ship'],
  112: ['AWAITING_COLLECTION', 'processed', 'Awaiting collection'],
  114: ['PARTIALLY_SHIPPING', 'processed', 'Partially shipped'],
  121: ['IN_TRANSIT', 'shipped', 'In transit'],
  122: ['DELIVERED', 'delivered', 'Delivered'],
  130: ['COMPLETED', 'delivered', 'Completed'],
  140: ['CANCELLED', 'cancelled', 'Canceled'],
};

const RETURN_TYPES = { 1: 'CANCELLATION', 2: 'REFUND', 3: 'RETURN_AND_REFUND', 4: 'CANCELLATION' } as const;

function refundedOf(order: TrueOrder, level: Level): number | null {
  if (level === 'list') return null;
  const carried = order.returns.filter((reverse) => reverse.status === DONE && reverse.refund !== null);
  return carried.length === 0 ? null : carried.reduce((sum, reverse) => sum + (reverse.refund ?? 0), 0);
}

function cameBack(order: TrueOrder): boolean {
  const back = order.returns.filter((reverse) => reverse.type === 3 && reverse.status === DONE);
  const lines = new Set(back.flatMap((reverse) => reverse.lineIds));
  return order.items.every((item) => item.lines.every((line) => lines.has(line.id)));
}

function stageOf(order: TrueOrder, status: SkuStatus, refunded: number | null): string {
  const stage = WORDS[status][1];
  if (stage !== 'delivered') return stage;
  const paidBack = order.amounts.total > 0 && (refunded ?? 0) >= order.amounts.total;
  return paidBack || cameBack(order) ? 'returned' : stage;
}

function amountsOf(order: TrueOrder, info: MarketInfo, level: Level): ExpectedAmounts {
  const { amounts } = order;
  const full = level === 'all' || info.fullPriceInList;
  return {
    total: amounts.total,
    items: amounts.items,
    shipping: full || info.tradeShippingFee ? amounts.shipping : null,
    tax: full && info.taxRate > 0 ? amounts.tax : null,
    sellerDiscount: full ? amounts.sellerDiscount : null,
    platformDiscount: full ? amounts.platformDiscount : null,
    refunded: refundedOf(order, level),
  };
}

function itemOf(item: TrueItem, info: MarketInfo, level: Level): ExpectedItem {
  return {
    productId: item.productId,
    skuId: item.skuId,
    sellerSku: info.sellerSku ? item.sellerSku : null,
    name: item.name,
    variation: item.variation || null,
    quantity: item.lines.length,
    unitPrice: level === 'all' || info.unitPriceInList ? item.unitPrice : null,
    total: item.unitPrice * item.lines.length,
    lineIds: item.lines.map((line) => line.id),
  };
}

function packageOf(order: TrueOrder, parcel: TruePackage, level: Level): ExpectedPackage {
  const shown = listEvent(order, parcel);
  const listed = shown ? [{ ...shown, text: null }] : [];
  return {
    id: parcel.packageId ?? parcel.unitId,
    trackingNumber: parcel.trackingNumber,
    carrier: parcel.carrier?.name ?? null,
    etaAt: level === 'all' ? parcel.etaAt : null,
    unitId: parcel.unitId,
    events: level === 'all' ? parcel.tracks.map((track) => ({ ...track })) : listed,
  };
}

function returnOf(reverse: TrueReturn, level: Level): ExpectedReturn {
  const done = reverse.status === DONE;
  const words: Record<number, string> = { [DONE]: 'COMPLETE', [IN_PROGRESS]: 'PENDING' };
  return {
    id: reverse.id,
    type: RETURN_TYPES[reverse.type],
    status: words[reverse.status] ?? String(reverse.status),
    amount: level === 'all' && done ? reverse.refund : null,
    openedAt: null,
    respondByAt: reverse.respondByAt,
    closedAt: done ? (reverse.refundedAt ?? reverse.cancelledAt) : null,
    lineIds: [...reverse.lineIds],
    received: level === 'all' && done ? reverse.refund : null,
  };
}

function trackTimes(order: TrueOrder, title: string): number[] {
  return order.packages.flatMap((parcel) =>
    parcel.tracks.filter((track) => track.title === title).map((track) => track.at),
  );
}

function timesOf(order: TrueOrder, level: Level) {
  const cancel = order.returns.find(
    (reverse) => reverse.type !== 2 && reverse.type !== 3 && reverse.cancelledAt,
  );
  const shipped = level === 'all' ? trackTimes(order, IN_TRANSIT) : [];
  const delivered = level === 'all' ? trackTimes(order, DELIVERED) : [];
  return {
    placedAt: order.placedAt,
    paidAt: order.paidAt,
    shippedAt: shipped.length > 0 ? Math.min(...shipped) : null,
    deliveredAt: delivered.length > 0 ? Math.max(...delivered) : null,
    cancelledAt: cancel?.cancelledAt ?? null,
  };
}

function deadlinesOf(order: TrueOrder, info: MarketInfo): ExpectedOrder['deadlines'] {
  return {
    shipByAt: order.shipByAt,
    collectByAt: order.collectByAt,
    autoCancelAt: order.autoCancelAt,
    deliverByAt: order.deliverByDate === null ? null : endOfDate(order.deliverByDate, info.zone),
    returnByAt: null,
  };
}

function counterpartyOf(order: TrueOrder, info: MarketInfo, level: Level): string | null {
  if (level === 'all' || info.buyerInList === 'name') return order.buyer.name;
  return info.buyerInList === 'nickname' ? order.buyer.nickname : null;
}

/** What a perfect reader knows of an order, told from the shop's own record. */
export function expectedOrder(order: TrueOrder, level: Level): ExpectedOrder {
  const info = MARKETS[order.market];
  const status = orderStatus(order);
  const amounts = amountsOf(order, info, level);
  return {
    id: order.id,
    role: 'seller',
    market: info.region,
    currency: info.currency,
    status: WORDS[status][0],
    stage: stageOf(order, status, amounts.refunded),
    statusLabel: WORDS[status][2],
    ...timesOf(order, level),
    deadlines: deadlinesOf(order, info),
    amounts,
    counterparty: counterpartyOf(order, info, level),
    items: order.items.map((item) => itemOf(item, info, level)),
    packages: order.packages.map((parcel) => packageOf(order, parcel, level)),
    returns: order.returns.map((reverse) => returnOf(reverse, level)),
    paymentMethod: order.payMethod,
    updatedAt: info.updateTime ? order.updatedAt : null,
    hasBuyerNote: order.quirks.noteless ? null : order.buyerNote !== null,
    isPreOrder: order.quirks.labelless ? null : order.preOrder,
    timeline: level === 'all' ? order.history.map((event) => ({ ...event })) : [],
    billItems: [],
    shipTo: null,
    isFinalSale: null,
    settlement: null,
  };
}

/** The expectation for each order of a shop, newest first. */
export function expectedOrders(orders: readonly TrueOrder[], level: Level): ExpectedOrder[] {
  return orders.map((order) => expectedOrder(order, level));
}
