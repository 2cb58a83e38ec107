import type { Order } from '../../model/order.ts';
import { dayOf, localTimeZone } from '../../model/time.ts';
import type { ChangeRow, History } from '../db.ts';
import { addedIn, type ChangeSpan, changedIn, type FeedFilter, walkBack } from './feed-rows.ts';
import { isImport } from './health.ts';
import type { OrderChange } from './orders.ts';

export type { FeedFilter } from './feed-rows.ts';

/** The key in `meta` of the newest change that the user has looked at. */
export const FEED_SEEN_KEY = 'feed.seenTo';

/** What one capture changed in an order; `id` is that of the stored change. */
export interface FeedChange extends OrderChange {
  id: number;
}

interface EntryBase {
  /** The same however much of the feed is read. */
  id: string;
  /** The newest stored change in it, and when that was, epoch ms. */
  changeId: number;
  at: number;
  sourceId: string;
}
/** An order's changes of one day, newest first; `order` is how it is now. */
export interface ChangedEntry extends EntryBase {
  kind: 'changed';
  key: string;
  order: Order;
  changes: FeedChange[];
}
/** Orders that a page showed for the first time: how many, and the first of them. */
export interface AddedEntry extends EntryBase {
  kind: 'added';
  count: number;
  first: { key: string; order: Order }[];
}
/** Orders that an import added, all of its parts together. */
export interface ImportEntry extends EntryBase {
  kind: 'imported';
  count: number;
  fileName: string;
}
export type FeedEntry = ChangedEntry | AddedEntry | ImportEntry;

export interface FeedPage {
  /** Newest first. */
  entries: FeedEntry[];
  /** Every change from this one on was read; null when there are no older ones. */
  readTo: number | null;
}

/** What of the feed to read: how many entries of a stretch, and what they show. */
export interface FeedRequest extends ChangeSpan {
  limit: number;
  filter: FeedFilter;
}

// An entry before its orders were read.
type Draft = Omit<ChangedEntry, 'order'> | (Omit<AddedEntry, 'first'> & { keys: string[] }) | ImportEntry;

/** How many stored changes are read for an entry before a rare kind of change is given up for now. */
const ROWS_PER_ENTRY = 40;
const MAX_NAMED = 3;

/**
 * Reads so many entries of the feed, the newest first. Orders are grouped by the day where the reader lives. What
 * ends with a whole capture may hold some entries more. With `after` only changes of known orders count.
 */
export function readFeed(db: History, { limit, filter, ...span }: FeedRequest): Promise<FeedPage> {
  return db.transaction('r', db.changes, db.orders, db.captures, async () => {
    const drafts = new Map<string, Draft>();
    const zone = localTimeZone();
    const readTo = await walkBack(db, span, limit * ROWS_PER_ENTRY, (row) => {
      addChanged(drafts, row, filter, zone);
      if (span.after === null) addNew(drafts, row, filter);
      return drafts.size >= limit;
    });
    return { entries: await withOrders(db, [...drafts.values()]), readTo };
  });
}

/** How many orders changed, and how many were added; `isMore` when not all was counted. */
export interface ChangeCount {
  /** The newest stored change of all; null without any. */
  newest: number | null;
  changed: number;
  added: number;
  isMore: boolean;
}

const MAX_COUNTED = 99;
const MAX_COUNTED_ROWS = 500;

/** Counts the orders of a stretch of changes, up to a number that people still read. */
export async function countChanges(db: History, span: ChangeSpan, filter: FeedFilter): Promise<ChangeCount> {
  const keys = new Set<string>();
  let added = 0;
  let newest: number | null = null;
  const countedTo = await walkBack(db, span, MAX_COUNTED_ROWS, (row) => {
    newest ??= row.id ?? null;
    for (const { key } of changedIn(row, filter)) keys.add(key);
    added += addedIn(row, filter).length;
    return keys.size > MAX_COUNTED;
  });
  const isMore = countedTo !== null || keys.size > MAX_COUNTED;
  return { newest, changed: Math.min(keys.size, MAX_COUNTED), added, isMore };
}

/** How many orders have changes that were not looked at. Before the first look, everything counts as seen. */
export async function countUnseenChanges(db: History): Promise<{ count: number; isMore: boolean }> {
  const { seenTo } = await readFeedEnds(db);
  if (seenTo === null) return { count: 0, isMore: false };
  const span = { after: seenTo, before: null };
  const { changed, isMore } = await countChanges(db, span, { topic: null, account: null });
  return { count: changed, isMore: isMore && changed > 0 };
}

/** The newest stored change (0 without any), and the newest that was looked at (null before the first look). */
export async function readFeedEnds(db: History): Promise<{ newest: number; seenTo: number | null }> {
  const [newest, seen] = await Promise.all([db.changes.toCollection().lastKey(), db.meta.get(FEED_SEEN_KEY)]);
  const seenTo = typeof seen?.value === 'number' ? seen.value : null;
  return { newest: typeof newest === 'number' ? newest : 0, seenTo };
}

function addChanged(drafts: Map<string, Draft>, row: ChangeRow, filter: FeedFilter, zone: string): void {
  const { id: changeId = 0, at, sourceId } = row;
  for (const { key, fields } of changedIn(row, filter)) {
    const id = `${dayOf(at, zone)} ${key}`;
    const change = { id: changeId, at, sourceId, fields };
    const known = drafts.get(id);
    if (known?.kind === 'changed') known.changes.push(change);
    else drafts.set(id, { kind: 'changed', id, changeId, at, sourceId, key, changes: [change] });
  }
}

function addNew(drafts: Map<string, Draft>, row: ChangeRow, filter: FeedFilter): void {
  const { id: changeId = 0, at, sourceId, captureId } = row;
  const added = addedIn(row, filter);
  if (added.length === 0) return;
  const base = { changeId, at, sourceId, count: added.length };
  const id = isImport(row) ? captureId : `added ${changeId}`;
  if (!isImport(row)) drafts.set(id, { ...base, kind: 'added', id, keys: added.slice(0, MAX_NAMED) });
  else if (!drafts.has(id)) drafts.set(id, { ...base, kind: 'imported', id, fileName: '' });
}

/** The entries with the orders that they name as they are now, and imports with what all their parts added. */
async function withOrders(db: History, drafts: readonly Draft[]): Promise<FeedEntry[]> {
  const keys = drafts.flatMap((draft) => {
    if (draft.kind === 'changed') return [draft.key];
    return draft.kind === 'added' ? draft.keys : [];
  });
  const imports = drafts.flatMap(({ kind, id }) => (kind === 'imported' ? [id] : []));
  const [orders, captures] = await Promise.all([
    db.orders.bulkGet([...new Set(keys)]),
    db.captures.bulkGet(imports),
  ]);
  const orderAt = new Map(orders.flatMap((row) => (row ? [[row.key, row.order] as const] : [])));
  const captureAt = new Map(captures.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  return drafts.flatMap((draft): FeedEntry[] => {
    if (draft.kind === 'changed') {
      const order = orderAt.get(draft.key);
      return order ? [{ ...draft, order }] : [];
    }
    if (draft.kind === 'added') {
      const { keys, ...entry } = draft;
      const first = keys.flatMap((key) => {
        const order = orderAt.get(key);
        return order ? [{ key, order }] : [];
      });
      return [{ ...entry, first }];
    }
    const capture = captureAt.get(draft.id);
    const count = Math.max(draft.count, capture?.createdCount ?? 0);
    return [{ ...draft, count, fileName: capture?.origin ?? '' }];
  });
}
