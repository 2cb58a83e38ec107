import type { Order, OrderReturn } from '../../model/order.ts';
import { NAMELESS_RETURN_ID } from '../../model/returns.ts';
import type { DetailParts, ReversePart } from './detail-parts.ts';
import { findTime, type Line } from './line.ts';
import type { PriceReader } from './price-reader.ts';
import { isFinalRefund, refundClosedAt, refundStatusOf } from './refund-words.ts';

/** The page's one amount for all returns, in minor units; null where it has none. */
export function readRefundSum(parts: DetailParts, reader: PriceReader): number | null {
  const sum = reader.price('refund_info.right_title', parts.refundText);
  return sum === null ? null : Math.abs(sum);
}

/** Whether all that was asked back has been paid back. */
export function isPaidBack({ reverses }: DetailParts, isCancelled: boolean): boolean {
  return (
    reverses.length > 0 && reverses.every((part) => refundStatusOf(linesOf(part), isCancelled) === 'COMPLETE')
  );
}

/** Fills the returns and refunds of an order; `sum` is a single return's own. */
export function fillReverses(order: Order, { reverses }: DetailParts, sum: number | null): void {
  const amount = reverses.length === 1 ? sum : null;
  order.returns = reverses.flatMap((part) =>
    part.id === null ? [] : [readReverse(part, part.id, amount, order)],
  );
  if (order.returns.length === 0) order.returns = readStandIn(reverses, sum, order);
}

/** All returns as one: what is still open counts first, then what came; the sum is of all, so they must be alike. */
function readStandIn(reverses: readonly ReversePart[], sum: number | null, order: Order): OrderReturn[] {
  const entries = reverses.map((part) => readReverse(part, NAMELESS_RETURN_ID, sum, order));
  const lead =
    entries.find(({ status }) => !isFinalRefund(status)) ??
    entries.find(({ status }) => status === 'COMPLETE') ??
    entries[0];
  if (!lead) return [];
  const isAlike = entries.every(({ status }) => status === lead.status);
  const itemNames = reverses.flatMap((part) => part.productNames);
  return [{ ...lead, itemNames, ...(isAlike ? {} : { amount: null, received: null }) }];
}

function readReverse(part: ReversePart, id: string, sum: number | null, order: Order): OrderReturn {
  const lines = linesOf(part);
  const status = refundStatusOf(lines, order.status === 'CANCELLED');
  const isPaid = status === 'COMPLETE';
  return {
    id,
    type: typeOf(lines, order),
    status,
    // Once it is paid, the page shows what came, and no longer what was promised.
    amount: isPaid ? null : sum,
    openedAt: findTime(lines, /request|submitted|opened/i),
    respondByAt: null,
    closedAt: refundClosedAt(lines, status),
    lineIds: [],
    received: isPaid ? sum : null,
    itemNames: part.productNames,
  };
}

function linesOf({ title, subtitle }: ReversePart): Line[] {
  return [title, subtitle].filter((line) => line !== null);
}

function typeOf(lines: readonly Line[], order: Order): string {
  if (order.status === 'CANCELLED') return 'CANCELLATION';
  return lines.some(({ text }) => /\breturn/i.test(text)) ? 'RETURN_AND_REFUND' : 'REFUND';
}
