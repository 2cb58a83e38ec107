import { type Tally, WHOLE } from '../../../lib/insights/rate-limits.ts';
import type { RateKind } from '../../../lib/insights/rate-outcomes.ts';
import type { RateTerms } from '../../../lib/insights/rate-terms.ts';
import type { Rate } from '../../../lib/insights/rates.ts';
import { dayAndTime } from '../../../lib/insights/words.ts';
import { counted } from '../../shared/words.ts';

/** What is counted against the shop: one of it, and several. */
const MISS: Record<RateKind, readonly [one: string, many: string]> = {
  'late-dispatch': ['late order', 'late orders'],
  'seller-fault-cancellation': ['cancellation by your fault', 'cancellations by your fault'],
  'valid-tracking': ['order without valid tracking', 'orders without valid tracking'],
};

const DONE: Record<RateKind, string> = {
  'late-dispatch': 'late',
  'seller-fault-cancellation': 'cancelled by your fault',
  'valid-tracking': 'without valid tracking',
};

/** What each rate counts, as far as OrderLens can know it. */
export const DEFINITIONS: Record<RateKind, string> = {
  'late-dispatch':
    'Orders whose ship-by time has passed. Late is what was shipped after it, or is still to ship; the time is the page’s own.',
  'seller-fault-cancellation': 'Orders by when they were placed; what was never paid does not count.',
  'valid-tracking':
    'Shipped orders. Valid is a tracking number on every parcel and a first scan by the carrier, which is when TikTok calls an order in transit; without a scan by the latest time for it, it is not.',
};

/** What the pill says, and how it looks. */
export const STATES: Record<Rate['state'], { tone: 'late' | 'soon' | 'fine' | 'calm'; label: string }> = {
  over: { tone: 'late', label: 'Off target' },
  open: { tone: 'soon', label: 'Not certain' },
  within: { tone: 'fine', label: 'On target' },
  unknown: { tone: 'calm', label: 'No target known' },
  empty: { tone: 'calm', label: 'No orders yet' },
};

/** "3.13 %". */
export function percent(share: number): string {
  return `${(share * 100).toLocaleString(undefined, { maximumFractionDigits: 2 })} %`;
}

/** The rate as its name means it: the share of misses, of valid tracking that of the others. */
function rateOf(kind: RateKind, { misses, all }: Tally): number {
  const share = all === 0 ? 0 : misses / all;
  return kind === 'valid-tracking' ? 1 - share : share;
}

/** "3.1 %", or "3.1 % to 4.4 %" where it is not known of some orders; "–" without any. */
export function valueWords({ kind, misses, unknown, all }: Rate): string {
  if (all === 0) return '–';
  const ends = [rateOf(kind, { misses, all }), rateOf(kind, { misses: misses + unknown, all })];
  const [low = 0, high = 0] = ends.sort((a, b) => a - b);
  return unknown === 0 ? percent(low) : `${percent(low)} to ${percent(high)}`;
}

/** "at most 4 %", "at least 95 %", "not known". */
export function targetWords(terms: RateTerms): string {
  if (terms === null) return 'not known';
  return `${terms.kind === 'valid-tracking' ? 'at least' : 'at most'} ${percent(terms.percent / 100)}`;
}

/** "2 of 128 orders late, 3 not known". */
export function countWords({ kind, misses, unknown, all }: Rate): string {
  const known = `${misses.toLocaleString()} of ${counted(all, 'order')} ${DONE[kind]}`;
  return unknown === 0 ? known : `${known}, ${unknown.toLocaleString()} not known`;
}

/** How far it is to the target: "2 more late orders reach 4 %". Empty where there is none. */
export function headroomWords({ kind, headroom, unknown }: Rate, terms: RateTerms): string {
  if (!headroom || terms === null) return '';
  const target = percent(terms.percent / 100);
  const { moreAllowed, moreToReach, goodToRecover } = headroom;
  const fine = unknown === 0 ? '' : ', if all that is not known is fine';
  if (moreAllowed < 0) {
    if (goodToRecover === null) return `No number of orders brings it back to ${target}.`;
    const orders = counted(goodToRecover, 'more order');
    return `${orders} done well ${goodToRecover === 1 ? 'brings' : 'bring'} it back to ${target}${fine}.`;
  }
  if (moreToReach === 0) return `It is at ${target}: one more ${MISS[kind][0]} is too many${fine}.`;
  const more = `${moreToReach.toLocaleString()} more ${MISS[kind][moreToReach === 1 ? 0 : 1]}`;
  const s = moreToReach === 1 ? 's' : '';
  // What reaches the target exactly keeps to it still.
  if (moreToReach === moreAllowed) return `${more} ${s ? 'reaches' : 'reach'} ${target}${fine}.`;
  return `${more} ${kind === 'valid-tracking' ? `take${s} it below` : `take${s} it over`} ${target}${fine}.`;
}

/** What today's queue does to the late dispatch rate; null without a queue. */
export function forecastWords({ forecast }: Rate, terms: RateTerms, now: number): string | null {
  if (!forecast || forecast.queue === 0) return null;
  const { queue, best, worst, mayMiss, at } = forecast;
  const share = (tally: Tally) => percent(rateOf('late-dispatch', tally));
  const rest = `${share(best)} if ${queue === 1 ? 'it is' : 'all are'} shipped in time, ${share(worst)} if ${queue === 1 ? 'it is' : 'all are'} late`;
  return `${counted(queue, 'order')} to ship by ${dayAndTime(at, now)}: ${rest}.${maySay(queue, mayMiss, terms)}`;
}

function maySay(queue: number, mayMiss: number | null, terms: RateTerms): string {
  if (terms === null) return '';
  const target = percent(terms.percent / 100);
  if (mayMiss === null) return ` Over ${target} even then.`;
  if (mayMiss === queue) return ` Within ${target} either way.`;
  return mayMiss === 0
    ? ` None may be late to stay within ${target}.`
    : ` Up to ${mayMiss} may be late within ${target}.`;
}

/** What is not known, each as a sentence. */
export function gapWords({ kind, unknown, withoutTime }: Rate): string[] {
  const gaps = [];
  if (unknown > 0) gaps.push(unknownWords(kind, unknown));
  if (withoutTime > 0) {
    const time = kind === 'late-dispatch' ? 'a ship-by time on any page' : 'a date';
    gaps.push(`${counted(withoutTime, 'order')} without ${time}: not counted.`);
  }
  return gaps;
}

function unknownWords(kind: RateKind, count: number): string {
  if (kind === 'seller-fault-cancellation')
    return `Not known for ${counted(count, 'cancellation')}: no page tells whose fault it was.`;
  const orders = `Not known for ${counted(count, 'order')}: `;
  return kind === 'late-dispatch'
    ? `${orders}no page was seen that tells when they were shipped. Opening their tracking, or importing an order export, tells it.`
    : `${orders}no tracking number or no scan was seen.`;
}

/** How much of what the market allows is used up, 0 to 1 and more, and would be if all that is unknown counted. */
export function usedShares({ misses, unknown, all }: Rate, limit: number): { used: number; most: number } {
  const share = (count: number) => (limit === 0 ? Math.min(1, count) : (count * WHOLE) / (all * limit));
  return { used: share(misses), most: Math.min(1, share(misses + unknown)) };
}
