import { hasRuleClocks } from '../insights/clocks.ts';
import { accountKey, orderKey } from '../model/key.ts';
import type { Account, Order, Role } from '../model/order.ts';
import type { Reading } from '../sources/source.ts';
import { adoptTwins, dropEmptyHost, underKnownAccounts } from './adopt.ts';
import type { AccountRow, ChangeRow, History, OrderRow, UpdatedOrder } from './db.ts';
import { noteDrift } from './drift.ts';
import { diffOrders } from './fields.ts';
import { joined } from './join.ts';
import { movedPlaces } from './places.ts';
import { readRuleOverrides } from './read/rulebook.ts';
import { applyDelta, startDelta } from './rollups.ts';
import { toRow } from './row.ts';
import { writeTogether } from './together.ts';

/** One thing that brought orders: a captured page or a part of an import. */
export interface Capture {
  id: string;
  at: number;
  sourceId: string;
  /** The host of the page, or the name of the file. */
  origin: string;
  /** A page that tells whose it is, a page of which only the host is known, or a file. */
  kind: AccountRow['origin'];
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
export function writeReading(
  db: History,
  capture: Capture,
  reading: Reading,
  inboxId?: number,
): Promise<WriteCounts> {
  return writeTogether(db, async () => {
    // Everything was deleted while this payload was being read: it goes too.
    if (inboxId !== undefined && !(await db.inbox.get(inboxId)))
      return { created: 0, updated: 0, unchanged: 0 };
    const counts = await addReading(db, capture, reading);
    if (inboxId !== undefined) await db.inbox.delete(inboxId);
    return counts;
  });
}

/** The same inside a transaction that is open on all tables. */
export async function addReading(db: History, capture: Capture, reading: Reading): Promise<WriteCounts> {
  const [counts] = await Promise.all([
    writeOrders(db, capture, reading.orders, reading.brokenCount),
    noteDrift(db, capture, reading),
    touchAccount(db, capture, reading),
  ]);
  if (capture.kind !== 'file') await dropEmptyHost(db, capture.origin);
  return counts;
}

async function writeOrders(
  db: History,
  capture: Capture,
  read: readonly Order[],
  brokenCount: number,
): Promise<WriteCounts> {
  const { kind } = capture;
  const orders = kind === 'page' ? read : await underKnownAccounts(db, read, kind);
  const known = await findKnown(db, orders, kind);
  const stored = [...known.values()].map(({ order }) => order);
  // Nearly every page gives both times: the user's own rules are not asked for then.
  const overrides = [...orders, ...stored].some(hasRuleClocks) ? await readRuleOverrides(db) : [];
  const after = new Map<string, OrderRow>();
  for (const order of orders) {
    // One list can name an order twice (paging returns duplicates): the second joins the first.
    const before = after.get(order.id) ?? known.get(order.id);
    const row = before
      ? joined(before, { order }, kind === 'file' ? 'file' : 'page', overrides)
      : toRow(order, undefined, overrides);
    if (row) after.set(order.id, row);
  }
  const change = changeOf(capture, known, after);
  const counts = { created: change.created.length, updated: change.updated.length };
  const isChange = counts.created + counts.updated > 0;
  // Asked for together: the transaction has one wait instead of one for each.
  await Promise.all([
    db.orders.bulkPut([...after.values()]),
    countInto(db, capture.owner.role, known, after),
    isChange && db.changes.add(change),
    (isChange || brokenCount > 0) && countCapture(db, capture, counts, brokenCount),
  ]);
  return { ...counts, unchanged: orders.length - counts.created - counts.updated };
}

async function countInto(
  db: History,
  role: Role,
  known: ReadonlyMap<string, OrderRow>,
  after: ReadonlyMap<string, OrderRow>,
): Promise<void> {
  const delta = await startDelta(db, role);
  for (const [id, row] of after) {
    const before = known.get(id);
    if (before) delta.add(before, -1);
    delta.add(row, 1);
  }
  await applyDelta(db, delta);
}

/** What a capture did to each order, from how it was before to how it is after. */
function changeOf(
  capture: Capture,
  known: ReadonlyMap<string, OrderRow>,
  after: ReadonlyMap<string, OrderRow>,
): ChangeRow {
  const created: string[] = [];
  const updated: ChangeRow['updated'] = [];
  for (const [id, row] of after) {
    const before = known.get(id);
    const change = before && updateOf(before, row);
    if (!change) created.push(row.key);
    else if (change.fields.length > 0) updated.push(change);
  }
  const { id: captureId, at, sourceId } = capture;
  return { captureId, at, sourceId, created, updated, updatedKeys: updated.map((entry) => entry.key) };
}

function updateOf(before: OrderRow, row: OrderRow): UpdatedOrder {
  const fields = diffOrders(before.order, row.order);
  return { key: row.key, fields, told: before.told, places: movedPlaces(before.order, row.order) };
}

/** The stored rows of these orders, by order id; a page's order also takes in what files told of it. */
async function findKnown(
  db: History,
  orders: readonly Order[],
  kind: Capture['kind'],
): Promise<Map<string, OrderRow>> {
  const rows = await db.orders.bulkGet(await knownKeys(db, orders.map(orderKey).sort()));
  const known = new Map(rows.flatMap((row) => (row ? [[row.order.id, row] as const] : [])));
  const adopted = kind !== 'file' ? await adoptTwins(db, orders, known) : [];
  return new Map([...known, ...adopted]);
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

async function countCapture(
  db: History,
  capture: Capture,
  counts: { created: number; updated: number },
  brokenCount: number,
): Promise<void> {
  const known = await db.captures.get(capture.id);
  await db.captures.put({
    ...known,
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

async function touchAccount(db: History, capture: Capture, reading: Reading): Promise<void> {
  const { owner } = capture;
  const isPage = capture.kind !== 'file';
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
    toShip: null,
  };
  const scope = reading.scope;
  await db.accounts.put({
    ...row,
    market: row.market ?? owner.market,
    host: isPage ? capture.origin : row.host,
    origin: isPage ? capture.kind : row.origin,
    lastSeenAt: isPage && tellsOrders(reading) ? Math.max(row.lastSeenAt ?? 0, capture.at) : row.lastSeenAt,
    session: isPage ? sessionAfter(row.session, capture, reading) : row.session,
    wholeCount: scope?.isWhole ? (scope.totalCount ?? row.wholeCount) : row.wholeCount,
    toShip: reading.toShipCount === null ? row.toShip : { count: reading.toShipCount, at: capture.at },
  });
}

// A signed-out page, counts or an empty search tell nothing about the orders: what is stored does not become fresher.
function tellsOrders({ session, orders, scope }: Reading): boolean {
  return session === 'ok' && (orders.length > 0 || scope?.isWhole === true);
}

/** Whether the list can be read is told by the list alone; who is signed in, by every answer. */
function sessionAfter(
  known: Reading['session'],
  { sourceId }: Capture,
  { session, orders }: Reading,
): Reading['session'] {
  const isTold = sourceId.endsWith('/order-list') || orders.length > 0;
  if (session === 'failed') return isTold ? session : known;
  return session === 'ok' && known === 'failed' && !isTold ? known : session;
}
