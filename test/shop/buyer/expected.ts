// The truth about a buyer's orders, told from TikTok's own record (types.ts) and from nothing in lib/.
//
// What each level tells (orders.md; buyer-shop.md 2.3 and 2.5):
// - 'list': id, counterparty (the shop), placedAt, statusLabel (the card's title), status as far as that title
//   tells it, the names of the items and nothing else of them, and what the one line below the title says:
//   returnByAt of a delivered order, shipByAt of one to ship, autoCancelAt of one to pay, deliverByAt of one
//   that is on its way in a single parcel. It has no parcels, and no money: no amount and no currency. "Refund
//   issued" does not say what became of the order: UNKNOWN.
// - 'detail': the list, and the order's own page: paidAt, deliveredAt (once all of it is), cancelledAt, payment
//   method, all of the bill with its lines (the total is the last), items with SKU, variation, quantity and
//   prices, shipTo (name, street, city, state, country, ZIP; no e-mail, no phone), returns, isFinalSale (true
//   where it says so, false where it offers a return), and the parcels with carrier, tracking number and
//   estimate, but without scans; one that goes back to the shop stands last, without an id. An order that is
//   long done, or refunded, shows no parcels. "Refund issued" with a delivery date is DELIVERED.
// - 'all': the detail, and the tracking page of every parcel that there is: scans, and shippedAt with them.
//
// etaAt and deliverByAt are the last day of a range. A discount that the bill has no line for is null. `amount` of a
// return is what was promised: the page tells it of a refund that is awaited, which is PENDING, and nothing is
// received. Once issued it is COMPLETE, and the page tells what came, and no longer what had been promised.
// autoCancelAt comes from a countdown in whole seconds: allow COUNTDOWN_SLACK_MS around it. It is a whole minute.

import type { TrueEvent } from '../types.ts';
import { IN_TRANSIT } from './parcels.ts';
import type { BuyerItem, BuyerKind, BuyerOrder, BuyerParcel, BuyerRefund } from './types.ts';
import { showsParcels } from './wire-cards.ts';
import { billOf } from './wire-detail.ts';
import { TITLES } from './wire-status.ts';

/** What was read: the list pages, each order's page too, or each parcel's page as well. */
export type BuyerLevel = 'list' | 'detail' | 'all';

/** How far a reader's autoCancelAt may be from the truth: the page only counts down. */
export const COUNTDOWN_SLACK_MS = 35_000;

export interface ExpectedBuyerItem {
  productId: null;
  skuId: string | null;
  sellerSku: null;
  name: string;
  variation: string | null;
  quantity: number | null;
  unitPrice: number | null;
  total: number | null;
  lineIds: [];
}

export interface ExpectedBuyerPackage {
  /** The page shows none of a parcel that goes back. */
  id: string | null;
  trackingNumber: string | null;
  carrier: string | null;
  etaAt: number | null;
  unitId: null;
  events: TrueEvent[];
  /** Absent for a parcel to the buyer. */
  isReturn?: true;
}

export interface ExpectedBuyerReturn {
  id: string;
  type: 'CANCELLATION' | 'REFUND' | 'RETURN_AND_REFUND';
  status: 'COMPLETE' | 'PENDING';
  amount: number | null;
  openedAt: number | null;
  respondByAt: null;
  closedAt: number | null;
  lineIds: [];
  received: number | null;
}

type Times = 'placedAt' | 'paidAt' | 'shippedAt' | 'deliveredAt' | 'cancelledAt';
type Deadlines = 'shipByAt' | 'collectByAt' | 'autoCancelAt' | 'deliverByAt' | 'returnByAt';
type Amounts = 'total' | 'items' | 'shipping' | 'tax' | 'sellerDiscount' | 'platformDiscount' | 'refunded';

/** A buyer's order as a perfect reader would know it: the export format without account and sources. */
export interface ExpectedBuyerOrder extends Record<Times, number | null> {
  id: string;
  role: 'buyer';
  market: 'US';
  currency: 'USD' | null;
  status: string;
  stage: string;
  statusLabel: string;
  deadlines: Record<Deadlines, number | null>;
  amounts: Record<Amounts, number | null>;
  counterparty: string;
  items: ExpectedBuyerItem[];
  packages: ExpectedBuyerPackage[];
  returns: ExpectedBuyerReturn[];
  paymentMethod: string | null;
  updatedAt: null;
  hasBuyerNote: null;
  isPreOrder: null;
  timeline: [];
  billItems: { label: string; amount: number }[];
  shipTo: string | null;
  isFinalSale: boolean | null;
}

