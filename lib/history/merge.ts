import type { Order, OrderItem, OrderPackage, OrderReturn } from '../model/order.ts';
import { withoutStandIns } from '../model/returns.ts';
import { stageOf } from '../model/status.ts';
import { keyOf } from './entry-key.ts';
import { mergeEvents, mergeTracks } from './merge-events.ts';
import { BY_LINES, countLines } from './merge-items.ts';
import { groupEntries, itemMarks, type Marks, packageMarks, returnMarks } from './merge-lists.ts';
import { mergeAmounts, mergeStatus } from './merge-strands.ts';
import { newestWithSeconds } from './merge-times.ts';
import { keysOf, type Side, type Sides, saidBy } from './sides.ts';
import { newestOf, type Said, type Stamp, shorten, stampsOf, type Told } from './stamps.ts';
import { keepStrands, strandsOf } from './strands.ts';

/**
 * What two sources know of one order, as one. Nulls never replace values; between two values the newer one counts,
 * each field by itself. Lists only grow. The result is the same in whatever order the sources come.
 */
export function mergeTold(known: Told, incoming: Told): Required<Told> {
  const sides = [sideOf(known), sideOf(incoming)] as const;
  const [a, b] = [known.order, incoming.order];
  const stamps = new Map<string, Stamp>();
  const fields = mergeRecords(sides, '', stamps, OWN_WAY) as Order;
  const merged: Order = {
    ...fields,
    ...mergeStatus(sides, stamps),
    ...mergePlacedAt(sides, stamps),
    shippedAt: mergeShippedAt(sides, stamps),
    // The row that is joined stays where it stands.
    account: a.account,
    deadlines: mergeRecords(innerOf(sides), 'deadlines.', stamps) as Order['deadlines'],
    amounts: mergeAmounts(sides, fields.currency, stamps),
    counterparty: mergeNames(sides, stamps),
    items: mergeList<OrderItem>(sides, 'items', itemMarks, stamps, countLines, BY_LINES),
    packages: mergePackages(sides, stamps),
    returns: withoutStandIns(mergeList<OrderReturn>(sides, 'returns', returnMarks, stamps)),
    timeline: mergeEvents(a.timeline, b.timeline),
    sources: a.sources,
    updatedAt: a.updatedAt === null ? b.updatedAt : Math.max(a.updatedAt, b.updatedAt ?? a.updatedAt),
  };
  merged.stage = stageOf(merged);
  return { order: merged, told: shorten(stamps) };
}

function sideOf(told: Told): Side {
  return { value: told.order, stampAt: stampsOf(told), strandsAt: strandsOf(told) };
}

function innerOf(sides: Sides): Sides<object> {
  return sides.map((side) => ({ ...side, value: side.value.deadlines }));
}

// What is merged in a way of its own, or is no value that one source tells better than another.
const OWN_WAY: ReadonlySet<string> = new Set(
  [
    'id role account status statusLabel stage placedAt isDateInferred shippedAt deadlines amounts counterparty',
    'items packages returns timeline sources updatedAt',
  ].flatMap((names) => names.split(' ')),
);
const NONE: ReadonlySet<string> = new Set();

/** Field by field, fields that this version does not know included, these in the order of their names. */
function mergeRecords(
  sides: Sides<object>,
  prefix: string,
  stamps: Map<string, Stamp>,
  ownWay = NONE,
): object {
  const merged: Record<string, unknown> = {};
  for (const key of keysOf(sides.map(({ value }) => value))) {
    const path = `${prefix}${key}`;
    const said = ownWay.has(key)
      ? saidBy(sides[0] as Side<object>, key, key)
      : settle(sides, key, path, stamps);
    merged[key] = said.value ?? null;
    if (!ownWay.has(key) && merged[key] !== null) stamps.set(path, said.stamp);
  }
  return merged;
}

/** What counts of a field; the names of times end in "At". */
function settle(sides: Sides<object>, key: string, path: string, stamps: Map<string, Stamp>): Said {
  const saids = sides.map((side) => saidBy(side, key, path));
  if (!key.endsWith('At')) return newestOf(saids);
  const { said, lost } = newestWithSeconds(
    saids,
    sides.flatMap(({ strandsAt }) => strandsAt(path)),
  );
  keepStrands(stamps, path, lost);
  return said;
}

