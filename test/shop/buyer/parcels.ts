import { DAY, HOUR, wholeSecond } from '../time.ts';
import { trackingNumber } from '../tracking-numbers.ts';
import type { TrueEvent } from '../types.ts';
import type { BuyerBuild, BuyerItem, BuyerKind, BuyerParcel, Eta, ParcelState } from './types.ts';

const CARRIERS = ['USPS', 'UPS', 'FedEx', 'UniUni'] as const;
/** Midday of the buyer's day, as the dates of estimates are: no zone of the country turns it into another. */
const MIDDAY_UTC = 19 * HOUR;

const PACKED = 'Packed';
export const IN_TRANSIT = 'In transit';
const OUT = 'Out for delivery';
export const DELIVERED = 'Delivered';

const STATES: Partial<Record<BuyerKind, readonly ParcelState[]>> = {
  unpaid: [],
  'just-paid': [],
  'to-ship': [],
  cancelled: [],
  'cancelled-unpaid': [],
  'in-transit': ['in-transit'],
  'out-for-delivery': ['out-for-delivery'],
  'partly-shipped': ['in-transit', 'to-ship'],
  'parcels-on-the-way': ['in-transit', 'out-for-delivery'],
  'parcels-partly-delivered': ['delivered', 'in-transit'],
  'parcels-completed': ['delivered', 'delivered'],
};

/** Midday of the day that is `days` after an instant. */
export function middayAfter(at: number, days: number): number {
  return Math.floor(at / DAY) * DAY + days * DAY + MIDDAY_UTC;
}

function etaOf(state: ParcelState, { now, placedAt, random }: BuyerBuild): Eta | null {
  if (state === 'delivered' || state === 'to-ship') return null;
  if (state === 'out-for-delivery') return { from: middayAfter(now, 0), until: middayAfter(now, 0) };
  const from = middayAfter(placedAt, random.int(5, 7));
  return { from, until: from + random.pick([0, 2, 3]) * DAY };
}

function eventsOf(state: ParcelState, { now, placedAt, random }: BuyerBuild, index: number): TrueEvent[] {
  if (state === 'to-ship') return [];
  const at = (hours: number) => wholeSecond(Math.min(now, placedAt + (hours + 5 * index) * HOUR));
  const place = random.pick(['Reno, NV', 'Tulsa, OK', 'Macon, GA']);
  const events: TrueEvent[] = [
    { at: at(21), title: PACKED, text: 'The seller has packed your order' },
    { at: at(35), title: IN_TRANSIT, text: `Your package left the facility in ${place}` },
  ];
  if (state !== 'in-transit') events.push({ at: at(122), title: OUT, text: 'It will arrive today' });
  if (state === 'delivered') events.push({ at: at(127), title: DELIVERED, text: 'Left at the front door' });
  return events.reverse();
}

function split(items: readonly BuyerItem[], count: number): number[][] {
  const all = items.map((_item, index) => index);
  return count === 1 ? [all] : [all.slice(0, 1), all.slice(1)];
}

/** The parcels of an order; two of them have two carriers. */
export function buildBuyerParcels(items: readonly BuyerItem[], build: BuyerBuild): BuyerParcel[] {
  const { plan, random } = build;
  const states = STATES[plan.kind] ?? ['delivered'];
  const first = random.int(0, CARRIERS.length - 1);
  return split(items, states.length).flatMap((share, index) => {
    const state = states[index];
    if (!state) return [];
    const carrier = CARRIERS[(first + index) % CARRIERS.length] ?? 'USPS';
    return {
      id: `1153${random.digits(15)}`,
      state,
      carrier,
      trackingNumber: state === 'to-ship' ? null : trackingNumber(carrier, random),
      eta: etaOf(state, build),
      items: share,
      events: eventsOf(state, build, index),
    };
  });
}
