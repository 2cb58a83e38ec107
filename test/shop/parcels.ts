import type { Milestones } from './lifecycle.ts';
import type { MarketInfo } from './markets.ts';
import type { Random } from './random.ts';
import { endOfDay, HOUR, MINUTE, SECOND, wholeSecond } from './time.ts';
import { trackingNumber } from './tracking-numbers.ts';
import type { SkuStatus, TrueEvent, TrueItem, TrueLine, TruePackage } from './types.ts';

export const IN_TRANSIT = 'In transit';
export const DELIVERED = 'Delivered';
export const DELIVERY_CANCELED = 'Delivery canceled';

/** What the carrier writes at each step; the titles are Seller Center's English ones. */
const TEXTS: Record<string, string> = {
  'Order placed': 'The order was placed.',
  Packed: 'The seller packed the order.',
  'Out for delivery': 'The courier is on the way to the customer.',
  Delivered: 'The parcel was handed over.',
  'Delivery canceled': 'The delivery was canceled.',
  "Couldn't deliver": 'Nobody was there. The courier tries again.',
};

const LEGS = [
  'The carrier accepted the parcel.',
  'Arrived at the sorting center.',
  'Left the sorting center.',
];

/** A track event with the text that belongs to its title. */
export function trackEvent(at: number, title: string, text = TEXTS[title] ?? LEGS[0]): TrueEvent {
  return { at, title, text: text ?? null };
}

function transitEvents(times: Milestones, shippedAt: number): TrueEvent[] {
  const end = times.deliveredAt ?? times.now;
  const leg = (share: number): number => wholeSecond(shippedAt + (end - shippedAt) * share);
  const events = [trackEvent(shippedAt, IN_TRANSIT)];
  if (end - shippedAt > 12 * HOUR) events.unshift(trackEvent(leg(0.3), IN_TRANSIT, LEGS[1]));
  if (end - shippedAt > 30 * HOUR) events.unshift(trackEvent(leg(0.55), IN_TRANSIT, LEGS[2]));
  return events;
}

function tracksOf(times: Milestones, shippedAt: number | null, troubled: boolean): TrueEvent[] {
  if (times.packedAt === null) return [];
  const events = [trackEvent(times.packedAt, 'Packed'), trackEvent(times.placedAt, 'Order placed')];
  if (times.cancelledAt !== null) events.unshift(trackEvent(times.cancelledAt, DELIVERY_CANCELED));
  if (shippedAt === null) return events;
  events.unshift(...transitEvents(times, shippedAt));
  if (times.deliveredAt === null) return events;
  const last = times.deliveredAt - shippedAt;
  if (troubled) events.unshift(trackEvent(wholeSecond(shippedAt + last * 0.7), "Couldn't deliver"));
  events.unshift(trackEvent(wholeSecond(shippedAt + last * 0.9), 'Out for delivery'));
  events.unshift(trackEvent(times.deliveredAt, DELIVERED));
  return events;
}

/** Gives the package the carrier and number that a label brings. */
export function label(parcel: TruePackage, info: MarketInfo, random: Random): void {
  parcel.carrier = random.pick(info.carriers);
  parcel.trackingNumber = trackingNumber(parcel.carrier.name, random);
}

interface UnitPlan {
  status: SkuStatus;
  unsent: boolean;
  index: number;
}

function buildPackage(unit: UnitPlan, info: MarketInfo, times: Milestones, random: Random): TruePackage {
  const unitId = `12${random.digits(17)}`;
  const parcel: TruePackage = {
    unitId,
    packageId: `33${random.digits(17)}`,
    trackingNumber: null,
    carrier: null,
    etaAt: null,
    tracks: [],
  };
  const packed = times.packedAt !== null && !unit.unsent;
  if (!packed && random.chance(0.33)) parcel.packageId = null;
  if (!packed) return parcel;
  label(parcel, info, random);
  // The second package leaves a little later, yet never after what follows.
  const later =
    unit.index * Math.min(40 * MINUTE, ((times.deliveredAt ?? times.now) - times.placedAt) * 0.01);
  const shippedAt =
    times.shippedAt === null ? null : wholeSecond(times.shippedAt + later + unit.index * SECOND);
  parcel.tracks = tracksOf(times, shippedAt, random.chance(0.05));
  if (shippedAt !== null) parcel.etaAt = endOfDay(shippedAt, info.offset, random.int(2, 6));
  return parcel;
}

/** The packages of an order whose lines already know their unit and status. */
export function buildPackages(
  items: TrueItem[],
  info: MarketInfo,
  times: Milestones,
  random: Random,
): TruePackage[] {
  const lines = items.flatMap((item) => item.lines);
  const count = Math.max(...lines.map((line) => line.unit)) + 1;
  const first = lines[0] as TrueLine;
  if (first.status === 100) return [];
  return Array.from({ length: count }, (_, index) => {
    const status = lines.find((line) => line.unit === index && line.status !== 140)?.status ?? first.status;
    const unsent = status === 111 || status === 105 || (status === 114 && index > 0);
    return buildPackage({ status, unsent, index }, info, times, random);
  });
}
