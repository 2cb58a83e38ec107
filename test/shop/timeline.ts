import type { Milestones } from './lifecycle.ts';
import { DONE } from './reverses.ts';
import { SECOND } from './time.ts';
import type { TrueEvent, TrueReturn } from './types.ts';

function entry(at: number | null, title: string, text: string | null = null): TrueEvent[] {
  return at === null ? [] : [{ at, title, text }];
}

function reverseEntries(reverse: TrueReturn): TrueEvent[] {
  if (reverse.type === 1) return entry(reverse.cancelledAt, 'Order canceled automatically', reverse.reason);
  const cancel = reverse.type === 4;
  const opened = cancel ? 'Customer requested a cancellation' : 'Customer submitted a return/refund request';
  const entries = entry(reverse.openedAt, opened, reverse.reason);
  if (cancel) entries.push(...entry(reverse.cancelledAt, 'Order canceled', reverse.reason));
  if (!cancel && reverse.status === DONE)
    entries.push(...entry(reverse.openedAt + SECOND, 'Request approved'));
  entries.push(...entry(reverse.refundedAt, 'Refund completed'));
  return entries;
}

/** What the order's history page tells, newest first. */
export function buildHistory(times: Milestones, returns: readonly TrueReturn[]): TrueEvent[] {
  const paidOnline = times.paidAt === times.deliveredAt ? null : times.paidAt;
  return [
    ...entry(times.placedAt, 'Customer placed the order'),
    ...entry(paidOnline, 'Payment received'),
    ...entry(times.packedAt, 'Order is ready to ship'),
    ...entry(times.shippedAt, 'Carrier picked up the order'),
    ...entry(times.deliveredAt, 'Order delivered'),
    ...entry(times.completedAt, 'Order completed'),
    ...returns.flatMap(reverseEntries),
  ].sort((a, b) => b.at - a.at);
}
