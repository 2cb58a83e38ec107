import type { Order, OrderReturn } from '../model/order.ts';
import { isPaid } from '../model/status.ts';
import { owedRefunds } from './owed.ts';

/** The parts of what was paid, by their names in an order's amounts. */
export const PARTS = ['items', 'shipping', 'tax', 'sellerDiscount', 'platformDiscount'] as const;
export type Part = (typeof PARTS)[number];

/** What some orders of one currency cost; amounts in minor units. Discounts are what was saved, above zero. */
export interface SpendingSums {
  /** Paid orders that were not cancelled. */
  paidOrders: number;
  spentMinor: number;
  refundedMinor: number;
  /** Paid orders and finished refunds whose amount is not known: in no sum. */
  withoutAmount: number;
  refundsWithoutAmount: number;
  /** Orders with a status that is not known, which no payment vouches for: in no sum, nor among the paid ones. */
  withoutStatus: number;
  /** Refunds awaited or short: how many, what of them is still to come, and how many name no amount. */
  pendingRefunds: number;
  pendingRefundMinor: number;
  pendingWithoutAmount: number;
}

/** What one part of the orders comes to, and the orders (and what was paid for them) that don't tell it. */
export interface PartSum {
  part: Part;
  amountMinor: number;
  missing: number;
  missingMinor: number;
}

/** What a buyer's order counts for. Cancelled and unpaid orders cost nothing; money may still be owed for them. */
export function spendingOf(order: Order): Partial<SpendingSums> {
  const pending = pendingOf(order);
  if (order.status === 'UNKNOWN' && !isPaid(order)) return { ...pending, withoutStatus: 1 };
  if (order.status === 'CANCELLED' || !isPaid(order)) return pending;
  const counts: Partial<SpendingSums> = { ...pending, paidOrders: 1 };
  const refund = refundOf(order);
  if (refund.isPartUnknown) counts.refundsWithoutAmount = 1;
  if (order.amounts.total === null) return { ...counts, withoutAmount: 1 };
  // A refund is taken off what was counted, never off nothing.
  return { ...counts, spentMinor: order.amounts.total, refundedMinor: refund.receivedMinor };
}

/** The parts of a counted order: `taxMinor`, or `taxMissing` and `taxMissingMinor` where it is not told. */
export function partsOf(order: Order): Record<string, number> {
  const { total } = order.amounts;
  if (total === null || order.status === 'CANCELLED' || !isPaid(order)) return {};
  return Object.fromEntries(
    PARTS.flatMap((part): [string, number][] => {
      const amountMinor = order.amounts[part];
      return amountMinor === null
        ? [
            [`${part}Missing`, 1],
            [`${part}MissingMinor`, total],
          ]
        : [[`${part}Minor`, amountMinor]];
    }),
  );
}

/** What came back: the sum that the order tells, else what its finished and half-finished refunds tell. */
export function refundOf(order: Order): { receivedMinor: number; isPartUnknown: boolean } {
  const refunds = order.returns.filter((entry) => entry.type !== 'CANCELLATION');
  const received = refunds.map(receivedOf);
  const told = order.amounts.refunded;
  // A sum that was told without its parts is whole; beside parts, what has no amount is missing.
  const isToldAsSum =
    told !== null && refunds.every((entry) => entry.amount === null && entry.received === null);
  return {
    receivedMinor: told ?? received.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
    isPartUnknown: !isToldAsSum && received.includes(null),
  };
}

/** What one refund has brought so far; null when it is through and its amount was not told. */
function receivedOf(entry: OrderReturn): number | null {
  if (entry.received !== null) return entry.received;
  return entry.status === 'COMPLETE' ? entry.amount : 0;
}

// The same refunds that "Money owed to you" counts, so that no two places tell different sums.
function pendingOf(order: Order): Partial<SpendingSums> {
  const missing = owedRefunds(order, 0).map((refund) => refund.missingMinor);
  return {
    pendingRefunds: missing.length,
    pendingRefundMinor: missing.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
    pendingWithoutAmount: missing.filter((amount) => amount === null).length,
  };
}

/** The sums in some rollup counts; what is absent there is none. */
export function sumsIn(counts: Readonly<Record<string, number>>): SpendingSums {
  const of = (name: keyof SpendingSums) => counts[name] ?? 0;
  return {
    paidOrders: of('paidOrders'),
    spentMinor: of('spentMinor'),
    refundedMinor: of('refundedMinor'),
    withoutAmount: of('withoutAmount'),
    refundsWithoutAmount: of('refundsWithoutAmount'),
    withoutStatus: of('withoutStatus'),
    pendingRefunds: of('pendingRefunds'),
    pendingRefundMinor: of('pendingRefundMinor'),
    pendingWithoutAmount: of('pendingWithoutAmount'),
  };
}

/** The parts in some rollup counts. */
export function partsIn(counts: Readonly<Record<string, number>>): PartSum[] {
  return PARTS.map((part) => ({
    part,
    amountMinor: counts[`${part}Minor`] ?? 0,
    missing: counts[`${part}Missing`] ?? 0,
    missingMinor: counts[`${part}MissingMinor`] ?? 0,
  }));
}

/** The orders that belong to a period: the paid ones, and those that may have been. */
export function ordersIn(sums: Pick<SpendingSums, 'paidOrders' | 'withoutStatus'>): number {
  return sums.paidOrders + sums.withoutStatus;
}

/** What was spent, less what came back. */
export function netMinor(sums: Pick<SpendingSums, 'spentMinor' | 'refundedMinor'>): number {
  return sums.spentMinor - sums.refundedMinor;
}

/** What was paid for the orders that tell a part. */
export function toldMinor(part: PartSum, spentMinor: number): number {
  return spentMinor - part.missingMinor;
}

/** Which share of the spend a part is, over the orders that tell it; null when none does. */
export function shareOf(part: PartSum, spentMinor: number): number | null {
  const told = toldMinor(part, spentMinor);
  return told > 0 ? part.amountMinor / told : null;
}
