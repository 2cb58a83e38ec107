import type { Order } from '../model/order.ts';
import { HOUR_MS } from '../model/time.ts';
import type { Tone } from './risk.ts';
import { dayAndTime, timeAgo } from './words.ts';

/** What a buyer can ask a shop to change in an order. */
export const CHANGE_KINDS = ['address', 'item', 'cancel'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

interface AskedItem {
  name: string;
  variation: string | null;
  quantity: number | null;
}

/** What was asked for, when, and how the order was then: what it is compared with from then on. */
export interface ChangeRequest {
  what: ChangeKind;
  askedAt: number;
  shipTo: string | null;
  items: AskedItem[];
}

/**
 * How a request stands. "overdue": not seen done, and long enough ago; "missed": it was shipped as it was;
 * "closed": the order was cancelled, and nothing is left to change.
 */
export interface ChangeState {
  state: 'waiting' | 'overdue' | 'done' | 'missed' | 'closed' | 'unknown';
  tone: Tone;
  words: string;
  detail: string;
}

/** The part of the history's feed that tells when a field changed. */
interface SeenChange {
  at: number;
  fields: readonly { path: string }[];
}

/** How long a shop has before "not done" is said. */
export const CHANGE_PATIENCE_MS = 24 * HOUR_MS;

const SHIPPED = new Set(['PARTIALLY_SHIPPING', 'IN_TRANSIT', 'DELIVERED', 'COMPLETED']);
const NAMES: Record<ChangeKind, string> = { address: 'address', item: 'item', cancel: 'cancellation' };
const PATHS: Record<ChangeKind, RegExp> = { address: /^shipTo$/, item: /^items\//, cancel: /^status$/ };

/** A request made now, with the order as it is. */
export function askForChange(order: Order, what: ChangeKind, now: number): ChangeRequest {
  const items = order.items.map(({ name, variation, quantity }) => ({ name, variation, quantity }));
  return { what, askedAt: now, shipTo: order.shipTo, items };
}

/** How a request stands by what the order is now; `changes` is the order's feed, newest first, if it is at hand. */
export function changeState(
  request: ChangeRequest,
  order: Order,
  now: number,
  changes: readonly SeenChange[] = [],
): ChangeState {
  const done = doneWords(request, order);
  const ago = timeAgo(request.askedAt, now);
  const asked = `You asked ${ago}`;
  if (done !== null) {
    const at = seenAt(request, changes);
    const detail = at === null ? asked : `Page: seen ${dayAndTime(at, now)} · you asked ${ago}`;
    return { state: 'done', tone: 'fine', words: done, detail };
  }
  if (order.status === 'CANCELLED')
    return { state: 'closed', tone: 'calm', words: 'Cancelled: nothing is left to change', detail: asked };
  if (request.what === 'address' && request.shipTo === null && SHIPPED.has(order.status))
    return {
      state: 'unknown',
      tone: 'soon',
      words: 'Shipped, and the old address was never seen',
      detail: order.shipTo === null ? 'Open the order on TikTok to read it' : `Page: goes to ${order.shipTo}`,
    };
  if (SHIPPED.has(order.status)) return { ...missed(request, order), detail: asked };
  return openState(request, order, now);
}

// A page that tells nothing new leaves no trace: without news since, "not done" is more than anyone knows.
function openState({ what, askedAt }: ChangeRequest, order: Order, now: number): ChangeState {
  const isNews = order.sources.some((source) => source.seenAt > askedAt);
  const isOverdue = now - askedAt >= CHANGE_PATIENCE_MS;
  const hours = Math.floor((now - askedAt) / HOUR_MS);
  const overdue = `Change of ${NAMES[what]} not ${isNews ? 'done' : 'seen'} after ${hours} h`;
  return {
    state: isOverdue ? 'overdue' : 'waiting',
    tone: isOverdue ? 'soon' : 'calm',
    words: isOverdue ? overdue : `Waiting for the change of ${NAMES[what]}`,
    detail: isNews
      ? 'Page: as it was when the order was last seen'
      : 'Nothing new was seen since you asked: open the order on TikTok',
  };
}

/** What of the wish has come true, in words; null while nothing has. */
function doneWords({ what, shipTo, items }: ChangeRequest, order: Order): string | null {
  if (what === 'cancel') return order.status === 'CANCELLED' ? 'Cancelled' : null;
  if (what === 'address') {
    const isNew = shipTo !== null && order.shipTo !== null && plain(shipTo) !== plain(order.shipTo);
    return isNew ? `Address changed to ${order.shipTo}` : null;
  }
  // A page that tells more of an item than was known then has not changed it.
  const changed = order.items.find((item) => items.length > 0 && !items.some((old) => isSame(old, item)));
  return changed === undefined ? null : `Item changed to ${nameOf(changed)}`;
}

function missed({ what }: ChangeRequest, order: Order): Omit<ChangeState, 'detail'> {
  const words = {
    address: 'Shipped to the old address',
    item: 'Shipped with the old items',
    cancel: 'Shipped, not cancelled',
  } as const;
  const part = order.status === 'PARTIALLY_SHIPPING' ? ', at least a part of it' : '';
  return { state: 'missed', tone: 'late', words: words[what] + part };
}

function isSame(old: AskedItem, item: AskedItem): boolean {
  const agrees = (a: unknown, b: unknown) => a === null || b === null || a === b;
  return (
    old.name === item.name && agrees(old.variation, item.variation) && agrees(old.quantity, item.quantity)
  );
}

function nameOf({ name, variation, quantity }: AskedItem): string {
  const whole = variation === null ? name : `${name}, ${variation}`;
  return quantity === null || quantity === 1 ? whole : `${whole} × ${quantity}`;
}

function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/[\s,.]+/g, ' ')
    .trim();
}

function seenAt({ what, askedAt }: ChangeRequest, changes: readonly SeenChange[]): number | null {
  const after = changes.filter(
    (change) => change.at >= askedAt && change.fields.some((field) => PATHS[what].test(field.path)),
  );
  return after.length > 0 ? Math.min(...after.map((change) => change.at)) : null;
}
