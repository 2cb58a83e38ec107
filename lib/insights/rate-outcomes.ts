import { isFileSource, type Order } from '../model/order.ts';
import { isStillToShip } from '../model/status.ts';

/** The rates that a market holds a shop to: dispatched late, cancelled by the shop's fault, tracked. */
export const RATE_KINDS = ['late-dispatch', 'seller-fault-cancellation', 'valid-tracking'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** Something for each rate. */
export function eachRate<T>(make: (kind: RateKind) => T): Record<RateKind, T> {
  return {
    'late-dispatch': make('late-dispatch'),
    'seller-fault-cancellation': make('seller-fault-cancellation'),
    'valid-tracking': make('valid-tracking'),
  };
}

/** What one order says for a rate. */
export interface Outcome {
  /** When it counts, epoch ms; null where no page told the time that the rate goes by. */
  at: number | null;
  /** "queued": it can still be shipped in time. "unknown" is never guessed to be one of the others. */
  is: 'fine' | 'miss' | 'unknown' | 'queued';
}

/** When it is, and when the shop was last looked at; both epoch ms. */
export interface Moment {
  now: number;
  shopSeenAt: number | null;
}

/** What an order says for each rate; null where it does not count for it. */
export const OUTCOMES: Record<RateKind, (order: Order, moment: Moment) => Outcome | null> = {
  'late-dispatch': dispatchOutcome,
  'seller-fault-cancellation': cancellationOutcome,
  'valid-tracking': trackingOutcome,
};

const SHIPPED: ReadonlySet<unknown> = new Set(['IN_TRANSIT', 'DELIVERED', 'COMPLETED']);

/** Whether a status says that all of an order was shipped. */
export function isShipped(status: unknown): boolean {
  return SHIPPED.has(status);
}

// Nothing is to be shipped yet.
const NOT_TO_SHIP = new Set(['UNPAID', 'ON_HOLD']);

/** Late is what was shipped after its ship-by time, or is still to ship past it; the time is the page's own. */
function dispatchOutcome(order: Order, moment: Moment): Outcome | null {
  const { status, cancelledAt } = order;
  const at = order.deadlines.shipByAt;
  if (NOT_TO_SHIP.has(status)) return null;
  // What was cancelled in time is no late dispatch, and no dispatch either.
  if (status === 'CANCELLED' && (at === null || (cancelledAt !== null && cancelledAt <= at))) return null;
  return { at, is: at === null ? 'unknown' : dispatched(order, at, moment) };
}

function dispatched(order: Order, shipByAt: number, moment: Moment): Outcome['is'] {
  if (isStillToShip(order)) return shipByAt >= moment.now ? 'queued' : pastItsTime(order, shipByAt, moment);
  if (order.shippedAt !== null) return order.shippedAt > shipByAt ? 'miss' : 'fine';
  return isShipped(order.status) && isToldBy(order, shipByAt) ? 'fine' : 'unknown';
}

// What was to be done may have been done since the shop was last looked at.
function pastItsTime({ sources }: Order, at: number, { shopSeenAt }: Moment): 'miss' | 'unknown' {
  return (shopSeenAt ?? 0) > at || sources.some(({ seenAt }) => seenAt > at) ? 'miss' : 'unknown';
}

// That a page told it as shipped before the time proves it, and so does the platform's own last change of it;
// when those came later, they prove nothing.
function isToldBy({ sources, updatedAt, deliveredAt }: Order, shipByAt: number): boolean {
  if (deliveredAt !== null && deliveredAt <= shipByAt) return true;
  // A file tells statuses without the time of the change.
  const isOfPages = sources.every(({ id }) => !isFileSource(id));
  if (isOfPages && updatedAt !== null && updatedAt <= shipByAt) return true;
  return sources.length > 0 && sources.every(({ seenAt }) => seenAt <= shipByAt);
}

/**
 * No page or file says in a field that is read whose fault a cancellation was, so each is unknown. Orders count
 * by when they were placed.
 */
function cancellationOutcome(order: Order): Outcome | null {
  if (order.status === 'UNPAID') return null;
  const isKnown = order.status !== 'CANCELLED' && order.status !== 'UNKNOWN';
  return { at: order.placedAt, is: isKnown ? 'fine' : 'unknown' };
}

/**
 * TikTok calls an order in transit on its carrier's first scan: with a tracking number on every parcel it is
 * validly tracked. What waits for its carrier past the latest time for that has had no scan.
 */
function trackingOutcome(order: Order, moment: Moment): Outcome | null {
  const { collectByAt, shipByAt } = order.deadlines;
  if (order.status === 'AWAITING_COLLECTION' && collectByAt !== null && collectByAt < moment.now)
    return { at: collectByAt, is: pastItsTime(order, collectByAt, moment) };
  if (!isShipped(order.status)) return null;
  const parcels = order.packages.filter(({ isReturn }) => isReturn !== true);
  const isTracked = parcels.length > 0 && parcels.every(({ trackingNumber }) => trackingNumber !== null);
  return { at: order.shippedAt ?? shipByAt ?? order.placedAt, is: isTracked ? 'fine' : 'unknown' };
}
