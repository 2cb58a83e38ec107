import { clocksOf } from '../insights/clocks.ts';
import { ownParcels } from '../insights/rights.ts';
import type { AlertSettings } from '../model/alert.ts';
import type { Order, OrderReturn } from '../model/order.ts';
import { isReturnClosed } from '../model/status.ts';
import { HOUR_MS } from '../model/time.ts';
import { isBeforeShipping, isOnTheWay, type Matter, matter, type Stage, topicOf } from './matter.ts';
import { parcelKey } from './parcels.ts';
import type { SeenOrder } from './seen.ts';
import { hoursWords } from './words.ts';

const NEAR_HOURS = [24, 4];
/** From so near on, a clock is critical. */
const CRITICAL_HOURS = 4;

/** Everything about a seller's order that there is to watch. */
export function sellerMatters({ key, order }: SeenOrder, settings: AlertSettings): Matter[] {
  if (order.role !== 'seller') return [];
  const { isToShip, shipByAt, autoCancelAt, hasBuyerNote } = clocksOf(order);
  const matters = requestMatters(key, order);
  if (isToShip && shipByAt !== null) matters.push(shipMatter(key, shipByAt, autoCancelAt, settings));
  if (isToShip && autoCancelAt !== null) matters.push(cancelMatter(key, autoCancelAt));
  if (isToShip && hasBuyerNote) matters.push(matter('buyer-note', topicOf('buyer-note', key)));
  if (isBeforeShipping(order)) matters.push(matter('order-changed', topicOf('order-changed', key)));
  if (isOnTheWay(order))
    for (const parcel of ownParcels(order))
      matters.push(matter('delivery-failed', topicOf('delivery', key, parcelKey(parcel))));
  return matters;
}

function shipMatter(
  key: string,
  shipByAt: number,
  autoCancelAt: number | null,
  { shipByHours }: AlertSettings,
): Matter {
  const stages = hourStages(shipByHours, shipByAt, (hours) => `Ship within ${hoursWords(hours)}`);
  const overdue = {
    name: 'overdue',
    at: shipByAt,
    severity: 'critical',
    title: 'Past its ship-by time',
  } as const;
  return matter('ship-by', topicOf('ship-by', key, shipByAt), {
    dueAt: shipByAt,
    why: 'Page: must be shipped by then',
    // Cancelled, it is to be shipped no more, whether or not a page has told so.
    endsAt: autoCancelAt !== null && autoCancelAt > shipByAt ? autoCancelAt : null,
    isDeadline: true,
    stages: [...stages, overdue],
  });
}

function cancelMatter(key: string, autoCancelAt: number): Matter {
  return matter('auto-cancel', topicOf('auto-cancel', key, autoCancelAt), {
    dueAt: autoCancelAt,
    why: 'Page: cancels itself then, unless it is shipped',
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

function requestMatters(key: string, order: Order): Matter[] {
  return openRequests(order).map((entry) => requestMatter(key, entry));
}

/** An open request with the clock that it has; the stages carry its time, which a page can move. */
export function requestMatter(key: string, entry: OrderReturn): Matter {
  const kind = isCancellation(entry) ? 'cancellation-requested' : 'return-requested';
  const topic = topicOf(kind, key, encodeURIComponent(entry.id));
  const { respondByAt } = entry;
  if (respondByAt === null) return matter(kind, topic);
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
