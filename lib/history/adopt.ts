import { accountKey } from '../model/key.ts';
import type { Order } from '../model/order.ts';
import type { History, OrderRow } from './db.ts';
import { joined } from './join.ts';
import { applyDelta, RollupDelta } from './rollups.ts';
import { toRow } from './row.ts';

/** The rows of the same orders that stand under an imported file's account. */
export async function findTwins(
  db: History,
  orders: readonly Order[],
): Promise<{ twin: OrderRow; order: Order }[]> {
  const accounts = await db.accounts.toArray();
  const fromFiles = new Set(accounts.filter(({ origin }) => origin === 'file').map(({ key }) => key));
  const strangers = new Map(
    orders.filter((order) => !fromFiles.has(accountKey(order))).map((order) => [order.id, order]),
  );
  if (strangers.size === 0 || fromFiles.size === 0) return [];
  const rows = await db.orders
    .where('[order.role+order.id]')
    .anyOf([...strangers.values()].map((order) => [order.role, order.id]))
    .filter((row) => fromFiles.has(accountKey(row.order)))
    .toArray();
  return rows.flatMap((twin) => {
    const order = strangers.get(twin.order.id);
    return order && order.account !== twin.order.account ? [{ twin, order }] : [];
  });
}

/** Moves a twin to the account that the page named, into the row that may stand there already. */
export async function adopt(
  db: History,
  twin: OrderRow,
  known: OrderRow | undefined,
  account: string,
): Promise<OrderRow> {
  const moved = { ...twin.order, account };
  const row = known ? (joined(known, moved) ?? known) : toRow(moved);
  const delta = new RollupDelta();
  for (const before of known ? [twin, known] : [twin]) delta.add(before, -1);
  delta.add(row, 1);
  await db.orders.delete(twin.key);
  await db.orders.put(row);
  await applyDelta(db, delta);
  await renameInChanges(db, twin.key, row.key);
  return row;
}

// The feed of what changed goes with the order, so that it still tells and can still be undone.
async function renameInChanges(db: History, from: string, to: string): Promise<void> {
  const rename = (key: string) => (key === from ? to : key);
  await db.changes
    .filter((change) => change.created.includes(from) || change.updatedKeys.includes(from))
    .modify((change) => {
      change.created = change.created.map(rename);
      change.updated = change.updated.map((entry) => ({ ...entry, key: rename(entry.key) }));
      change.updatedKeys = change.updatedKeys.map(rename);
    });
}
