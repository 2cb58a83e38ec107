import { MARKETS } from './markets.ts';
import { DELIVERED, DELIVERY_CANCELED, IN_TRANSIT, label, trackEvent } from './parcels.ts';
import { createRandom, hashText, type Random } from './random.ts';
import { DONE, IN_PROGRESS, lineIdsOf, newReturn } from './reverses.ts';
import { HOUR, SECOND, wholeSecond } from './time.ts';
import type { SkuStatus, TrueOrder } from './types.ts';

/** What may happen to an order, or a function that changes the shop's record as a test likes. */
export type OrderChange =
  | 'pay'
  | 'pack'
  | 'ship'
  | 'deliver'
  | 'complete'
  | 'cancel'
  | 'request-cancel'
  | 'request-return'
  | 'refund'
  | 'note'
  | ((order: TrueOrder) => void);

type NamedChange = Exclude<OrderChange, (order: TrueOrder) => void>;

function setStatus(order: TrueOrder, status: SkuStatus): void {
  for (const item of order.items) {
    for (const line of item.lines) if (line.status !== 140) line.status = status;
  }
}

function tell(order: TrueOrder, at: number, title: string, text: string | null = null): void {
  order.history.unshift({ at, title, text });
}

function trackAll(order: TrueOrder, at: number, title: string): void {
  for (const parcel of order.packages) parcel.tracks.unshift(trackEvent(at, title));
}

function newPackage(order: TrueOrder, random: Random): void {
  const unitId = `12${random.digits(17)}`;
  order.packages = [
    {
      unitId,
      packageId: `33${random.digits(17)}`,
      trackingNumber: null,
      carrier: null,
      etaAt: null,
      tracks: [],
    },
  ];
  for (const item of order.items) for (const line of item.lines) line.unit = 0;
}

function pack(order: TrueOrder, at: number, random: Random): void {
  if (order.packages.length === 0) newPackage(order, random);
  for (const parcel of order.packages) {
    if (parcel.tracks.length > 0) continue;
    label(parcel, MARKETS[order.market], random);
    parcel.tracks = [trackEvent(at, 'Packed'), trackEvent(order.placedAt, 'Order placed')];
  }
  setStatus(order, 112);
  tell(order, at, 'Order is ready to ship');
}

function ship(order: TrueOrder, at: number, random: Random): void {
  if (order.packages.some((parcel) => parcel.tracks.length === 0) || order.packages.length === 0) {
    pack(order, at - SECOND, random);
  }
  for (const parcel of order.packages) {
    if (parcel.tracks.some((track) => track.title === IN_TRANSIT)) continue;
    parcel.tracks.unshift(trackEvent(at, IN_TRANSIT));
    parcel.etaAt = at + 96 * HOUR;
  }
  setStatus(order, 121);
  tell(order, at, 'Carrier picked up the order');
}

function deliver(order: TrueOrder, at: number): void {
  trackAll(order, at, DELIVERED);
  setStatus(order, 122);
  if (order.cod) order.paidAt = at;
  tell(order, at, 'Order delivered');
}

function cancel(order: TrueOrder, at: number, random: Random): void {
  const asked = order.returns.find((reverse) => reverse.type === 4 && reverse.status === IN_PROGRESS);
  const reverse = asked ?? newReturn(4, lineIdsOf(order.items), at, random);
  if (!asked) order.returns.push(reverse);
  reverse.status = DONE;
  reverse.respondByAt = null;
  reverse.cancelledAt = at;
  if (order.paidAt !== null) {
    reverse.refundedAt = at;
    reverse.refund = order.amounts.total;
  }
  setStatus(order, 140);
  for (const parcel of order.packages) {
    if (parcel.tracks.length > 0) parcel.tracks.unshift(trackEvent(at, DELIVERY_CANCELED));
  }
  tell(order, at, 'Order canceled', reverse.reason);
}

function request(order: TrueOrder, type: 3 | 4, at: number, random: Random): void {
  const reverse = newReturn(type, lineIdsOf(order.items), at, random);
  reverse.respondByAt = at + 48 * HOUR;
  order.returns.push(reverse);
  const what =
    type === 4 ? 'Customer requested a cancellation' : 'Customer submitted a return/refund request';
  tell(order, at, what, reverse.reason);
}

function refund(order: TrueOrder, at: number, random: Random): void {
  if (!order.returns.some((reverse) => reverse.status === IN_PROGRESS))
    request(order, 3, at - SECOND, random);
  for (const reverse of order.returns) {
    if (reverse.status !== IN_PROGRESS) continue;
    Object.assign(reverse, { status: DONE, respondByAt: null, refundedAt: at, refund: order.amounts.total });
  }
  tell(order, at, 'Refund completed');
}

type Step = (order: TrueOrder, at: number, random: Random) => void;

const STEPS: Record<NamedChange, Step> = {
  pay: (order, at, random) => {
    order.paidAt = at;
    order.shipByAt ??= at + 48 * HOUR;
    if (order.packages.length === 0) newPackage(order, random);
    setStatus(order, 111);
    tell(order, at, 'Payment received');
  },
  pack,
  ship,
  deliver,
  complete: (order, at) => {
    setStatus(order, 130);
    tell(order, at, 'Order completed');
  },
  cancel,
  'request-cancel': (order, at, random) => request(order, 4, at, random),
  'request-return': (order, at, random) => request(order, 3, at, random),
  refund,
  note: (order) => {
    order.quirks.noteless = false;
    order.buyerNote = 'Please leave it with the neighbour.';
  },
};

/** Lets something happen to an order; times go on from its last change. */
export function mutateOrder(order: TrueOrder, change: OrderChange, now: number): void {
  const at = wholeSecond(Math.max(now, order.updatedAt) + 3 * SECOND);
  const random = createRandom(hashText(`${order.id}:${order.history.length}`));
  if (typeof change === 'function') change(order);
  else STEPS[change](order, at, random);
  order.updatedAt = at + 137;
}
