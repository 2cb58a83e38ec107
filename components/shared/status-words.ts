import type { Tone } from '../../lib/insights/risk.ts';
import type { Order, OrderStatus } from '../../lib/model/order.ts';

/** What each status is called, in the order of an order's life. */
export const STATUS_WORDS: Record<OrderStatus, string> = {
  UNPAID: 'Unpaid',
  ON_HOLD: 'On hold',
  AWAITING_SHIPMENT: 'Awaiting shipment',
  PARTIALLY_SHIPPING: 'Partly shipped',
  AWAITING_COLLECTION: 'Awaiting collection',
  IN_TRANSIT: 'In transit',
  DELIVERED: 'Delivered',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
  UNKNOWN: 'Unknown',
};

const SENTENCES: Record<OrderStatus, string> = {
  UNPAID: 'The buyer has not paid yet.',
  ON_HOLD: 'Paid, and held back by TikTok Shop for now.',
  AWAITING_SHIPMENT: 'Waiting for you to ship it.',
  PARTIALLY_SHIPPING: 'A part is shipped, the rest waits for you.',
  AWAITING_COLLECTION: 'Packed, and waiting for the carrier.',
  IN_TRANSIT: 'On its way to the buyer.',
  DELIVERED: 'Arrived at the buyer.',
  COMPLETED: 'Delivered, and closed for good.',
  CANCELLED: 'Cancelled. It counts in no total.',
  UNKNOWN: 'Its status could not be told.',
};

/** What to call an order's status: our word, or the source's own where we have none. */
export function statusWords(order: Order): string {
  return order.status === 'UNKNOWN'
    ? (order.statusLabel ?? STATUS_WORDS.UNKNOWN)
    : STATUS_WORDS[order.status];
}

/** The status in a plain sentence. */
export function statusSentence(order: Order): string {
  if (order.stage === 'returned') return 'Delivered, and all of it came back or was refunded.';
  return SENTENCES[order.status];
}

/** Green for what arrived, quiet for what is over or not known, ink for what is under way. */
export function statusTone(order: Order): Tone {
  return order.stage === 'delivered' ? 'fine' : 'calm';
}
