import { type Account, type Order, orderKey } from '../model/order.ts';
import type { Reading } from '../sources/source.ts';
import type { AccountRow, ChangeRow, History, OrderRow } from './db.ts';
import { noteDrift } from './drift.ts';
import { diffOrders } from './fields.ts';
import { mergeOrders } from './merge.ts';
import { applyDelta, RollupDelta } from './rollups.ts';
import { toRow } from './row.ts';

/** One thing that brought orders: a captured page or a part of an import. */
export interface Capture {
  id: string;
  at: number;
  sourceId: string;
  /** The host of the page, or the name of the file. */
  origin: string;
  kind: 'page' | 'file';
  owner: Account;
}

export interface WriteCounts {
  created: number;
  updated: number;
  unchanged: number;
}

/**
 * Writes what one capture read, in one transaction: orders, rollups, what changed, drift, the account's
 * freshness; and takes the payload out of the inbox. Writing the same reading again changes nothing.
 */
export async function writeReading(
  db: History,
  capture: Capture,
  reading: Reading,
  inboxId?: number,
): Promise<WriteCounts> {
  return db.transaction('rw', db.tables, async () => {
    const counts = await writeOrders(db, capture, reading.orders, reading.brokenCount);
    await noteDrift(db, capture, reading);
    await touchAccount(db, capture, reading);
    if (inboxId !== undefined) await db.inbox.delete(inboxId);
    return counts;
  });
}

async function writeOrders(
  db: History,
  capture: Capture,
  orders: readonly Order[],
  brokenCount: number,
): Promise<WriteCounts> {
  const known = await findKnown(db, orders);
  const delta = new RollupDelta();
  const change: ChangeRow = {
    captureId: capture.id,
    at: capture.at,
    sourceId: capture.sourceId,
    created: [],
    updated: [],
    updatedKeys: [],
  };
  const rows = new Map<string, OrderRow>();
  for (const order of orders) {
    // One list can name an order twice (paging returns duplicates): the second joins the first.
    const before = rows.get(orderKey(order)) ?? known.get(order.id);
    const row = before ? joined(before, order, change) : toRow(order);
    if (!row) continue;
    if (before) delta.add(before, -1);
    else change.created.push(row.key);
    delta.add(row, 1);
    rows.set(row.key, row);
  }
  await db.orders.bulkPut([...rows.values()]);
  await applyDelta(db, delta);
  change.updatedKeys = change.updated.map((entry) => entry.key);
  const counts = { created: change.created.length, updated: change.updated.length };
  if (counts.created + counts.updated > 0) await db.changes.add(change);
  if (counts.created + counts.updated + brokenCount > 0) await countCapture(db, capture, counts, brokenCount);
  return { ...counts, unchanged: orders.length - counts.created - counts.updated };
}

/** The row after an order joined the known one, or undefined when it told nothing new. */
function joined(before: OrderRow, incoming: Order, change: ChangeRow): OrderRow | undefined {
  const merged = mergeOrders(before.order, incoming);
  const isNews = diffOrders(before.order, merged).length > 0;
  merged.sources = joinSources(before.order.sources, incoming.sources, isNews);
  const fields = diffOrders(before.order, merged);
  if (fields.length === 0) return undefined;
  change.updated.push({ key: before.key, fields });
  return toRow(merged);
}

