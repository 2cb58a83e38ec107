import { formatMoney } from '../model/money.ts';
import type { Order, OrderStatus } from '../model/order.ts';
import { daysBetween } from '../model/time.ts';
import { owedRefunds, type Refund } from './owed.ts';
import { expectedBy, type Right, rightsOf } from './rights.ts';
import type { Mark, Tone } from './risk.ts';
import { dayAndTime, timeAgo, timeLeft } from './words.ts';

/** A mark on a buyer's order. Those for the "page" say too much for a card of the list. */
export interface BuyerMark extends Mark {
  place: 'card' | 'page';
}

/** A field that changed since the user last looked. */
export interface SeenChange {
  name: string;
  /** "was On its way", where the old value has words. */
  was: string | null;
}

/** What each status means to the one who bought. */
export const BUYER_STATUS_WORDS: Record<OrderStatus, string> = {
  UNPAID: 'Waits for your payment',
  ON_HOLD: 'On hold',
  AWAITING_SHIPMENT: 'Being prepared',
  PARTIALLY_SHIPPING: 'Partly on its way',
  AWAITING_COLLECTION: 'Packed',
  IN_TRANSIT: 'On its way',
  DELIVERED: 'Delivered',
  COMPLETED: 'Delivered and completed',
  CANCELLED: 'Cancelled',
  UNKNOWN: 'Status unknown',
};

const COMING: readonly OrderStatus[] = [
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
];

/**
 * What to say of a buyer's order at a moment: what is late or soon first, then status, arrival, refunds, rights
 * and news. Every `detail` names where the time or the right comes from.
 */
export function buyerMarks(order: Order, now: number, changes: readonly SeenChange[] = []): BuyerMark[] {
  return byUrgency([statusMark(order), ...stepMarks(order, now), newsMark(changes)]);
}

/** What is next in a buyer's order: the most urgent mark that says more than its status; null when nothing is. */
export function nextMark(order: Order, now: number): BuyerMark | null {
  return byUrgency(stepMarks(order, now)).find(({ place }) => place === 'card') ?? null;
}

function stepMarks(order: Order, now: number): (BuyerMark | null)[] {
  return [
    payMark(order, now),
    shipMark(order, now),
    arrivalMark(order, now),
    ...refundMarks(order, now),
    ...rightsOf(order, now).map((right) => rightMark(right, now)),
  ];
}

// The sort is stable: what is equally urgent stays in the order of a buyer's day.
function byUrgency(entries: readonly (BuyerMark | null)[]): BuyerMark[] {
  const rank = ({ tone }: BuyerMark) => (tone === 'late' ? 0 : tone === 'soon' ? 1 : 2);
  return entries.filter((mark) => mark !== null).sort((a, b) => rank(a) - rank(b));
}

function card(tone: Tone, words: string, detail: string): BuyerMark {
  return { tone, words, detail, place: 'card' };
}

/** The status in a buyer's words; null when no page told one. */
export function statusMark({ status, stage, statusLabel }: Order): BuyerMark | null {
  if (status === 'UNKNOWN' && statusLabel === null) return null;
  const detail = statusLabel === null ? 'No page said more' : `Page: “${statusLabel}”`;
  if (stage === 'returned') return card('calm', 'Returned or refunded', detail);
  const words = status === 'UNKNOWN' ? `${statusLabel}` : BUYER_STATUS_WORDS[status];
  return card(stage === 'delivered' ? 'fine' : 'calm', words, detail);
}

function payMark({ status, deadlines }: Order, now: number): BuyerMark | null {
  const { autoCancelAt } = deadlines;
  if (status !== 'UNPAID' || autoCancelAt === null || autoCancelAt < now) return null;
  const detail = `Page: without payment it is cancelled ${dayAndTime(autoCancelAt, now)}`;
  return card('soon', `${timeLeft(autoCancelAt, now)} to pay`, detail);
}

