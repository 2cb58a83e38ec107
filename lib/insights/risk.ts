import { HOUR_MS } from '../model/time.ts';
import { dayAndTime, timeLeft } from './words.ts';

/** What a clock means at a glance. Colour never says it alone: the words do. */
export type Tone = 'late' | 'soon' | 'fine' | 'calm';

/** The clocks and marks of one order, as much of it as the overlay and the lists know. */
export interface Clocks {
  isToShip: boolean;
  shipByAt: number | null;
  /** The rule that it follows from, or why it is not known; absent where the page itself gives it. */
  shipByWhy?: string;
  autoCancelAt: number | null;
  returnOpen: { respondByAt: number | null } | null;
  cancelRequested: { respondByAt: number | null } | null;
  hasBuyerNote: boolean;
}

/** One thing to say about an order: short words, and in `detail` the exact time and why. */
export interface Mark {
  tone: Tone;
  words: string;
  detail: string;
}

const SOON_MS = 24 * HOUR_MS;
const TONES: readonly Tone[] = ['late', 'soon', 'fine', 'calm'];

/** What to say about an order's clocks, the most urgent first. */
export function marksOf(order: Clocks, now: number): Mark[] {
  const marks = [shipMark(order, now), cancelMark(order, now), returnMark(order, now), noteMark(order)];
  // The sort is stable: what is equally urgent stays in the order of a seller's day.
  return marks.filter((mark) => mark !== null).sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
}

/** Sorts orders by risk: a smaller number is more urgent. Late and soon clocks come before everything else. */
export function urgencyOf(order: Clocks): number {
  const clocks = [
    order.isToShip ? order.shipByAt : null,
    order.returnOpen?.respondByAt ?? null,
    order.cancelRequested?.respondByAt ?? null,
  ];
  return Math.min(...clocks.map((at) => at ?? Number.POSITIVE_INFINITY));
}

/** Whether an order is late, or will be within a day, or waits for an answer. */
export function isAtRisk(order: Clocks, now: number): boolean {
  return marksOf(order, now).some((mark) => mark.tone === 'late' || mark.tone === 'soon');
}

function shipMark({ isToShip, shipByAt, shipByWhy, autoCancelAt }: Clocks, now: number): Mark | null {
  if (!isToShip || shipByAt === null) return null;
  const left = timeLeft(shipByAt, now);
  const detail = `${shipByWhy ?? 'Page'}: ship by ${dayAndTime(shipByAt, now)}`;
  if (shipByAt >= now)
    return { tone: shipByAt - now < SOON_MS ? 'soon' : 'fine', words: `Ship in ${left}`, detail };
  const cancel =
    autoCancelAt === null || autoCancelAt < now ? '' : ` · auto-cancels ${dayAndTime(autoCancelAt, now)}`;
  return { tone: 'late', words: `${left}${cancel}`, detail };
}

function cancelMark({ cancelRequested }: Clocks, now: number): Mark | null {
  return cancelRequested && answerMark('Cancellation', cancelRequested.respondByAt, now);
}

function returnMark({ returnOpen }: Clocks, now: number): Mark | null {
  return returnOpen && answerMark('Return', returnOpen.respondByAt, now);
}

function answerMark(what: string, respondByAt: number | null, now: number): Mark {
  if (respondByAt === null)
    return { tone: 'soon', words: `${what} to answer`, detail: 'The page gives no time for it' };
  const left = timeLeft(respondByAt, now);
  const detail = `Page: approves itself ${dayAndTime(respondByAt, now)}`;
  return respondByAt < now
    ? { tone: 'late', words: `${what}: answer ${left}`, detail }
    : { tone: 'soon', words: `${what}: answer in ${left}`, detail };
}

function noteMark({ hasBuyerNote }: Clocks): Mark | null {
  if (!hasBuyerNote) return null;
  return { tone: 'calm', words: 'Buyer’s note', detail: 'The buyer left a note on this order' };
}
