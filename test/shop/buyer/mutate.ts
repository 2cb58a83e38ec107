import { createRandom, hashText } from '../random.ts';
import { DAY, HOUR, wholeSecond } from '../time.ts';
import { trackingNumber } from '../tracking-numbers.ts';
import { DELIVERED, IN_TRANSIT, middayAfter } from './parcels.ts';
import type { BuyerOrder } from './types.ts';

/** What can happen to an order while somebody looks on. */
export type BuyerChange = 'pay' | 'ship' | 'delay' | 'deliver' | 'refund' | 'cancel' | 'move';

function pay(order: BuyerOrder, now: number): void {
  const shipByAt = middayAfter(now, 3);
  Object.assign(order, {
    kind: 'to-ship',
    paidAt: now,
    paymentMethod: 'PayPal',
    autoCancelAt: null,
    shipByAt,
  });
  order.checkout = null;
}

function ship(order: BuyerOrder, now: number): void {
  const random = createRandom(hashText(order.id));
  const arrives = middayAfter(now, 4);
  order.parcels = [
    {
      id: `1153${random.digits(15)}`,
      state: 'in-transit',
      carrier: 'USPS',
      trackingNumber: trackingNumber('USPS', random),
      eta: { from: arrives, until: arrives },
      items: order.items.map((_item, index) => index),
      events: [{ at: now, title: IN_TRANSIT, text: 'Your package is on its way' }],
    },
  ];
  Object.assign(order, { kind: 'in-transit', shipByAt: null });
}

/** The estimate of every parcel that is on its way moves by two days. */
function delay(order: BuyerOrder): void {
  for (const parcel of order.parcels) {
    if (parcel.eta) parcel.eta = { from: parcel.eta.from + 2 * DAY, until: parcel.eta.until + 2 * DAY };
  }
}

function deliver(order: BuyerOrder, now: number): void {
  for (const parcel of order.parcels) {
    Object.assign(parcel, { state: 'delivered', eta: null });
    parcel.events.unshift({ at: now, title: DELIVERED, text: 'Left at the front door' });
  }
  Object.assign(order, { kind: 'delivered', deliveredAt: now, returnByAt: now + 30 * DAY });
}

function refund(order: BuyerOrder, now: number): void {
  order.refund = {
    id: `4035${createRandom(hashText(order.id)).digits(15)}`,
    state: 'issued',
    amount: order.amounts.total,
    items: order.items.map((_item, index) => index),
    requestedAt: now - HOUR,
    issuedAt: now,
    returnParcel: null,
  };
}

function cancel(order: BuyerOrder, now: number): void {
  const isPaid = order.paidAt !== null;
  if (isPaid) refund(order, now);
  const kind = isPaid ? 'cancelled' : 'cancelled-unpaid';
  Object.assign(order, { kind, cancelledAt: now, shipByAt: null, autoCancelAt: null, checkout: null });
}

/** The buyer asked for another address, and the shop agreed. */
function move(order: BuyerOrder): void {
  order.address = { ...order.address, street: '9 Juniper Court' };
}

function refundAll(order: BuyerOrder, now: number): void {
  refund(order, now);
  Object.assign(order, { kind: 'refunded', returnByAt: null });
}

const CHANGES: Record<BuyerChange, (order: BuyerOrder, now: number) => void> = {
  pay,
  ship,
  delay,
  deliver,
  refund: refundAll,
  cancel,
  move,
};

/** Changes an order as TikTok would; the caller asks for what the order's state allows. */
export function mutateBuyerOrder(order: BuyerOrder, change: BuyerChange, now: number): void {
  CHANGES[change](order, wholeSecond(now));
}
