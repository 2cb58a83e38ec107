import { findTime, type Line } from './line.ts';

/** What a page says of a return or refund, in the plain word that we keep. */
type RefundWord = 'PENDING' | 'REJECTED' | 'CLOSED' | 'COMPLETE';

// "Refund issued" is captured; the others are what TikTok's help pages say. The first that fits counts: what is
// denied of a refund stands before what is said of it, and null is what says no more than what did not happen.
const WORDS: readonly (readonly [RegExp, RefundWord | null])[] = [
  [/\b(?:will be|to be|being|expected|not yet)\b/i, 'PENDING'],
  [/\bnot (?:been |be )?(?:approved|accepted|granted|eligible)\b/i, 'REJECTED'],
  [/(?:\bwill not|\bcan ?not|\b(?:wo|ca)n['’]t) be (?:issued|refunded)\b/i, 'REJECTED'],
  [
    /(?:\b(?:not|never|cannot)|n['’]t)(?: \w+){0,2} (?:issued|refunded|completed?|processed|approved|successful|cancell?ed|closed|withdrawn|expired|rejected|declined|denied|refused)\b/i,
    null,
  ],
  [/reject|declin|denied|refus/i, 'REJECTED'],
  [/cancell?ed|withdrawn|\bclosed\b|\bexpired\b/i, 'CLOSED'],
  [/\b(?:issued|refunded|completed?)\b|refund successful/i, 'COMPLETE'],
  [/\brefund\b(?!.*\brequest\b).*\bprocessed\b/i, 'COMPLETE'],
  [/request|pending|process|progress|review|await|approved|sent back/i, 'PENDING'],
];
const FINAL: ReadonlySet<string> = new Set<RefundWord>(['REJECTED', 'CLOSED', 'COMPLETE']);

const CLOSED_AT = /refunded|issued|complete|processed|cancell?ed|withdrawn|reject|declin|closed|expired/i;
const ORDER_CANCELLED = /\border (?:is |was |has been )?cancell?ed\b/gi;
// Not "Refund request …", and not what could still be asked for.
const OF_REFUND = /\brefund(?!\w* request)/i;
const POSSIBLE = /\b(?:can|could|may|request an?)\b/i;

/**
 * The status that the lines of a return say: a line that speaks of the refund first. Where the order is cancelled,
 * that word is the order's. What nobody knows stays as the page words it.
 */
export function refundStatusOf(lines: readonly Line[], isOrderCancelled: boolean): string {
  const rank = ({ text }: Line) => (OF_REFUND.test(text) && !POSSIBLE.test(text) ? 0 : 1);
  const said = [...lines]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ text }) => {
      const plain = text.replace(isOrderCancelled ? /cancell?ed/gi : ORDER_CANCELLED, '');
      return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? [];
    });
  return said[0] ?? lines[0]?.text ?? 'UNKNOWN';
}

/** Whether nothing more happens to a return of such a status, as far as its words tell. */
export function isFinalRefund(status: string): boolean {
  return FINAL.has(status);
}

/** When a return ended, epoch ms; null while it has not, or where its lines name no such time. */
export function refundClosedAt(lines: readonly Line[], status: string): number | null {
  return isFinalRefund(status) ? findTime(lines, CLOSED_AT) : null;
}
