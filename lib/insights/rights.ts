import { findMarket } from '../model/market.ts';
import type { Order } from '../model/order.ts';
import { isUnderWay } from '../model/status.ts';
import { DAY_MS, MAX_TIME_MS } from '../model/time.ts';
import { findRule, ruleWords } from '../rulebook/find.ts';
import type { Tone } from './risk.ts';
import { dayAndTime, timeLeft } from './words.ts';

export type RightKind = 'return' | 'guarantee' | 'undelivered-refund' | 'free-cancel';

/** One right of a buyer in one order: how it stands, until when, and who says so. */
export interface Right {
  kind: RightKind;
  /** "later" begins with the delivery, "over" has ended, "none" is excluded, "unknown" can't be told. */
  state: 'open' | 'later' | 'over' | 'none' | 'unknown';
  /** Epoch ms; null where there is no such moment or it is not known. */
  endsAt: number | null;
  /** Whole days from now to `endsAt`, rounded down; null without it or when it has passed. */
  daysLeft: number | null;
  tone: Tone;
  words: string;
  /** "Page: …", "Rule: … (source, checked day)", or what is missing to know it. */
  source: string;
}

/** Days before the end from which a right needs its buyer. */
export const RIGHT_SOON_MS = 5 * DAY_MS;

const NOT_SHIPPED = new Set(['UNPAID', 'ON_HOLD', 'AWAITING_SHIPMENT']);

/** The rights of a buyer's order at a moment; none for a seller's, a cancelled or a wholly returned one. */
export function rightsOf(order: Order, now: number): Right[] {
  if (order.role !== 'buyer' || order.stage === 'cancelled' || order.stage === 'returned') return [];
  const rights = [cancelRight(order, now), undeliveredRight(order, now), returnRight(order, now)];
  return [...rights, guaranteeRight(order, now)].filter((right) => right !== null);
}

/** When the return window ends and who says so: the page's own date first, else the market's rule. */
export function returnEnd(order: Order): { endsAt: number; source: string } | null {
  const { returnByAt } = order.deadlines;
  if (returnByAt !== null) return { endsAt: returnByAt, source: 'Page: return window closes then' };
  if (order.isFinalSale === true || order.deliveredAt === null) return null;
  return fromDelivery(order, order.deliveredAt, 'return-window');
}

/** When the guarantee for what is damaged or wrong ends; null without one, and where it is not known. */
export function guaranteeEnd(order: Order): { endsAt: number; source: string } | null {
  // The guarantee leaves out final sale (shop.tiktok.com/us/money-back-guarantee).
  if (order.deliveredAt === null || order.isFinalSale === true) return null;
  return fromDelivery(order, order.deliveredAt, 'guarantee');
}

/** When the refund of a parcel that has not come approves itself; null for one that came or has no estimate. */
export function undeliveredEnd(order: Order): { endsAt: number; source: string } | null {
  if (!isUnderWay(order) || order.deliveredAt !== null) return null;
  const dueAt = expectedBy(order);
  if (dueAt === null) return null;
  const rule = findRule('undelivered-refund', order.market, order.placedAt ?? dueAt);
  if (!rule) return null;
  const source = ruleWords(rule, `${rule.days} days after the estimated delivery`);
  const endsAt = dueAt + rule.days * DAY_MS;
  return endsAt > MAX_TIME_MS ? null : { endsAt, source };
}

function returnRight(order: Order, now: number): Right | null {
  if (order.isFinalSale === true && order.deadlines.returnByAt === null)
    return still('return', 'none', 'Final sale: it can’t be returned', 'Page: final sale');
  const end = returnEnd(order);
  if (end) return timed('return', end, now, { open: 'left to return it', over: 'Return window closed' });
  if (order.stage === 'delivered')
    return still('return', 'unknown', 'Return window unknown', whyUnknown(order));
  const rule = isExpected(order) ? findRule('return-window', order.market, now) : null;
  if (!rule) return null;
  const words = `${rule.days} days to return it, once it has arrived`;
  return still('return', 'later', words, ruleWords(rule, `${rule.days} days from delivery`));
}

function guaranteeRight(order: Order, now: number): Right | null {
  const end = guaranteeEnd(order);
  const words = { open: 'of guarantee left', over: 'Money-back guarantee ended' };
  return end && timed('guarantee', end, now, words);
}

