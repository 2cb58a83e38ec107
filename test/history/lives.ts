import type { Account, Order, OrderStatus } from '../../lib/model/order.ts';
import type { Random } from '../shop/random.ts';
import {
  DAY,
  HOUR,
  makeAmounts,
  makeDeadlines,
  makeItem,
  makeOrder,
  makePackage,
  makeReturn,
} from './build.ts';

/** What becomes of an order, epoch ms; null for what never happens. */
export interface Life {
  id: string;
  owner: Account;
  placedAt: number;
  shipByAt: number;
  autoCancelAt: number;
  shippedAt: number | null;
  cancelledAt: number | null;
  deliveredAt: number | null;
  completedAt: number | null;
  /** The buyer changed the items, or left a note. */
  changedAt: number | null;
  notedAt: number | null;
  /** A cancellation (seller), return or refund was asked for, and settled. */
  askedAt: number | null;
  settledAt: number | null;
  /** The estimate moved; the parcel was last scanned, and then no more. */
  slippedAt: number | null;
  stillAt: number | null;
  failedAt: number | null;
}

/** A moment on a half hour: many orders share their clocks, as orders of a day do. */
const onHalfHour = (at: number) => Math.round(at / (HOUR / 2)) * (HOUR / 2);

/** One life, begun at a moment. */
export function makeLife(id: string, owner: Account, placedAt: number, random: Random): Life {
  const after = (at: number, leastHours: number, mostHours: number) =>
    onHalfHour(at + (leastHours + random.next() * (mostHours - leastHours)) * HOUR);
  const maybe = (share: number, at: number) => (random.chance(share) ? at : null);
  // Ship-by times are the end of a day.
  const shipByAt = Math.ceil((placedAt + 1.5 * DAY) / DAY) * DAY - 1000;
  const autoCancelAt = shipByAt + 2 * DAY;
  const isShipped = random.chance(0.88);
  const shippedAt = isShipped ? after(placedAt, 4, random.chance(0.2) ? 80 : 36) : null;
  const cancelledAt = isShipped
    ? null
    : maybe(0.9, random.chance(0.5) ? autoCancelAt : after(placedAt, 6, 60));
  const deliveredAt = shippedAt === null ? null : maybe(0.85, after(shippedAt, 40, 140));
  const asksBack = deliveredAt !== null && random.chance(0.25);
  const askedAt = asksBack ? after(deliveredAt, 10, 70) : maybe(0.05, after(placedAt, 1, 20));
  return {
    id,
    owner,
    placedAt,
    shipByAt,
    autoCancelAt,
    shippedAt,
    cancelledAt,
    deliveredAt,
    completedAt: deliveredAt === null ? null : maybe(0.6, after(deliveredAt, 100, 250)),
    changedAt: maybe(0.3, after(placedAt, 3, 30)),
    notedAt: maybe(0.1, after(placedAt, 1, 10)),
    askedAt,
    settledAt: askedAt === null ? null : maybe(0.8, after(askedAt, 5, random.chance(0.3) ? 300 : 60)),
    slippedAt: shippedAt === null ? null : maybe(0.2, after(shippedAt, 10, 40)),
    stillAt: shippedAt === null ? null : maybe(0.15, after(shippedAt, 12, 20)),
    failedAt: deliveredAt === null ? null : maybe(0.1, deliveredAt - 20 * HOUR),
  };
}

/** The order as a page shows it at a moment; null before it is placed. */
export function orderAt(life: Life, at: number): Order | null {
  const { id, owner, placedAt, shippedAt, cancelledAt, deliveredAt } = life;
  if (placedAt > at) return null;
  const by = (time: number | null): time is number => time !== null && time <= at;
  const shown = (time: number | null) => (by(time) ? time : null);
  const status = statusAt(life, by);
  const isOpen = status === 'AWAITING_SHIPMENT' && owner.role === 'seller';
  const item = makeItem({ name: `Item ${id.slice(-4)}`, quantity: by(life.changedAt) ? 2 : 1 });
  return makeOrder(
    {
      id,
      status,
      currency: 'USD',
      placedAt,
      shippedAt: shown(shippedAt),
      cancelledAt: shown(cancelledAt),
      deliveredAt: shown(deliveredAt),
      updatedAt: at,
      amounts: makeAmounts({ total: by(life.changedAt) ? 4600 : 2300 }),
      deadlines: makeDeadlines({
        shipByAt: isOpen ? life.shipByAt : null,
        autoCancelAt: isOpen ? life.autoCancelAt : null,
        returnByAt: owner.role === 'buyer' && by(deliveredAt) ? deliveredAt + 8 * DAY : null,
      }),
      hasBuyerNote: owner.role === 'seller' ? by(life.notedAt) : null,
      items: [item],
      packages: parcelsAt(life, at, by),
      returns: returnsAt(life, by),
      sources: [{ id: owner.role === 'seller' ? 'seller/order-list' : 'buyer/order-list', seenAt: at }],
    },
    owner,
  );
}

type By = (time: number | null) => time is number;

function statusAt(life: Life, by: By): OrderStatus {
  if (by(life.cancelledAt)) return 'CANCELLED';
  if (by(life.completedAt)) return 'COMPLETED';
  if (by(life.deliveredAt)) return 'DELIVERED';
  return by(life.shippedAt) ? 'IN_TRANSIT' : 'AWAITING_SHIPMENT';
}

function parcelsAt(life: Life, at: number, by: By): Order['packages'] {
  const { id, shippedAt, deliveredAt, stillAt, failedAt, slippedAt } = life;
  if (!by(shippedAt)) return [];
  const scans: [number, string][] = [[shippedAt, 'Picked up by the carrier']];
  const until = Math.min(at, stillAt ?? at, deliveredAt ?? at);
  for (let scan = shippedAt + 18 * HOUR; scan <= until; scan += 18 * HOUR) scans.push([scan, 'In transit']);
  if (by(failedAt)) scans.push([failedAt, 'Delivery attempt failed']);
  if (deliveredAt !== null && by(deliveredAt - 8 * HOUR))
    scans.push([deliveredAt - 8 * HOUR, 'Out for delivery']);
  if (by(deliveredAt)) scans.push([deliveredAt, 'Delivered']);
  const events = scans.map(([time, title]) => ({ at: time, title, text: null })).sort((a, b) => b.at - a.at);
  const etaAt = shippedAt + (by(slippedAt) ? 6 : 4) * DAY;
  return [makePackage({ id: `p${id}`, trackingNumber: `T${id}`, etaAt, events })];
}

function returnsAt({ id, owner, askedAt, settledAt, deliveredAt }: Life, by: By): Order['returns'] {
  if (!by(askedAt)) return [];
  const isBack = deliveredAt !== null && askedAt > deliveredAt;
  if (!isBack && owner.role === 'buyer') return [];
  const isShort = owner.role === 'buyer' && Number(id.slice(-1)) < 3;
  return [
    makeReturn({
      id: `r${id}`,
      type: isBack ? 'RETURN_AND_REFUND' : 'CANCELLATION',
      status: by(settledAt) ? 'COMPLETE' : 'PENDING',
      amount: 2300,
      openedAt: askedAt,
      respondByAt: owner.role === 'seller' ? askedAt + 2 * DAY : null,
      closedAt: by(settledAt) ? settledAt : null,
      received: by(settledAt) ? (isShort ? 2000 : 2300) : null,
    }),
  ];
}
