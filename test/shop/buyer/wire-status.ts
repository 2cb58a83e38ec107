import type { JsonObject } from '../types.ts';
import { countdown, type Entry, eta, integer, template, time } from './template.ts';
import type { BuyerKind, BuyerOrder, BuyerParcel } from './types.ts';

const MULTI = 'Multi-package Shipment';

/** The title of an order's card, in the list and on its own page. */
export const TITLES: Record<BuyerKind, string> = {
  unpaid: 'Awaiting payment',
  'just-paid': 'To ship',
  'to-ship': 'To ship',
  'in-transit': 'In transit',
  'out-for-delivery': 'Out for delivery',
  delivered: 'Delivered',
  completed: 'Order completed',
  'partly-shipped': MULTI,
  'parcels-on-the-way': MULTI,
  'parcels-partly-delivered': MULTI,
  'parcels-completed': MULTI,
  'refund-pending': 'Delivered',
  returning: 'Delivered',
  refunded: 'Refund issued',
  'refunded-part': 'Order completed',
  cancelled: 'Canceled',
  'cancelled-unpaid': 'Canceled',
  'final-sale': 'Delivered',
};

const LIST_WORDS: Partial<Record<BuyerKind, string>> = {
  'just-paid': 'The seller is preparing your order',
  'partly-shipped': 'Your order is partially shipped',
  'parcels-on-the-way': 'Your order is in transit',
  'parcels-partly-delivered': 'Your order is in transit',
  'parcels-completed': 'Your order is completed',
  'refund-pending': 'Refund processing',
  returning: 'Return in progress',
  cancelled: 'Canceled by you',
  'cancelled-unpaid': 'Payment was not received in time',
};

/** The title as a template; what waits for money is red. */
export function titleOf(order: BuyerOrder): JsonObject {
  const title = template(TITLES[order.kind]);
  return order.kind === 'unpaid'
    ? { ...title, text_style: { color: '#FE2C55', color_dark: '#FE2C55' } }
    : title;
}

/** The estimate of an order that comes in one parcel; several have theirs on their own cards. */
function singleEta({ parcels }: BuyerOrder): Entry[] {
  const [only] = parcels;
  return parcels.length === 1 && only?.eta ? eta(only.eta) : [];
}

function day(at: number): Entry[] {
  return eta({ from: at, until: at });
}

/** What the list says below the title: at most one line. */
export function listSubtitles(order: BuyerOrder, now: number): JsonObject[] {
  const { kind, autoCancelAt, shipByAt, returnByAt } = order;
  const words = LIST_WORDS[kind];
  if (words !== undefined) return [template(words)];
  if (autoCancelAt !== null) return [template('Pay within {{countdown}}', countdown(autoCancelAt, now))];
  if (shipByAt !== null) return [template('Ships by {{eta}}', ...day(shipByAt))];
  const arriving = singleEta(order);
  if (arriving.length > 0) return [template('Arriving {{eta}}', ...arriving)];
  if (kind === 'delivered' && returnByAt !== null)
    return [template('Return window closes on {{time}}', time(returnByAt))];
  return [];
}

function parcelWords({ kind, parcels }: BuyerOrder): JsonObject {
  if (kind !== 'parcels-partly-delivered') return template(LIST_WORDS[kind] ?? '');
  const done = parcels.filter(({ state }) => state === 'delivered').length;
  return template('{{done}} of {{all}} packages delivered', integer(done), integer(parcels.length));
}

/** What the detail page says below the title. */
export function detailSubtitles(order: BuyerOrder, now: number): JsonObject[] {
  const { autoCancelAt, cancelledAt, placedAt, returnByAt, shipByAt } = order;
  if (autoCancelAt !== null) {
    const left = countdown(autoCancelAt, now);
    return [template('Pay within {{countdown}} or the order will be canceled', left)];
  }
  if (cancelledAt !== null) return [template('Canceled on {{time}}', time(cancelledAt))];
  if (shipByAt !== null)
    return [template('The seller is preparing your order. Ships by {{eta}}', ...day(shipByAt))];
  const several = order.parcels.length > 1 ? [parcelWords(order)] : [];
  const arriving = singleEta(order);
  if (arriving.length > 0) return [template('Estimated delivery: {{eta}}', ...arriving)];
  if (returnByAt === null) return several;
  const text = 'Order placed on {{order_time}}. Return window closes on {{return_time}}';
  return [...several, template(text, time(placedAt), time(returnByAt))];
}

const PARCEL_TITLES: Record<BuyerParcel['state'], string> = {
  'to-ship': 'To ship',
  'in-transit': 'In transit',
  'out-for-delivery': 'Out for delivery',
  delivered: 'Delivered',
};

/** A parcel's own title. */
export function parcelTitle({ state }: BuyerParcel): JsonObject {
  return template(PARCEL_TITLES[state]);
}