/** A parcel that has not come: when its refund approves itself. */
function undeliveredRight(order: Order, now: number): Right | null {
  const end = undeliveredEnd(order);
  if (!end) return null;
  const { endsAt, source } = end;
  const isDue = endsAt <= now;
  return {
    kind: 'undelivered-refund',
    state: isDue ? 'over' : 'open',
    endsAt,
    daysLeft: daysLeft(endsAt, now),
    tone: isDue ? 'late' : 'calm',
    words: isDue
      ? `Not here: its refund should have approved itself ${dayAndTime(endsAt, now)}`
      : `If it is not here by ${dayAndTime(endsAt, now)}, its refund approves itself`,
    source,
  };
}

function cancelRight(order: Order, now: number): Right | null {
  if (!NOT_SHIPPED.has(order.status)) return null;
  const rule = findRule('free-cancel', order.market, order.placedAt ?? now);
  if (!rule) return null;
  const source = ruleWords(rule, 'free to cancel until it is “Awaiting collection”');
  return still('free-cancel', 'open', 'Free to cancel until it waits for collection', source);
}

/** The parcels on their way to the buyer; those that go back are left out. */
export function ownParcels({ packages }: Pick<Order, 'packages'>): Order['packages'] {
  return packages.filter((parcel) => parcel.isReturn !== true);
}

/** The latest delivery estimate of the order's own parcels, else the page's deliver-by time. */
export function expectedBy(order: Order): number | null {
  const etas = ownParcels(order).flatMap(({ etaAt }) => (etaAt === null ? [] : [etaAt]));
  return etas.length > 0 ? Math.max(...etas) : order.deadlines.deliverByAt;
}

// Days are 24 hours: delivery 23 March 15:08 closed on 22 April 15:08 on a captured page, to the minute.
function fromDelivery(
  order: Order,
  deliveredAt: number,
  kind: 'return-window' | 'guarantee',
): { endsAt: number; source: string } | null {
  const rule = findRule(kind, order.market, deliveredAt);
  if (!rule) return null;
  const endsAt = deliveredAt + rule.days * DAY_MS;
  // A file may tell any time.
  if (endsAt > MAX_TIME_MS) return null;
  const what = kind === 'guarantee' ? ' for what is damaged or wrong' : '';
  const source = ruleWords(rule, `${rule.days} days from delivery${what}`);
  return { endsAt, source };
}

function isExpected(order: Order): boolean {
  return order.status !== 'UNPAID' && (NOT_SHIPPED.has(order.status) || isUnderWay(order));
}

function whyUnknown(order: Order): string {
  const market = findMarket(order.market)?.name;
  if (market === undefined) return 'The market of this order is not known';
  return findRule('return-window', order.market, order.placedAt ?? 0) === null
    ? `No return rule of ${market} is known to OrderLens`
    : 'The day of delivery is not known; open the order on TikTok to read it';
}

function timed(
  kind: RightKind,
  { endsAt, source }: { endsAt: number; source: string },
  now: number,
  words: { open: string; over: string },
): Right {
  const isOver = endsAt < now;
  const isSoon = !isOver && endsAt - now < RIGHT_SOON_MS;
  // Weeks ahead, the hour says nothing.
  const isFar = Math.abs(endsAt - now) >= 7 * DAY_MS;
  const day = isFar ? dayWords(endsAt, now) : dayAndTime(endsAt, now);
  const left = isFar ? `${daysLeft(endsAt, now)} d` : timeLeft(endsAt, now);
  return {
    kind,
    state: isOver ? 'over' : 'open',
    endsAt,
    daysLeft: daysLeft(endsAt, now),
    tone: isOver ? 'calm' : isSoon ? 'soon' : 'fine',
    words: isOver ? `${words.over} ${day}` : `${left} ${words.open}, until ${day}`,
    source,
  };
}

function still(kind: RightKind, state: Right['state'], words: string, source: string): Right {
  return { kind, state, endsAt: null, daysLeft: null, tone: 'calm', words, source };
}

function daysLeft(endsAt: number, now: number): number | null {
  return endsAt < now ? null : Math.floor((endsAt - now) / DAY_MS);
}

function dayWords(atMs: number, now: number): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', ...year }).format(atMs);
}
