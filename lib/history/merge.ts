import type { Order, OrderItem, OrderPackage, OrderReturn, TrackEvent } from '../model/order.ts';
import { stageOf } from '../model/status.ts';

/**
 * What two sources know of one order, as one. Nulls never replace values; between two values the newer wins,
 * by the source's own update time where both have one, else by when they were seen. Lists only grow.
 */
export function mergeOrders(known: Order, incoming: Order): Order {
  const isStale = isOlder(incoming, known);
  const pick = isStale ? richer : (old: unknown, fresh: unknown) => richer(fresh, old);
  const saysStatus = incoming.status !== 'UNKNOWN' || incoming.statusLabel !== null;
  const knowsStatus = known.status !== 'UNKNOWN' || known.statusLabel !== null;
  const status = saysStatus && !(isStale && knowsStatus) ? incoming : known;
  const merged: Order = {
    ...mergeFields(known, incoming, pick),
    account: known.account,
    status: status.status,
    statusLabel: status.statusLabel,
    deadlines: mergeFields(known.deadlines, incoming.deadlines, pick),
    amounts: mergeFields(known.amounts, incoming.amounts, pick),
    items: mergeLists(known.items, incoming.items, isSameItem, (a, b) => mergeFields(a, b, pick)),
    packages: mergeLists(known.packages, incoming.packages, isSamePackage, (a, b) => ({
      ...mergeFields(a, b, pick),
      events: mergeTracks(a.events, b.events),
    })),
    returns: mergeLists(known.returns, incoming.returns, isSameReturn, (a, b) => mergeFields(a, b, pick)),
    timeline: mergeEvents(known.timeline, incoming.timeline),
    sources: known.sources,
    updatedAt: latest(known.updatedAt, incoming.updatedAt),
  };
  merged.stage = stageOf(merged);
  return merged;
}

/** Whether `a` was told before `b`. */
function isOlder(a: Order, b: Order): boolean {
  if (a.updatedAt !== null && b.updatedAt !== null && a.updatedAt !== b.updatedAt) {
    return a.updatedAt < b.updatedAt;
  }
  return lastSeenAt(a) < lastSeenAt(b);
}

function lastSeenAt(order: Order): number {
  return Math.max(0, ...order.sources.map((source) => source.seenAt));
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

type Pick = (old: unknown, fresh: unknown) => unknown;

/** The first value, unless it says nothing. */
function richer(first: unknown, second: unknown): unknown {
  const isEmpty =
    first === null || first === undefined || first === '' || (Array.isArray(first) && first.length === 0);
  return isEmpty ? (second ?? first) : first;
}

/** Field by field, fields that this version does not know included; keys stand in the order of the first. */
function mergeFields<T extends object>(known: T, incoming: T, pick: Pick): T {
  const merged = { ...incoming, ...known };
  for (const key of Object.keys(merged) as (keyof T)[]) {
    merged[key] = pick(known[key], incoming[key]) as T[keyof T];
  }
  return merged;
}

/** Known entries in their order, each joined by its incoming twin, then the new ones. */
function mergeLists<T>(
  known: readonly T[],
  incoming: readonly T[],
  isSame: (a: T, b: T) => boolean,
  join: (a: T, b: T) => T,
): T[] {
  const rest = [...incoming];
  const joined = known.map((entry) => {
    const index = rest.findIndex((other) => isSame(entry, other));
    const twin = rest[index];
    if (twin === undefined) return entry;
    rest.splice(index, 1);
    return join(entry, twin);
  });
  return [...joined, ...rest];
}

function isSameItem(a: OrderItem, b: OrderItem): boolean {
  if (a.lineIds.length > 0 && b.lineIds.length > 0) return a.lineIds.some((line) => b.lineIds.includes(line));
  if (a.skuId !== null && b.skuId !== null) return a.skuId === b.skuId;
  return a.name === b.name && a.variation === b.variation;
}

function isSamePackage(a: OrderPackage, b: OrderPackage): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return a.trackingNumber === b.trackingNumber;
}

function isSameReturn(a: OrderReturn, b: OrderReturn): boolean {
  return a.id === b.id;
}

/** Events of both, newest first, each once. */
function mergeEvents(known: readonly TrackEvent[], incoming: readonly TrackEvent[]): TrackEvent[] {
  const byKey = new Map<string, TrackEvent>();
  for (const event of [...known, ...incoming]) {
    const key = `${event.at}|${event.title}`;
    const twin = byKey.get(key);
    byKey.set(key, twin ? { ...twin, text: twin.text ?? event.text } : event);
  }
  return [...byKey.values()].sort(newestFirst);
}

/**
 * Scans of a parcel. The order list tells the last one with milliseconds and without its text, the tracking
 * answer tells it in whole seconds with text: within one second, those are the same scan.
 */
function mergeTracks(known: readonly TrackEvent[], incoming: readonly TrackEvent[]): TrackEvent[] {
  const all = mergeEvents(known, incoming);
  const told = new Set(all.filter((event) => event.text !== null).map(secondOf));
  return all.filter((event) => event.text !== null || !told.has(secondOf(event)));
}

function secondOf(event: TrackEvent): number {
  return Math.floor((event.at ?? -1000) / 1000);
}

function newestFirst(a: TrackEvent, b: TrackEvent): number {
  return (b.at ?? 0) - (a.at ?? 0) || (a.title < b.title ? -1 : 1);
}
