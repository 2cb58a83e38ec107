import type { ChangeKind } from '../../../lib/insights/change-request.ts';
import type { Topic } from '../../../lib/insights/composer.ts';
import type { Order, OrderStatus } from '../../../lib/model/order.ts';

const SENTENCES: Record<OrderStatus, string> = {
  UNPAID: 'You have not paid yet.',
  ON_HOLD: 'Paid, and held back by TikTok Shop for now.',
  AWAITING_SHIPMENT: 'The shop prepares it.',
  PARTIALLY_SHIPPING: 'A part is on its way, the rest is being prepared.',
  AWAITING_COLLECTION: 'Packed, and waiting for the carrier.',
  IN_TRANSIT: 'On its way to you.',
  DELIVERED: 'It has arrived.',
  COMPLETED: 'It has arrived, and the order is closed.',
  CANCELLED: 'Cancelled. It counts in no total.',
  UNKNOWN: 'Its status could not be told.',
};

/** What a buyer's order is doing, in a plain sentence. */
export function buyerSentence(order: Order): string {
  return order.stage === 'returned' ? 'All of it came back or was refunded.' : SENTENCES[order.status];
}

export const TOPIC_WORDS: Record<Topic, string> = {
  late: 'It is late',
  'not-received': 'It did not arrive',
  wrong: 'Wrong or damaged item',
  address: 'Change the address',
  cancel: 'Cancel the order',
  refund: 'The refund is overdue',
};

export const CHANGE_WORDS: Record<ChangeKind, string> = {
  address: 'Another address',
  item: 'Another item or size',
  cancel: 'Cancel the order',
};