// `seenAt` of a source is when it last told something new: seeing the same page again changes no order.
function joinSources(known: Order['sources'], incoming: Order['sources'], isNews: boolean): Order['sources'] {
  const joinedSources = new Map(known.map((source) => [source.id, source]));
  for (const source of incoming) {
    const twin = joinedSources.get(source.id);
    if (!twin || (isNews && source.seenAt > twin.seenAt)) joinedSources.set(source.id, source);
  }
  return [...joinedSources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The stored rows of these orders, by order id. An order that is known under an account that no page has
 * named (an imported file's) is the same order: ids are unique on TikTok, so it keeps what the file told.
 */
async function findKnown(db: History, orders: readonly Order[]): Promise<Map<string, OrderRow>> {
  const rows = await db.orders.bulkGet(await knownKeys(db, orders.map(orderKey).sort()));
  const known = new Map(rows.flatMap((row) => (row ? [[row.order.id, row] as const] : [])));
  const missing = orders.filter((order) => !known.has(order.id));
  const fromFiles = new Set(
    (await db.accounts.toArray()).filter(({ origin }) => origin === 'file').map(({ key }) => key),
  );
  if (missing.length === 0 || fromFiles.size === 0) return known;
  const twins = await db.orders
    .where('[order.role+order.id]')
    .anyOf(missing.map((order) => [order.role, order.id]))
    .filter((row) => fromFiles.has(accountKey(row.order)))
    .toArray();
  for (const twin of twins) {
    const order = missing.find((entry) => entry.id === twin.order.id);
    if (order) known.set(twin.order.id, await adopt(db, twin, order.account));
  }
  return known;
}

/**
 * Which of these keys may be stored. Ids grow with time, so a page of a list spans a short range of keys: one
 * request for that range shows that new orders are new, where one request each would cost as much as the write.
 */
async function knownKeys(db: History, sorted: string[]): Promise<string[]> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const limit = 2 * sorted.length + 10;
  const near = await db.orders.where('key').between(first, last, true, true).limit(limit).primaryKeys();
  if (near.length === limit) return sorted;
  const stored = new Set(near);
  return sorted.filter((key) => stored.has(key));
}

async function adopt(db: History, twin: OrderRow, account: string): Promise<OrderRow> {
  const row = toRow({ ...twin.order, account });
  const delta = new RollupDelta();
  delta.add(twin, -1);
  delta.add(row, 1);
  await db.orders.delete(twin.key);
  await db.orders.put(row);
  await applyDelta(db, delta);
  return row;
}

async function countCapture(
  db: History,
  capture: Capture,
  counts: { created: number; updated: number },
  brokenCount: number,
): Promise<void> {
  const known = await db.captures.get(capture.id);
  await db.captures.put({
    id: capture.id,
    at: known?.at ?? capture.at,
    sourceId: capture.sourceId,
    origin: capture.origin,
    accountKey: accountKey(capture.owner),
    createdCount: (known?.createdCount ?? 0) + counts.created,
    updatedCount: (known?.updatedCount ?? 0) + counts.updated,
    brokenCount: (known?.brokenCount ?? 0) + brokenCount,
    undoneAt: known?.undoneAt ?? null,
  });
}

/** The key of the account that an order or a capture belongs to. */
export function accountKey(owner: Pick<Account, 'role' | 'account'>): string {
  return `${owner.role}|${owner.account}`;
}

async function touchAccount(db: History, capture: Capture, reading: Reading): Promise<void> {
  const { owner } = capture;
  const isPage = capture.kind === 'page';
  const known = await db.accounts.get(accountKey(owner));
  const row: AccountRow = known ?? {
    key: accountKey(owner),
    role: owner.role,
    account: owner.account,
    market: owner.market,
    host: null,
    origin: capture.kind,
    label: null,
    lastSeenAt: null,
    session: 'ok',
    wholeCount: null,
  };
  const scope = reading.scope;
  await db.accounts.put({
    ...row,
    market: row.market ?? owner.market,
    host: isPage ? capture.origin : row.host,
    origin: isPage ? 'page' : row.origin,
    // A signed-out page tells nothing about the orders: what is stored does not become fresher.
    lastSeenAt:
      isPage && reading.session === 'ok' ? Math.max(row.lastSeenAt ?? 0, capture.at) : row.lastSeenAt,
    session: isPage ? reading.session : row.session,
    wholeCount: scope?.isWhole ? (scope.totalCount ?? row.wholeCount) : row.wholeCount,
  });
}
