import type { SpendingSums } from '../../lib/insights/spending.ts';
import { counted } from './words.ts';

/** What a total does not hold, in words; empty when it holds everything. */
export function missingWords(
  sums: Pick<SpendingSums, 'withoutAmount' | 'refundsWithoutAmount'> & { withoutStatus?: number },
): string {
  return [
    ...(sums.withoutAmount > 0 ? [`${counted(sums.withoutAmount, 'order')} without an amount`] : []),
    ...(sums.refundsWithoutAmount > 0
      ? [`${counted(sums.refundsWithoutAmount, 'refund')} without an amount`]
      : []),
    ...(sums.withoutStatus
      ? [`${counted(sums.withoutStatus, 'order')} with a status OrderLens does not know`]
      : []),
  ].join(' · ');
}

/** The awaited refunds in words: "2 refunds, 1 without an amount". */
export function pendingWords(sums: Pick<SpendingSums, 'pendingRefunds' | 'pendingWithoutAmount'>): string {
  if (sums.pendingRefunds === 0) return 'No refund is awaited';
  const without = sums.pendingWithoutAmount > 0 ? `, ${sums.pendingWithoutAmount} without an amount` : '';
  return `${counted(sums.pendingRefunds, 'refund')}${without}`;
}
