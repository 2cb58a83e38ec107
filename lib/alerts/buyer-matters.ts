import { refundDetail } from '../insights/buyer-needs.ts';
import { CHANGE_PATIENCE_MS, changeState } from '../insights/change-request.ts';
import { owedRefunds, type Refund, refundsOf } from '../insights/owed.ts';
import { ownParcels, returnEnd } from '../insights/rights.ts';
import { dayAndTime } from '../insights/words.ts';
import type { AlertSettings } from '../model/alert.ts';
import type { Order } from '../model/order.ts';
import { DAY_MS } from '../model/time.ts';
import { isOnTheWay, type Matter, matter, topicOf } from './matter.ts';
import { newestScans, parcelKey } from './parcels.ts';
import type { SeenOrder } from './seen.ts';
import { daysWords } from './words.ts';

/** Days before a return window ends at which it is told. */
export const RETURN_DAYS = [7, 3, 1];
/** How long a refund may take where nobody says how long: our own patience. */
export const REFUND_PATIENCE_DAYS = 10;
/** A parcel of an order as old as this moves no more. */
const NO_SCAN_UNTIL_DAYS = 120;

/** Everything about a buyer's order that there is to watch. */
export function buyerMatters(seen: SeenOrder, settings: AlertSettings): Matter[] {
  const { key, order } = seen;
  if (order.role !== 'buyer') return [];
  return [
    ...parcelMatters(key, order, settings),
    ...arrivalMatters(key, order),
    ...returnMatters(key, order),
    ...owedRefunds(order, 0).map((refund) => refundMatter(key, order, refund)),
    ...changeMatters(seen),
  ];
}

function parcelMatters(key: string, order: Order, settings: AlertSettings): Matter[] {
  if (!isOnTheWay(order)) return [];
  const still = newestScans(order)
    .filter(({ news }) => news !== 'delivered')
    .map(({ parcel, scan }) => stillMatter(key, order, parcelKey(parcel), scan, settings));
  const moving = ownParcels(order).map((parcel) =>
    matter('out-for-delivery', topicOf('delivery', key, parcelKey(parcel))),
  );
  return [...moving, ...still];
}

function stillMatter(
  key: string,
  { placedAt }: Order,
  parcel: string,
  scan: { at: number; title: string },
  { noScanDays }: AlertSettings,
): Matter {
  const at = scan.at + noScanDays * DAY_MS;
  const isOld = placedAt !== null && at - placedAt > NO_SCAN_UNTIL_DAYS * DAY_MS;
  const title = `No scan for ${daysWords(noScanDays)}`;
  return matter('no-scan', topicOf('no-scan', key, parcel, scan.at), {
    more: `last: ${scan.title}`,
    stages: isOld ? [] : [{ name: 'still', at, severity: 'normal', title }],
  });
}

/** That it came; and, a day later, whether it is really there, while nobody has said so. */
function arrivalMatters(key: string, order: Order): Matter[] {
  const { status, stage, deliveredAt } = order;
  if (stage !== 'delivered') return [];
  const arrived = matter('delivered', topicOf('delivered', key));
  if (status !== 'DELIVERED' || deliveredAt === null) return [arrived];
  const end = returnEnd(order);
  const at = deliveredAt + DAY_MS;
  const asked = matter('not-received', topicOf('not-received', key, deliveredAt), {
    dueAt: end?.endsAt ?? null,
    why: end?.source ?? null,
    endsAt: end?.endsAt ?? at + 7 * DAY_MS,
    more: end === null ? null : `if it is not there, claim it until ${dayAndTime(end.endsAt, at)}`,
    stages: [{ name: 'asked', at, severity: 'low', title: 'Delivered: is it there?' }],
  });
  return [arrived, asked];
}

function returnMatters(key: string, order: Order): Matter[] {
  const end = order.stage === 'delivered' && !isAllAskedBack(order) ? returnEnd(order) : null;
  if (end === null) return [];
  const { endsAt, source } = end;
  const stages = RETURN_DAYS.map((days) => ({
    name: `${days}d`,
    at: endsAt - days * DAY_MS,
    severity: 'normal' as const,
    title: `${daysWords(days)} left to return it`,
  }));
  return [
    matter('return-window', topicOf('return-window', key, endsAt), {
      dueAt: endsAt,
      why: source,
      endsAt,
      isDeadline: true,
      stages,
    }),
  ];
}

// What was asked back needs no window any more; of several items, the others may still go back.
function isAllAskedBack(order: Order): boolean {
  const asked = refundsOf(order, 0).filter(({ state }) => state !== 'refused');
  return asked.length >= Math.max(1, order.items.length);
}

/** A refund that is awaited or came short. */
export function refundMatter(key: string, order: Order, refund: Refund): Matter {
  const topic = topicOf('refund', key, encodeURIComponent(refund.id));
  const { openedAt, state } = refund;
  // Without "asked for 3 d ago": the alert says when.
  const more = refundDetail({ ...refund, openedAt: null }, order, 0).replace(/^./, (letter) =>
    letter.toLowerCase(),
  );
  if (state === 'short') return matter('refund-short', topic, { more });
  if (openedAt === null) return matter('refund-late', topic);
  const dueAt = openedAt + REFUND_PATIENCE_DAYS * DAY_MS;
  const title = `Refund not here after ${REFUND_PATIENCE_DAYS} days`;
  return matter('refund-late', topic, {
    dueAt,
    why: `OrderLens: ${REFUND_PATIENCE_DAYS} days after it was asked for; its own patience, not a rule of TikTok`,
    more,
    stages: [{ name: `late|${openedAt}`, at: dueAt, severity: 'normal', title }],
  });
}

/** The changes that the buyer asked for and that are not done. */
export function changeMatters({ key, order, requests }: SeenOrder): Matter[] {
  return (requests ?? []).flatMap(({ key: requestKey, request }) => {
    const at = request.askedAt + CHANGE_PATIENCE_MS;
    const { state, words } = changeState(request, order, at);
    const topic = topicOf('change', key, encodeURIComponent(requestKey));
    if (state === 'overdue') {
      const stages = [{ name: 'overdue', at, severity: 'normal' as const, title: words }];
      return [matter('change-not-done', topic, { stages })];
    }
    return state === 'missed' ? [matter('change-not-done', topic, { more: words })] : [];
  });
}
