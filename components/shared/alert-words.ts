import type { AlertChannel, AlertEvent, AlertKind } from '../../lib/model/alert.ts';
import type { Role } from '../../lib/model/order.ts';
import type { IconName } from './Icon.tsx';

/** What people call a kind of alert, its picture, and whom it concerns. */
export interface KindWords {
  name: string;
  icon: IconName;
  roles: readonly Role[];
}

const SELLER = ['seller'] as const;
const BUYER = ['buyer'] as const;
const BOTH = ['seller', 'buyer'] as const;

/** Every kind of alert, in the order in which lists show them. */
export const KIND_WORDS: Record<AlertKind, KindWords> = {
  'ship-by': { name: 'Ship-by time', icon: 'clock', roles: SELLER },
  'auto-cancel': { name: 'Auto-cancel near', icon: 'cancel', roles: SELLER },
  'cancellation-requested': { name: 'Cancellation to answer', icon: 'cancel', roles: SELLER },
  'return-requested': { name: 'Return or refund to answer', icon: 'return', roles: SELLER },
  'order-changed': { name: 'Order changed', icon: 'alert', roles: SELLER },
  'buyer-note': { name: 'Buyer’s note', icon: 'note', roles: SELLER },
  'delivery-failed': { name: 'Delivery failed', icon: 'alert', roles: BOTH },
  'sku-returns': { name: 'Product returned more often', icon: 'return', roles: SELLER },
  'stale-data': { name: 'Not seen for long', icon: 'unread', roles: BOTH },
  'eta-slipped': { name: 'Arrives later', icon: 'clock', roles: BUYER },
  'no-scan': { name: 'Parcel stands still', icon: 'box', roles: BUYER },
  'out-for-delivery': { name: 'Out for delivery', icon: 'box', roles: BUYER },
  delivered: { name: 'Delivered', icon: 'home', roles: BUYER },
  'not-received': { name: 'Delivered, but is it there?', icon: 'home', roles: BUYER },
  'return-window': { name: 'Return window ends', icon: 'return', roles: BUYER },
  'refund-late': { name: 'Refund overdue', icon: 'return', roles: BUYER },
  'refund-short': { name: 'Refund short', icon: 'return', roles: BUYER },
  'change-not-done': { name: 'Change not done', icon: 'alert', roles: BUYER },
  budget: { name: 'Budget', icon: 'shield', roles: BUYER },
  'own-rule': { name: 'Your own rules', icon: 'eye', roles: BOTH },
};

/** The ways in which something is told. */
export const CHANNEL_WORDS: Record<AlertChannel, string> = {
  notify: 'At once',
  digest: 'Daily digest',
  list: 'Only in the list',
  off: 'Off',
};

/** How an alert looks at a glance: red for what is late, amber for what waits, quiet for news. */
export function alertTone({ severity, dueAt }: AlertEvent, now: number): 'late' | 'soon' | 'calm' {
  const isLate = dueAt === null ? severity === 'critical' : dueAt < now;
  if (severity === 'low') return 'calm';
  return isLate ? 'late' : 'soon';
}
