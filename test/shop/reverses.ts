import type { Milestones } from './lifecycle.ts';
import type { Plan, ReversePlan } from './plans.ts';
import type { Random } from './random.ts';
import { HOUR, MINUTE, SECOND, wholeSecond } from './time.ts';
import type { TrueAmounts, TrueItem, TrueReturn } from './types.ts';

export const DONE = 100;
export const IN_PROGRESS = 4;
/** A reverse that ended without money back; the shop gives no word for it, only the number. */
const CLOSED = 7;

const CANCEL_REASONS = ['Changed my mind', 'Found a better price', 'Wrong address', 'Ordered by mistake'];
const RETURN_REASONS = [
  'Item does not match description',
  'Damaged on arrival',
  'Wrong size',
  'Missing parts',
];

/** All line ids of some items. */
export function lineIdsOf(items: readonly TrueItem[]): string[] {
  return items.flatMap((item) => item.lines.map((line) => line.id));
}

/** An empty reverse of some lines, with the id prefix that Seller Center uses. */
export function newReturn(
  type: TrueReturn['type'],
  lineIds: string[],
  openedAt: number,
  random: Random,
): TrueReturn {
  const cancel = type === 1 || type === 4;
  return {
    id: `${cancel ? '4042' : '4035'}${random.digits(15)}`,
    type,
    status: IN_PROGRESS,
    lineIds,
    reason: type === 1 ? 'Time ran out' : random.pick(cancel ? CANCEL_REASONS : RETURN_REASONS),
    openedAt,
    respondByAt: null,
    cancelledAt: null,
    refundedAt: null,
    refund: null,
  };
}

function itemsTotal(items: readonly TrueItem[]): number {
  return items.reduce((sum, item) => sum + item.unitPrice * item.lines.length, 0);
}

function cancellation(
  plan: Plan,
  times: Milestones,
  items: TrueItem[],
  total: number,
  random: Random,
): TrueReturn {
  const at = times.cancelledAt ?? times.placedAt;
  const made = newReturn(plan.cancelledBy === 'system' ? 1 : 4, lineIdsOf(items), at - 2 * SECOND, random);
  made.status = DONE;
  made.cancelledAt = at;
  if (times.paidAt !== null) {
    made.refundedAt = at + 3 * SECOND;
    made.refund = total;
  }
  return made;
}

function returnOf(
  plan: ReversePlan,
  times: Milestones,
  items: TrueItem[],
  amounts: TrueAmounts,
  random: Random,
): TrueReturn {
  const delivered = times.deliveredAt ?? times.placedAt;
  const at = (share: number): number => wholeSecond(delivered + (times.now - delivered) * share);
  const covered = plan.whole ? items : items.slice(0, 1);
  const made = newReturn(plan.type, lineIdsOf(covered), at(0.3), random);
  if (plan.state === 'open')
    made.respondByAt = wholeSecond(times.now) + random.int(2, 44) * HOUR + 11 * MINUTE;
  if (plan.state === 'closed') made.status = CLOSED;
  if (plan.state !== 'done') return made;
  made.status = DONE;
  made.refundedAt = at(0.8);
  made.refund = plan.whole ? amounts.total : itemsTotal(covered);
  return made;
}

/** The reverses of an order: cancellations, refunds and returns. */
export function buildReturns(
  plan: Plan,
  times: Milestones,
  items: TrueItem[],
  amounts: TrueAmounts,
  random: Random,
): TrueReturn[] {
  if (plan.status === 140) return [cancellation(plan, times, items, amounts.total, random)];
  if (plan.reverse) return [returnOf(plan.reverse, times, items, amounts, random)];
  const asked = wholeSecond(times.placedAt + plan.age * 0.4);
  if (plan.cancelRequested) {
    const request = newReturn(4, lineIdsOf(items), asked, random);
    request.respondByAt = wholeSecond(times.now) + 20 * HOUR;
    return [request];
  }
  if (!plan.partialCancel) return [];
  const gone = items.slice(-1);
  const done = newReturn(4, lineIdsOf(gone), asked, random);
  // Only part of the order is cancelled, so the reverse says when the money went back and nothing else.
  return [{ ...done, status: DONE, refundedAt: asked + 5 * SECOND, refund: itemsTotal(gone) }];
}