function shipMark({ status, deadlines }: Order, now: number): BuyerMark | null {
  const { shipByAt } = deadlines;
  if (status !== 'AWAITING_SHIPMENT' || shipByAt === null) return null;
  const detail = `Page: ships by ${dayAndTime(shipByAt, now)}`;
  const daysAway = daysBetween(now, shipByAt);
  if (daysAway < 0) return card('late', `${-daysAway} d late to ship`, detail);
  return card('calm', `Ships ${dayNear(daysAway, shipByAt, now)}`, detail);
}

// An estimate names a day: it is late when that day has passed where the reader lives.
function arrivalMark(order: Order, now: number): BuyerMark | null {
  const eta = COMING.includes(order.status) ? expectedBy(order) : null;
  if (eta === null) return null;
  const daysAway = daysBetween(now, eta);
  const detail = `Page: estimated delivery ${dayWords(eta, now)}`;
  if (daysAway < 0) return card('late', `${-daysAway} d late`, detail);
  return card('calm', `Arrives ${dayNear(daysAway, eta, now)}`, detail);
}

function dayNear(daysAway: number, atMs: number, now: number): string {
  if (daysAway === 0) return 'today';
  return daysAway === 1 ? 'tomorrow' : `by ${dayWords(atMs, now)}`;
}

/** "Mon Nov 23", or "Feb 15, 2027" in another year. */
function dayWords(atMs: number, now: number): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(now).getFullYear();
  const part = isThisYear ? ({ weekday: 'short' } as const) : ({ year: 'numeric' } as const);
  const words = new Intl.DateTimeFormat(undefined, { ...part, day: 'numeric', month: 'short' }).format(atMs);
  return isThisYear ? words.replace(',', '') : words;
}

/** One mark for each refund that is owed; those of equal words are one: "2 × Refund awaited". */
function refundMarks(order: Order, now: number): BuyerMark[] {
  const byWords = Map.groupBy(
    owedRefunds(order, now).map((refund) => refundMark(refund, order, now)),
    ({ words }) => words,
  );
  return [...byWords].map(([words, marks]) => {
    const details = marks.map(({ detail }) => detail).join('; ');
    return card('soon', marks.length > 1 ? `${marks.length} × ${words}` : words, details);
  });
}

function refundMark(refund: Refund, { currency }: Order, now: number): BuyerMark {
  const { state, missingMinor, promisedMinor, receivedMinor, openedAt } = refund;
  const money = (minor: number | null) =>
    minor === null || currency === null ? null : formatMoney(minor, currency);
  const missing = money(missingMinor);
  const what = state === 'short' ? 'Refund is short' : 'Refund awaited';
  const parts = [
    `Page: promised ${money(promisedMinor) ?? 'an amount that it does not tell'}`,
    `received ${money(receivedMinor) ?? 'nothing that a page told'}`,
    ...(openedAt === null ? [] : [`asked for ${timeAgo(openedAt, now)}`]),
  ];
  return card('soon', missing === null ? what : `${what}: ${missing}`, parts.join(', '));
}

function rightMark(right: Right, now: number): BuyerMark {
  const { kind, state, endsAt, tone, words, source } = right;
  const isCounted = state === 'open' && (kind === 'return' || kind === 'guarantee');
  const short = isCounted && endsAt !== null ? shortRight(right, endsAt, now) : words;
  return {
    tone,
    words: short,
    detail: short === words ? source : `${words}. ${source}`,
    place: isCounted || state === 'none' ? 'card' : 'page',
  };
}

function shortRight({ kind, daysLeft }: Right, endsAt: number, now: number): string {
  if (kind === 'guarantee') return `Guarantee until ${dayWords(endsAt, now)}`;
  if (daysLeft === null || daysLeft === 0) return `Last day to return it`;
  return `${daysLeft} d left to return it`;
}

function newsMark(changes: readonly SeenChange[]): BuyerMark | null {
  if (changes.length === 0) return null;
  const names = [...new Set(changes.map(({ name }) => name))];
  const details = changes.map(({ name, was }) => (was === null ? name : `${name}: ${was}`));
  return card('calm', `New: ${names.join(', ')}`, `Since you last looked: ${details.join('; ')}`);
}
