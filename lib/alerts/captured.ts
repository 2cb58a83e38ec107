import type { ChangeRow, History } from '../history/db.ts';
import { isImport } from '../history/read/health.ts';
import type { AlertEvent, AlertRules } from '../model/alert.ts';
import { seenOrders } from './candidates.ts';
import { orderEvents, type Period } from './order-events.ts';
import { orderChanges } from './versions.ts';

/** What captures and imports did since the last sweep. */
export interface Captured {
  rows: readonly ChangeRow[];
  /** The orders whose versions have to be told apart. */
  keys: ReadonlySet<string>;
  /** Those that a file told for the first time and nobody since: an import of thousands is not read for them. */
  fromFiles: ReadonlyMap<string, number>;
}

/** Reads every stored change after one. */
export async function readCaptured(db: History, changeId: number): Promise<Captured> {
  const rows = await db.changes.where('id').above(changeId).sortBy('id');
  const keys = new Set<string>();
  const fromFiles = new Map<string, number>();
  for (const row of rows) {
    for (const key of row.created) {
      if (isImport(row)) fromFiles.set(key, row.at);
      else keys.add(key);
    }
    for (const key of row.updatedKeys) {
      keys.add(key);
      fromFiles.delete(key);
    }
  }
  return { rows, keys, fromFiles };
}

const READ_AT_ONCE = 500;

/** What became due of these orders in (from, to]: each version of an order counts for its own time. */
export async function capturedEvents(
  db: History,
  { rows, keys }: Captured,
  within: Period,
  rules: AlertRules,
): Promise<AlertEvent[]> {
  const events: AlertEvent[] = [];
  const all = [...keys];
  for (let start = 0; start < all.length; start += READ_AT_ONCE) {
    const stored = await db.orders.bulkGet(all.slice(start, start + READ_AT_ONCE));
    const seen = await seenOrders(
      db,
      stored.filter((row) => row !== undefined),
    );
    const changes = orderChanges(new Map(seen.map(({ key, order }) => [key, order])), rows);
    const byKey = Map.groupBy(changes, ({ key }) => key);
    for (const order of seen) events.push(...orderEvents(order, byKey.get(order.key) ?? [], within, rules));
  }
  return events;
}
