import type { Order } from '../model/order.ts';
import { daysBetween } from '../model/time.ts';
import { expectedBy, ownParcels } from './rights.ts';
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
  if (order.deliveredAt !== null) {
    const where = [timeAgo(order.deliveredAt, now), ...carriersOf(ownParcels(order))];
    const source = `Page: delivered ${dayAndTime(order.deliveredAt, now)}`;
    return { tone: 'fine', when: 'Delivered', where: where.join(' · '), source };
  }
  const where = whereIs(order).join(' · ');
  const etaAt = expectedBy(order);
  if (etaAt === null)
    return {
      tone: 'calm',
      when: 'On its way',
      where,
      source: 'No page gives an estimate',
    };
  const days = daysBetween(now, etaAt);
  return {
    tone: days < 0 ? 'late' : days === 0 ? 'fine' : 'calm',
    when: dayWords(etaAt, days),
    where,
    source: `Page: estimated delivery ${dayAndTime(etaAt, now)}`,
  };
}

function dayWords(etaAt: number, days: number): string {
  if (days < 0) return `${-days} d late`;
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  const far = days < 7 ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(undefined, { weekday: 'short', ...far }).format(etaAt).replace(',', '');
}

/** The newest scan of the parcels that are still to come, else what the page calls the status; then the carriers. */
function whereIs(order: Order): string[] {
  const { status, statusLabel } = order;
  const parcels = ownParcels(order);
  const coming = parcels.filter(({ events }) => !isArrived(events[0]?.title));
  const scans = coming.flatMap((parcel) => parcel.events).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const said = scans[0]?.title ?? statusLabel ?? (status === 'AWAITING_COLLECTION' ? 'Packed' : null);
  return [...(said === null ? [] : [said]), ...carriersOf(coming.length > 0 ? coming : parcels)];
}

// "Delivered to the local carrier" is a scan on the way, not an arrival.
function isArrived(title: string | undefined): boolean {
  return title !== undefined && /^delivered$/i.test(title.trim());
}

function carriersOf(parcels: Order['packages']): string[] {
  return [...new Set(parcels.flatMap(({ carrier }) => (carrier === null ? [] : [carrier])))];
}
