import Dexie from 'dexie';
import { accountKey } from '../model/key.ts';
import type { Order } from '../model/order.ts';
import { moveAlerts } from './alerts.ts';
import type { AccountRow, FieldChange, History, OrderRow } from './db.ts';
import { diffOrders } from './fields.ts';
import { joined } from './join.ts';
import { moveNotes } from './notes.ts';
import { readRuleOverrides } from './read/rulebook.ts';
import { applyDelta, startDelta } from './rollups.ts';
import { toRow } from './row.ts';

/**
 * The orders of a file, or of a page that does not tell whose it is, each under the account that the history
 * knows it by. Ids are unique on TikTok: an order that stands under another account (a page's, another file's)
 * is the same order. What a page shows never goes to a file's account.
 */
export async function underKnownAccounts(
  db: History,
  orders: readonly Order[],
  from: 'host' | 'file' = 'file',
): Promise<Order[]> {
  const rows = await sameOrders(db, orders);
  if (rows.length === 0) return [...orders];
  const pages = await accountsFrom(db, ['page']);
  const owners = new Map<string, string>();
  for (const { order } of rows) {
    if (from === 'host' && !pages.has(accountKey(order))) continue;
    const id = `${order.role}|${order.id}`;
    if (!owners.has(id) || pages.has(accountKey(order))) owners.set(id, order.account);
  }
  return orders.map((order) => {
    const account = owners.get(`${order.role}|${order.id}`);
    return account === undefined || account === order.account ? order : { ...order, account };
  });
}

/**
 * Moves the orders that stand under an imported file's account, or under that of a mere host, to the account that
 * a page names for them, joining the row that may stand there. Returns the rows as they are then, by order id.
 */
export async function adoptTwins(
  db: History,
  orders: readonly Order[],
  known: ReadonlyMap<string, OrderRow>,
): Promise<Map<string, OrderRow>> {
  const adopted = new Map<string, OrderRow>();
  const files = await accountsFrom(db, ['file', 'host']);
  if (files.size === 0) return adopted;
  const accounts = new Map(orders.map((order) => [order.id, order.account]));
  const twins = (await sameOrders(db, orders)).filter(({ order }) => files.has(accountKey(order)));
  if (twins.length === 0) return adopted;
  const [delta, overrides] = await Promise.all([startDelta(db), readRuleOverrides(db)]);
  const moves = new Map<string, Move>();
  for (const twin of twins) {
    const { id } = twin.order;
    const account = accounts.get(id);
    if (account === undefined || account === twin.order.account) continue;
    const before = adopted.get(id) ?? known.get(id);
    const moved = { ...twin, order: { ...twin.order, account } };
    const row = before
      ? (joined(before, moved, 'file', overrides) ?? before)
      : toRow(moved.order, twin.told, overrides);
    for (const old of before ? [twin, before] : [twin]) delta.add(old, -1);
    delta.add(row, 1);
    moves.set(twin.key, { to: row.key, told: before && diffOrders(before.order, row.order) });
    adopted.set(id, row);
  }
  await db.orders.bulkDelete([...moves.keys()]);
  await db.orders.bulkPut([...adopted.values()]);
  await applyDelta(db, delta);
  if (moves.size > 0) await moveChanges(db, moves);
  await moveNotes(db, moves);
  await moveAlerts(db, moves);
  return adopted;
}

interface Move {
  to: string;
  /** What the file told beyond the row that it joined; undefined when there was none. */
  told: FieldChange[] | undefined;
}

// The feed of what changed goes with the order, so that it still tells and can still be undone. A file did not
// create an order that a page had told before: it changed it.
async function moveChanges(db: History, moves: ReadonlyMap<string, Move>): Promise<void> {
  await db.changes.toCollection().modify((change) => {
    if (![...change.created, ...change.updatedKeys].some((key) => moves.has(key))) return;
    const joins = change.created.flatMap((key) => {
      const move = moves.get(key);
      return move?.told ? [{ key: move.to, fields: move.told }] : [];
    });
    change.created = change.created
      .filter((key) => moves.get(key)?.told === undefined)
      .map((key) => moves.get(key)?.to ?? key);
    change.updated = [
      ...change.updated.map((entry) => ({ ...entry, key: moves.get(entry.key)?.to ?? entry.key })),
      ...joins,
    ];
    change.updatedKeys = change.updated.map((entry) => entry.key);
  });
}

/** The stored rows of the same role and id under any other account. */
async function sameOrders(db: History, orders: readonly Order[]): Promise<OrderRow[]> {
  if (orders.length === 0 || (await db.accounts.count()) === 0) return [];
  const own = new Map(orders.map((order) => [`${order.role}|${order.id}`, order.account]));
  return db.orders
    .where('[order.role+order.id]')
    .anyOf(orders.map((order) => [order.role, order.id]))
    .filter(({ order }) => own.get(`${order.role}|${order.id}`) !== order.account)
    .toArray();
}

/**
 * Takes out the account that stands for a host when its orders have gone to those whom the pages named; a label
 * that the user gave it goes with them.
 */
export async function dropEmptyHost(db: History, host: string): Promise<void> {
  const accounts = await db.accounts.where('host').equals(host).toArray();
  const [empty] = accounts.filter(({ origin }) => origin === 'host');
  const heirs = accounts.filter((other) => other.origin === 'page' && other.role === empty?.role);
  const [heir] = heirs;
  if (!empty || !heir) return;
  const own = [
    [empty.account, Dexie.minKey],
    [empty.account, Dexie.maxKey],
  ] as const;
  const left = await db.orders
    .where('[order.account+sortAt]')
    .between(...own)
    .limit(1)
    .count();
  if (left > 0) return;
  await db.accounts.delete(empty.key);
  if (heirs.length === 1) await db.accounts.update(heir.key, { label: heir.label ?? empty.label });
}

async function accountsFrom(db: History, origins: readonly AccountRow['origin'][]): Promise<Set<string>> {
  const accounts = await db.accounts.toArray();
  return new Set(accounts.filter(({ origin }) => origins.includes(origin)).map(({ key }) => key));
}
