import type { ExpectedOrder } from '../../shop/expected.ts';
import { MARKETS } from '../../shop/markets.ts';
import type { Market } from '../../shop/types.ts';

/** A shop's revenue as the popup should write it. */
export interface Revenue {
  today: string;
  month: string;
}

/** The counts of the popup's region "Selling". */
export interface Counts {
  toShip: number;
  dueIn24h: number;
  overdue: number;
  inTransit: number;
}

const DAY_MS = 86_400_000;

/** Paid, not cancelled orders less refunds, by the day of the order in the shop's zone. */
export function revenueOf(orders: readonly ExpectedOrder[], market: Market, now: number): Revenue {
  const { zone, currency, decimals } = MARKETS[market];
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const today = dayOf.format(now);
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const sum = (isCounted: (day: string) => boolean): string => {
    const counted = orders.filter((order) => isEarned(order) && isCounted(dayOf.format(order.placedAt)));
    const minor = counted.reduce((all, { amounts }) => all + amounts.total - (amounts.refunded ?? 0), 0);
    return money.format(minor / 10 ** decimals);
  };
  return { today: sum((day) => day === today), month: sum((day) => day.slice(0, 7) === today.slice(0, 7)) };
}

/** How many orders wait, and how many of them are late or nearly so. */
export function countsOf(orders: readonly ExpectedOrder[], now: number): Counts {
  const waiting = orders.filter(
    ({ status }) => status === 'AWAITING_SHIPMENT' || status === 'PARTIALLY_SHIPPING',
  );
  const times = waiting.flatMap(({ deadlines }) => deadlines.shipByAt ?? []);
  return {
    toShip: waiting.length,
    dueIn24h: times.filter((at) => at >= now && at < now + DAY_MS).length,
    overdue: times.filter((at) => at < now).length,
    inTransit: orders.filter(({ status }) => status === 'IN_TRANSIT').length,
  };
}

/** The orders beside which the overlay has something to say: a clock that runs, an answer due, a note. */
export function markedIds(orders: readonly ExpectedOrder[]): string[] {
  const isMarked = (order: ExpectedOrder): boolean => {
    const toShip = order.status === 'AWAITING_SHIPMENT' || order.status === 'PARTIALLY_SHIPPING';
    const open = order.returns.filter((entry) => entry.status !== 'COMPLETE' && entry.closedAt === null);
    const toAnswer = open.some((entry) => entry.type !== 'CANCELLATION' || order.status !== 'CANCELLED');
    return (toShip && order.deadlines.shipByAt !== null) || toAnswer || order.hasBuyerNote === true;
  };
  return orders.filter(isMarked).map((order) => order.id);
}

function isEarned(order: ExpectedOrder): boolean {
  return order.paidAt !== null && order.status !== 'CANCELLED';
}