/** A date that a source named counts before one that was inferred from its place in a list. */
function mergePlacedAt(sides: Sides, stamps: Map<string, Stamp>): Partial<Order> {
  const isExact = ({ value }: Side) => value.placedAt !== null && value['isDateInferred'] !== true;
  const exact = sides.filter(isExact);
  const said = settle(exact.length > 0 ? exact : sides, 'placedAt', 'placedAt', stamps);
  if (said.value !== null) stamps.set('placedAt', said.stamp);
  const isInferred = said.value !== null && exact.length === 0;
  const wasInferred = sides.some(({ value }) => 'isDateInferred' in value);
  return {
    placedAt: said.value as number | null,
    ...(wasInferred ? { isDateInferred: isInferred } : {}),
  };
}

/** The answer about one of several parcels tells when that one was shipped: the order was with the first. */
function mergeShippedAt(sides: Sides, stamps: Map<string, Stamp>): number | null {
  const times = sides.flatMap(({ value }) => (value.shippedAt === null ? [] : [value.shippedAt]));
  if (times.length === 0) return null;
  const first = Math.min(...times);
  const saids = sides.map((side) => saidBy(side, 'shippedAt', 'shippedAt'));
  stamps.set('shippedAt', newestOf(saids.filter(({ value }) => value === first)).stamp);
  return first;
}

/** A name tells more than a nickname, which has no space ("P*** S***" and "p*******9"). */
function mergeNames(sides: Sides, stamps: Map<string, Stamp>): string | null {
  const named = sides.filter(({ value }) => value.counterparty?.includes(' '));
  const saids = (named.length > 0 ? named : sides).map((side) =>
    saidBy(side, 'counterparty', 'counterparty'),
  );
  const said = newestOf(saids);
  if (said.value !== null) stamps.set('counterparty', said.stamp);
  return said.value as string | null;
}

type List = 'items' | 'packages' | 'returns';

/** The entries of a list as both sides tell them, each thing once; `finish` sets what has a way of its own. */
function mergeList<T extends object>(
  sides: Sides,
  list: List,
  marks: (entry: T) => Marks,
  stamps: Map<string, Stamp>,
  finish: (entry: T, members: Sides<T>, fresh: Map<string, Stamp>) => T = (entry) => entry,
  ownWay = NONE,
): T[] {
  const members = sides.flatMap(({ value, stampAt, strandsAt }) =>
    (value[list] as unknown as T[]).map((entry, index) => {
      const within = `${list}/${keyOf(list, entry)}`;
      return {
        value: entry,
        index,
        placedAt: stampAt(`${within}#`),
        stampAt: (field: string) => stampAt(`${within}.${field}`, within),
        strandsAt: (field: string) => strandsAt(`${within}.${field}`),
      };
    }),
  );
  const groups = groupEntries(members, ({ value }) => marks(value)).map((group) => {
    const fresh = new Map<string, Stamp>();
    const merged = finish(mergeRecords(group, '', fresh, ownWay) as T, group, fresh);
    const path = `${list}/${keyOf(list, merged)}`;
    const place = group.reduce((last, member) => (comparePlaces(member, last) < 0 ? member : last));
    stamps.set(`${path}#`, place.placedAt);
    for (const [field, stamp] of fresh) stamps.set(`${path}.${field}`, stamp);
    return { merged, place };
  });
  return groups.sort((a, b) => comparePlaces(a.place, b.place)).map(({ merged }) => merged);
}

interface Place {
  index: number;
  placedAt: Stamp;
}

// Entries stand as the newest source that has them told them; what only an older one told stands behind.
function comparePlaces(a: Place, b: Place): number {
  return b.placedAt[0] - a.placedAt[0] || b.placedAt[1] - a.placedAt[1] || a.index - b.index;
}

function mergePackages(sides: Sides, stamps: Map<string, Stamp>): OrderPackage[] {
  return mergeList<OrderPackage>(sides, 'packages', packageMarks, stamps, (parcel, members) => ({
    ...parcel,
    // A unit's number stands in for the package's own until there is one.
    id: members.find(({ value: { id, unitId } }) => id !== null && id !== unitId)?.value.id ?? parcel.id,
    events: members.map(({ value }) => value.events).reduce(mergeTracks),
  }));
}
