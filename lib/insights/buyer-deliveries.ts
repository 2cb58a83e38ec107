import type { Order } from '../model/order.ts';
import { dayOf, localTimeZone } from '../model/time.ts';
import { expectedBy } from './rights.ts';
import type { Tone } from './risk.ts';
import { dayAndTime, timeAgo } from './words.ts';

/** How a buyer's parcel stands: in two words, what is known of its way, and where the time comes from. */
export interface Delivery {
  tone: Tone;
  /** "Today", "Thu 26 Nov", "2 d late", "Delivered". */
  when: string;
  /** The last scan or the plain status, and who carries it. */
  where: string;
  source: string;
}

/** The delivery of an order at a moment; days are those of the person at the browser. */
export function deliveryOf(order: Order, now: number): Delivery {
  const where = whereIs(order);
  if (order.deliveredAt !== null) {
    const source = `Page: delivered ${dayAndTime(order.deliveredAt, now)}`;
    return {
      tone: 'fine',
      when: 'Delivered',
      where: [timeAgo(order.deliveredAt, now), ...where].join(' · '),
      source,
    };
  }
  const etaAt = expectedBy(order);
  if (etaAt === null)
    return {
      tone: 'calm',
      when: 'On its way',
      where: where.join(' · '),
      source: 'No page gives an estimate',
    };
  const days = daysBetween(now, etaAt);
  return {
    tone: days < 0 ? 'late' : days === 0 ? 'fine' : 'calm',
    when: dayWords(etaAt, days),
    where: where.join(' · '),
    source: `Page: estimated delivery ${dayAndTime(etaAt, now)}`,
  };
}

/** Whole calendar days from one moment to another where the reader lives; negative when it has passed. */
export function daysBetween(from: number, to: number, timeZone = localTimeZone()): number {
  const day = (atMs: number) => Temporal.PlainDate.from(dayOf(atMs, timeZone));
  return day(from).until(day(to), { largestUnit: 'day' }).days;
}

function dayWords(etaAt: number, days: number): string {
  if (days < 0) return `${-days} d late`;
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  const far = days < 7 ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(undefined, { weekday: 'short', ...far }).format(etaAt).replace(',', '');
}

/** The newest scan of the order's own parcels, else what the page calls its status; then the carriers. */
function whereIs({ packages, status, statusLabel }: Order): string[] {
  const parcels = packages.filter((parcel) => parcel.isReturn !== true);
  const scans = parcels.flatMap((parcel) => parcel.events).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const carriers = new Set(parcels.flatMap(({ carrier }) => (carrier === null ? [] : [carrier])));
  const said = scans[0]?.title ?? statusLabel ?? (status === 'AWAITING_COLLECTION' ? 'Packed' : null);
  return [...(said === null ? [] : [said]), ...carriers];
}
