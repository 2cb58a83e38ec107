import type { MarketInfo } from './markets.ts';
import type { Plan } from './plans.ts';
import type { Random } from './random.ts';
import { DAY, dateOf, endOfDay, HOUR, SECOND, wholeSecond } from './time.ts';
import type { SkuStatus, TrueOrder } from './types.ts';

/** When an order reached each step; null for the steps that it did not reach. */
export interface Milestones {
  now: number;
  placedAt: number;
  paidAt: number | null;
  packedAt: number | null;
  shippedAt: number | null;
  deliveredAt: number | null;
  completedAt: number | null;
  cancelledAt: number | null;
}

const STEPS: Record<SkuStatus, number> = {
  100: 0,
  105: 1,
  111: 1,
  112: 2,
  114: 3,
  121: 3,
  122: 4,
  130: 5,
  140: 1,
};

function stepsOf(plan: Plan): number {
  if (plan.mixed) return 3;
  if (plan.status !== 140) return STEPS[plan.status];
  if (plan.cancelledAfterPacking) return 2;
  return plan.cancelledBy === 'system' ? 0 : 1;
}

/** Steps take hours or days, but never more than a share of the order's age: none lies in the future. */
export function milestonesOf(plan: Plan, now: number, random: Random): Milestones {
  const { age } = plan;
  const placedAt = wholeSecond(now - age);
  const after = (from: number, hours: number, share: number): number =>
    wholeSecond(from + Math.min(hours * HOUR * (0.6 + random.next() * 0.8), age * share));
  const paidOnline = after(placedAt, 0.03, 0.05);
  const packed = after(paidOnline, 18, 0.3);
  const shipped = after(packed, 10, 0.2);
  const delivered = after(shipped, 80, 0.25);
  const completed = after(delivered, 120, 0.1);
  const steps = stepsOf(plan);
  const deliveredAt = steps >= 4 ? delivered : null;
  return {
    now,
    placedAt,
    paidAt: plan.cod ? deliveredAt : steps >= 1 ? paidOnline : null,
    packedAt: steps >= 2 ? packed : null,
    shippedAt: steps >= 3 ? shipped : null,
    deliveredAt,
    completedAt: steps >= 5 ? completed : null,
    cancelledAt: plan.status === 140 ? after(steps >= 2 ? packed : paidOnline, 30, 0.3) : null,
  };
}

type Deadlines = Pick<TrueOrder, 'shipByAt' | 'collectByAt' | 'autoCancelAt' | 'deliverByDate'>;

const NO_DEADLINES: Deadlines = {
  shipByAt: null,
  collectByAt: null,
  autoCancelAt: null,
  deliverByDate: null,
};

function usualDeadlines(info: MarketInfo, placedAt: number): Deadlines {
  if (info.market === 'XB') {
    const collectByAt = endOfDay(placedAt, info.offset, 3);
    const autoCancelAt = endOfDay(placedAt, info.offset, 8);
    return { shipByAt: placedAt + 48 * HOUR + SECOND, collectByAt, autoCancelAt, deliverByDate: null };
  }
  if (info.market === 'US') {
    const shipByAt = placedAt + 48 * HOUR;
    const deliverByDate = dateOf(placedAt + 7 * DAY, info.offset);
    return {
      shipByAt,
      collectByAt: shipByAt + 140 * SECOND,
      autoCancelAt: placedAt + 7 * DAY,
      deliverByDate,
    };
  }
  const end = (days: number): number => endOfDay(placedAt, info.offset, days);
  return { shipByAt: end(1), collectByAt: end(2), autoCancelAt: end(6), deliverByDate: null };
}

/** The deadlines that Seller Center gives the order; overdue and soon ones lie around `now`. */
export function deadlinesOf(plan: Plan, info: MarketInfo, times: Milestones, random: Random): Deadlines {
  if (plan.status === 100 || plan.status === 105) return NO_DEADLINES;
  const usual = usualDeadlines(info, times.placedAt);
  if (plan.preOrder) {
    const shipByAt = endOfDay(times.now, info.offset, random.int(8, 25));
    return { ...usual, shipByAt, collectByAt: shipByAt + DAY, autoCancelAt: shipByAt + 5 * DAY };
  }
  if (!plan.shipBy) return usual;
  const away = random.int(90, 20 * 60) * 60 * SECOND;
  const shipByAt = wholeSecond(times.now) + (plan.shipBy === 'soon' ? away : -away);
  return { ...usual, shipByAt, collectByAt: shipByAt + DAY, autoCancelAt: shipByAt + 3 * DAY };
}
