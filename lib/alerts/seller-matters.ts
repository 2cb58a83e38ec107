import { clocksOf } from '../insights/clocks.ts';
import { answerDue, dueOf } from '../insights/due.ts';
import { ownParcels } from '../insights/rights.ts';
import type { AlertSettings } from '../model/alert.ts';
import type { Order, OrderReturn } from '../model/order.ts';
import { isReturnClosed } from '../model/status.ts';
import { HOUR_MS } from '../model/time.ts';
import { isBeforeShipping, isOnTheWay, type Matter, matter, type Stage, topicOf } from './matter.ts';
import { parcelKey } from './parcels.ts';
import type { SeenOrder } from './seen.ts';
import { hoursWords } from './words.ts';

/** Hours before a clock at which it is told. */
export const NEAR_HOURS = [24, 4];
/** Who says when an order must be shipped, where no rule had to be asked. */
export const SHIP_WHY = 'Page: must be shipped by then';
/** From so near on, a clock is critical. */
const CRITICAL_HOURS = 4;

/** Everything about a seller's order that there is to watch. */
export function sellerMatters(seen: SeenOrder, settings: AlertSettings): Matter[] {
  const { key, order } = seen;
  if (order.role !== 'seller') return [];
  const matters = [...shipMatters(seen, settings), ...requestMatters(seen)];
  if (isBeforeShipping(order)) matters.push(matter('order-changed', topicOf('order-changed', key)));
  if (!isOnTheWay(order)) return matters;
  const parcels = ownParcels(order).map((parcel) => topicOf('delivery', key, parcelKey(parcel)));
  return [...matters, ...parcels.map((topic) => matter('delivery-failed', topic))];
}

/** What there is to watch while an order is to be shipped. */
function shipMatters(seen: SeenOrder, { shipByHours }: AlertSettings): Matter[] {
  const { key, order, overrides } = seen;
  const { isToShip, shipByAt, shipByWhy, autoCancelAt, hasBuyerNote } = clocksOf(order, overrides);
  if (!isToShip) return [];
  const matters: Matter[] = [];
  if (shipByAt !== null) {
    const why = shipByWhy ?? SHIP_WHY;
    matters.push(shipMatter(key, shipByAt, why, order.deadlines.autoCancelAt, shipByHours));
  }
  if (autoCancelAt !== null) matters.push(cancelMatter(seen, autoCancelAt));
  if (hasBuyerNote) matters.push(matter('buyer-note', topicOf('buyer-note', key)));
  return matters;
}

function shipMatter(
  key: string,
  shipByAt: number,
  why: string,
  autoCancelAt: number | null,
  hours: readonly number[],
): Matter {
  const stages = hourStages(hours, shipByAt, (before) => `Ship within ${hoursWords(before)}`);
  const title = 'Past its ship-by time';
  return matter('ship-by', topicOf('ship-by', key, shipByAt), {
    dueAt: shipByAt,
    why,
    // Cancelled, it is to be shipped no more, whether or not a page has told so.
    endsAt: autoCancelAt !== null && autoCancelAt > shipByAt ? autoCancelAt : null,
    isDeadline: true,
    stages: [...stages, { name: 'overdue', at: shipByAt, severity: 'critical', title }],
  });
}

function cancelMatter({ key, order, overrides }: SeenOrder, autoCancelAt: number): Matter {
  const isTold = order.deadlines.autoCancelAt !== null;
  return matter('auto-cancel', topicOf('auto-cancel', key, autoCancelAt), {
    dueAt: autoCancelAt,
    why: isTold
      ? 'Page: cancels itself then, unless it is shipped'
      : dueOf('auto-cancel', order, overrides).why,
    endsAt: autoCancelAt,
    isDeadline: true,
    stages: hourStages(NEAR_HOURS, autoCancelAt, (hours) => `Cancels itself within ${hoursWords(hours)}`),
  });
}

/** The stages so many hours before a moment. */
function hourStages(hours: readonly number[], untilAt: number, title: (hours: number) => string): Stage[] {
  return [...new Set(hours)].map((before) => ({
    name: `${before}h`,
    at: untilAt - before * HOUR_MS,
    severity: before <= CRITICAL_HOURS ? 'critical' : 'normal',
    title: title(before),
  }));
}

/** The open requests of a seller's order: cancellations of what is not cancelled, returns and refunds. */
export function openRequests({ returns, status }: Order): OrderReturn[] {
  return returns.filter(
    (entry) => !isReturnClosed(entry) && !(isCancellation(entry) && status === 'CANCELLED'),
  );
}

function isCancellation({ type }: OrderReturn): boolean {
  return type === 'CANCELLATION';
}

function requestMatters(seen: SeenOrder): Matter[] {
  return openRequests(seen.order).map((entry) => requestMatter(seen, entry));
}

/**
 * An open request with the clock that a page gives it; the stages carry its time, which a page can move. Where none
 * does, the rule is named, and nothing is told by it: it may hold from another moment on.
 */
export function requestMatter({ key, order, overrides }: SeenOrder, entry: OrderReturn): Matter {
  const kind = isCancellation(entry) ? 'cancellation-requested' : 'return-requested';
  const topic = topicOf(kind, key, encodeURIComponent(entry.id));
  const { respondByAt } = entry;
  if (respondByAt === null) {
    const { atMs, why } = answerDue(entry, order, overrides);
    return matter(kind, topic, { dueAt: atMs, why: atMs === null ? null : why });
  }
  const what = requestName(entry);
  return matter(kind, topic, {
    dueAt: respondByAt,
    why: 'Page: approves itself then',
    endsAt: respondByAt,
    isDeadline: true,
    stages: hourStages(
      NEAR_HOURS,
      respondByAt,
      (hours) => `Answer the ${what} within ${hoursWords(hours)}`,
    ).map((stage) => ({ ...stage, name: `${stage.name}|${respondByAt}` })),
  });
}

/** "cancellation", "return", "refund". */
export function requestName(entry: OrderReturn): string {
  if (isCancellation(entry)) return 'cancellation';
  return entry.type === 'REFUND' ? 'refund' : 'return';
}