const STATUS: Record<BuyerKind, string> = {
  unpaid: 'UNPAID',
  'just-paid': 'AWAITING_SHIPMENT',
  'to-ship': 'AWAITING_SHIPMENT',
  'in-transit': 'IN_TRANSIT',
  'out-for-delivery': 'IN_TRANSIT',
  delivered: 'DELIVERED',
  completed: 'COMPLETED',
  'partly-shipped': 'PARTIALLY_SHIPPING',
  'parcels-on-the-way': 'IN_TRANSIT',
  'parcels-partly-delivered': 'IN_TRANSIT',
  'parcels-completed': 'COMPLETED',
  'refund-pending': 'DELIVERED',
  returning: 'DELIVERED',
  refunded: 'DELIVERED',
  'refunded-part': 'COMPLETED',
  cancelled: 'CANCELLED',
  'cancelled-unpaid': 'CANCELLED',
  'final-sale': 'DELIVERED',
};

const STAGES: Record<string, string> = {
  UNPAID: 'pending',
  AWAITING_SHIPMENT: 'pending',
  PARTIALLY_SHIPPING: 'processed',
  IN_TRANSIT: 'shipped',
  DELIVERED: 'delivered',
  COMPLETED: 'delivered',
  CANCELLED: 'cancelled',
  UNKNOWN: 'unknown',
};

function statusOf({ kind }: BuyerOrder, level: BuyerLevel): string {
  return level === 'list' && kind === 'refunded' ? 'UNKNOWN' : STATUS[kind];
}

function stageOf(status: string, { total, refunded }: Record<Amounts, number | null>): string {
  const stage = STAGES[status] ?? 'unknown';
  const isPaidBack = total !== null && refunded !== null && total > 0 && refunded >= total;
  return stage === 'delivered' && isPaidBack ? 'returned' : stage;
}

function deadlinesOf(order: BuyerOrder, level: BuyerLevel): Record<Deadlines, number | null> {
  const { shipByAt, autoCancelAt, returnByAt, kind, parcels } = order;
  const isTold = level !== 'list' || kind === 'delivered';
  return {
    shipByAt,
    collectByAt: null,
    autoCancelAt,
    deliverByAt: parcels.length === 1 ? (parcels[0]?.eta?.until ?? null) : null,
    returnByAt: isTold ? returnByAt : null,
  };
}

function timesOf(order: BuyerOrder, level: BuyerLevel): Record<Times, number | null> {
  const { placedAt, paidAt, deliveredAt, cancelledAt } = order;
  if (level === 'list')
    return { placedAt, paidAt: null, shippedAt: null, deliveredAt: null, cancelledAt: null };
  const scans = order.parcels.flatMap(({ events }) => events.filter(({ title }) => title === IN_TRANSIT));
  const isScanned = level === 'all' && scans.length > 0;
  const shippedAt = isScanned ? Math.min(...scans.map(({ at }) => at)) : null;
  return { placedAt, paidAt, shippedAt, deliveredAt, cancelledAt };
}

function amountsOf({ amounts, refund }: BuyerOrder, level: BuyerLevel): Record<Amounts, number | null> {
  if (level !== 'list') return { ...amounts, refunded: refund?.state === 'issued' ? refund.amount : null };
  return {
    total: null,
    items: null,
    shipping: null,
    tax: null,
    sellerDiscount: null,
    platformDiscount: null,
    refunded: null,
  };
}

function itemOf(item: BuyerItem, level: BuyerLevel): ExpectedBuyerItem {
  const isPriced = level !== 'list';
  return {
    productId: null,
    skuId: isPriced ? item.skuId : null,
    sellerSku: null,
    name: item.name,
    variation: isPriced && item.variation !== '' ? item.variation : null,
    quantity: isPriced ? item.quantity : null,
    unitPrice: isPriced ? item.unitPrice : null,
    total: isPriced ? item.unitPrice * item.quantity : null,
    lineIds: [],
  };
}

