import type { Order, OrderReturn } from '../../model/order.ts';
import type { DetailParts, ReversePart } from './detail-parts.ts';
import { findTime, type Line } from './line.ts';
import type { PriceReader } from './price-reader.ts';

// "Refund issued" is captured; the others are what TikTok's help pages say. Others stay as the page words them.
const STATUS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bwill be\b|\bto be\b|expected/i, 'PENDING'],
  [/reject|declin|denied|refus/i, 'REJECTED'],
  [/cancell?ed|withdrawn|closed/i, 'CLOSED'],
  [/issued|refunded|complete|refund successful/i, 'COMPLETE'],
  [/request|pending|process|progress|review|await|approved|sent back/i, 'PENDING'],
];

const CLOSED = /refunded|issued|complete|cancell?ed|reject|closed/i;

/**
 * Fills the returns and refunds of an order, and what came back of its money so far. Those without an id (the page
 * itself shows none) count for the money only: as entries they would stand beside their own later selves.
 */
export function fillReverses(order: Order, parts: DetailParts, reader: PriceReader): void {
  // The page shows one amount for all: it is a single return's own, and else the order's.
  const whole = reader.price('refund_info.right_title', parts.refundText);
  const amount = whole === null ? null : Math.abs(whole);
  const isSingle = parts.reverses.length === 1;
  order.returns = parts.reverses.flatMap((part) =>
    part.id === null ? [] : [readReverse(part, part.id, isSingle ? amount : null, order)],
  );
  if (isPaidBack(parts)) order.amounts.refunded = amount;
}

/** Whether all that was asked back has been paid back. */
export function isPaidBack({ reverses }: DetailParts): boolean {
  return reverses.length > 0 && reverses.every((part) => statusOf(linesOf(part)) === 'COMPLETE');
}

function readReverse(part: ReversePart, id: string, amount: number | null, order: Order): OrderReturn {
  const lines = linesOf(part);
  const status = statusOf(lines);
  return {
    id,
    type: typeOf(lines, order),
    status,
    amount,
    openedAt: findTime(lines, /request|submitted|opened/i),
    respondByAt: null,
    closedAt: status === 'PENDING' ? null : findTime(lines, CLOSED),
    lineIds: [],
    received: status === 'COMPLETE' ? amount : null,
    itemNames: part.productNames,
  };
}

function linesOf({ title, subtitle }: ReversePart): Line[] {
  return [title, subtitle].filter((line) => line !== null);
}

function statusOf(lines: readonly Line[]): string {
  const said = lines.flatMap(({ text }) => STATUS_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? []);
  return said[0] ?? lines[0]?.text ?? 'UNKNOWN';
}

function typeOf(lines: readonly Line[], order: Order): string {
  if (order.status === 'CANCELLED') return 'CANCELLATION';
  return lines.some(({ text }) => /\breturn/i.test(text)) ? 'RETURN_AND_REFUND' : 'REFUND';
}
