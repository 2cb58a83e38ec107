import type { Order, OrderItem, OrderPackage, TrackEvent } from '../model/order.ts';
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
    counterparty: joinNames(known.counterparty, incoming.counterparty, pick),
    items: mergeItems(known.items, incoming.items, pick),
    packages: mergeLists(
      known.packages,
      incoming.packages,
      packageMarks([...known.packages, ...incoming.packages]),
      (a, b) => ({
        ...mergeFields(a, b, pick),
        // A unit's number stands in for the package's own until there is one.
        id: (a.id === a.unitId ? (b.id ?? a.id) : b.id === b.unitId ? a.id : pick(a.id, b.id)) as
          | string
          | null,
        events: mergeTracks(a.events, b.events),
      }),
    ),
    returns: mergeLists(
      known.returns,
      incoming.returns,
      (entry) => [entry.id],
      (a, b) => mergeFields(a, b, pick),
    ),
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
  return order.sources.reduce((last, source) => Math.max(last, source.seenAt), 0);
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
    merged[key] = pick(ownValue(known, key), ownValue(incoming, key)) as T[keyof T];
  }
  return merged;
}

// A file can name a field "constructor": what every object inherits is not its value.
function ownValue<T extends object>(record: T, key: keyof T): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A name tells more than a nickname, which has no space ("P*** S***" and "p*******9"). */
function joinNames(known: string | null, incoming: string | null, pick: Pick): string | null {
  const isName = (text: string | null) => text?.includes(' ') === true;
  if (isName(known) !== isName(incoming)) return isName(known) ? known : incoming;
  return pick(known, incoming) as string | null;
}

/**
 * Known entries in their order, each joined by its incoming twin, then the new ones. Twins share one of the
 * marks that an entry has, so that a list of thousands is joined in one pass.
 */
function mergeLists<T>(
  known: readonly T[],
  incoming: readonly T[],
  marksOf: (entry: T) => string[],
  join: (a: T, b: T) => T,
): T[] {
  const byMark = new Map<string, T>();
  for (const entry of incoming)
    for (const mark of marksOf(entry)) if (!byMark.has(mark)) byMark.set(mark, entry);
  const taken = new Set<T>();
  const joined = known.map((entry) => {
    const twin = marksOf(entry)
      .map((mark) => byMark.get(mark))
      .find((other) => other !== undefined && !taken.has(other));
    if (twin === undefined) return entry;
    taken.add(twin);
    return join(entry, twin);
  });
  return [...joined, ...incoming.filter((entry) => !taken.has(entry))];
}

function mergeItems(known: readonly OrderItem[], incoming: readonly OrderItem[], pick: Pick): OrderItem[] {
  const marks = itemMarks([...known, ...incoming]);
  return mergeLists(known, incoming, marks, (a, b) => mergeFields(a, b, pick));
}

/** An item is told by its order lines; by its SKU, or its name, where one of the two sources has no lines. */
function itemMarks(other: readonly OrderItem[]): (item: OrderItem) => string[] {
  const hasLines = other.every((item) => item.lineIds.length > 0);
  return (item) => {
    const lines = item.lineIds.map((line) => `line ${line}`);
    if (lines.length > 0 && hasLines) return lines;
    return [...lines, item.skuId === null ? `name ${item.name} ${item.variation}` : `sku ${item.skuId}`];
  };
}

/** A package is told by its unit or its id; by its tracking number where one of the two sources has neither. */
function packageMarks(all: readonly OrderPackage[]): (parcel: OrderPackage) => string[] {
  const haveIds = all.every((parcel) => parcel.id !== null || parcel.unitId !== null);
  return ({ id, unitId, trackingNumber }) => {
    const marks = [];
    if (id !== null) marks.push(`id ${id}`);
    if (unitId !== null) marks.push(`unit ${unitId}`);
    return haveIds ? marks : [...marks, `tracking ${trackingNumber}`];
  };
}

/** What both tell, newest first, each once; an entry without text is the same as its twin with one. */
function mergeEvents(known: readonly TrackEvent[], incoming: readonly TrackEvent[]): TrackEvent[] {
  const byMark = new Map<string, TrackEvent[]>();
  for (const event of [...known, ...incoming]) {
    const mark = `${event.at}|${event.title}`;
    const twins = byMark.get(mark) ?? [];
    byMark.set(mark, twins);
    const bare = twins.findIndex((twin) => twin.text === null);
    if (twins.some((twin) => twin.text === event.text)) continue;
    if (event.text === null && twins.length > 0) continue;
    if (bare >= 0) twins[bare] = event;
    else twins.push(event);
  }
  return [...byMark.values()].flat().sort(newestFirst);
}

/**
 * Scans of a parcel. The order list tells the last one with milliseconds and without its text, the tracking
 * answer tells it in whole seconds with text: within one second, those are the same scan.
 */
function mergeTracks(known: readonly TrackEvent[], incoming: readonly TrackEvent[]): TrackEvent[] {
  const all = mergeEvents(known, incoming);
  const told = new Set(all.filter((event) => event.text !== null).map(secondOf));
  const isListed = (event: TrackEvent) => event.text === null && (event.at ?? 0) % 1000 !== 0;
  return all.filter((event) => !isListed(event) || !told.has(secondOf(event)));
}

function secondOf(event: TrackEvent): number {
  return Math.floor((event.at ?? -1000) / 1000);
}

/** Sorts events; those of one moment keep their order. */
export function newestFirst(a: TrackEvent, b: TrackEvent): number {
  return (b.at ?? 0) - (a.at ?? 0);
}