function packageOf(parcel: BuyerParcel, level: BuyerLevel): ExpectedBuyerPackage {
  return {
    id: parcel.id,
    trackingNumber: parcel.trackingNumber,
    carrier: parcel.trackingNumber === null ? null : parcel.carrier,
    etaAt: parcel.eta?.until ?? null,
    unitId: null,
    events: level === 'all' ? parcel.events.map((event) => ({ ...event })) : [],
  };
}

function packagesOf(order: BuyerOrder, level: BuyerLevel): ExpectedBuyerPackage[] {
  const isShown = { list: false, detail: showsParcels(order), all: true };
  const parcels = isShown[level] ? order.parcels.map((parcel) => packageOf(parcel, level)) : [];
  return level === 'list' ? [] : [...parcels, ...parcelsBack(order)];
}

function parcelsBack({ refund }: BuyerOrder): ExpectedBuyerPackage[] {
  if (!refund?.returnParcel) return [];
  return [{ id: null, ...refund.returnParcel, etaAt: null, unitId: null, events: [], isReturn: true }];
}

function returnType({ kind }: BuyerOrder): ExpectedBuyerReturn['type'] {
  if (kind === 'cancelled') return 'CANCELLATION';
  return kind === 'returning' ? 'RETURN_AND_REFUND' : 'REFUND';
}

function returnOf(order: BuyerOrder, refund: BuyerRefund): ExpectedBuyerReturn {
  const isIssued = refund.state === 'issued';
  return {
    id: refund.id,
    type: returnType(order),
    status: isIssued ? 'COMPLETE' : 'PENDING',
    amount: isIssued ? null : refund.amount,
    openedAt: refund.state === 'pending' ? refund.requestedAt : null,
    respondByAt: null,
    closedAt: refund.issuedAt,
    lineIds: [],
    received: isIssued ? refund.amount : null,
  };
}

/** The address as one line, from the name to the ZIP code, in the order of the page. */
export function addressLine({ address: to }: BuyerOrder): string {
  return `${to.name}, ${to.street}, ${to.city}, ${to.state}, United States, ${to.zip}`;
}

function billItemsOf(order: BuyerOrder): ExpectedBuyerOrder['billItems'] {
  const total: [string, number] = ['Total', order.amounts.total];
  return [...billOf(order), total].map(([label, amount]) => ({ label, amount }));
}

function finalSaleOf({ isFinalSale, kind }: BuyerOrder): boolean | null {
  if (isFinalSale) return true;
  return kind === 'delivered' || kind === 'completed' ? false : null;
}

/** What a perfect reader knows of a buyer's order once pages up to a level were read. */
export function expectedBuyerOrder(order: BuyerOrder, level: BuyerLevel): ExpectedBuyerOrder {
  const isList = level === 'list';
  const status = statusOf(order, level);
  const amounts = amountsOf(order, level);
  return {
    id: order.id,
    role: 'buyer',
    market: 'US',
    currency: isList ? null : 'USD',
    status,
    stage: stageOf(status, amounts),
    statusLabel: TITLES[order.kind],
    ...timesOf(order, level),
    deadlines: deadlinesOf(order, level),
    amounts,
    counterparty: order.shop.name,
    items: order.items.map((item) => itemOf(item, level)),
    packages: packagesOf(order, level),
    returns: isList || !order.refund ? [] : [returnOf(order, order.refund)],
    // The card's digits stay out.
    paymentMethod: isList ? null : (order.paymentMethod?.replace(/\(\d{4}\)$/, '') ?? null),
    updatedAt: null,
    hasBuyerNote: null,
    isPreOrder: null,
    timeline: [],
    billItems: isList ? [] : billItemsOf(order),
    shipTo: isList ? null : addressLine(order),
    isFinalSale: isList ? null : finalSaleOf(order),
  };
}

/** The expectation for each order of a buyer, newest first. */
export function expectedBuyerOrders(orders: readonly BuyerOrder[], level: BuyerLevel): ExpectedBuyerOrder[] {
  return orders.map((order) => expectedBuyerOrder(order, level));
}
