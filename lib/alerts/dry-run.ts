import type { ChangeRow, History } from '../history/db.ts';
import { isImport } from '../history/read/health.ts';
import type { AlertEvent, AlertRules } from '../model/alert.ts';
import { candidates, seenOrders } from './candidates.ts';
import { orderEvents, type Period } from './order-events.ts';
import type { SeenOrder } from './seen.ts';
import { orderBefore, orderChanges } from './versions.ts';

interface Options {
  signal?: AbortSignal;
  /** Called with how many orders were looked at, and how many there are to look at. */
  onProgress?(done: number, all: number): void;
}

const SLICE = 250;
const ROWS = 500;
/** Pages wait to be read while the browser is closed: so many rows of the feed may be older than the one before. */
const LATE_ROWS = 1000;

/**
 * What these rules would have told of the orders of the history after `from` and up to `to` (epoch ms), the earliest
 * first: each order's versions are rebuilt from the feed of changes, and asked what the engine asks them. What
 * concerns a shop, a product or a budget is not in it, nor a change that was asked for and is watched no more.
 * Rejects with the signal's reason when it is aborted.
 */
export async function dryRun(
  db: History,
  rules: AlertRules,
  from: number,
  to: number,
  { signal, onProgress }: Options = {},
): Promise<AlertEvent[]> {
  const feed = await rowsAfter(db, from, signal);
  const rowsOf = byKey(feed);
  const due = await candidates(db, from, to, rules);
  const quiet = broughtByFiles(feed);
  for (const { key } of due) quiet.delete(key);
  const touched = [...rowsOf.keys()].filter((key) => !quiet.has(key));
  const others = due.filter(({ key }) => !rowsOf.has(key));
  const events = others.flatMap((seen) => orderEvents(seen, [], { from, to }, rules));
  const all = others.length + touched.length;
  for (let start = 0; start < touched.length; start += SLICE) {
    signal?.throwIfAborted();
    onProgress?.(others.length + start, all);
    const slice = touched.slice(start, start + SLICE);
    const stored = await db.orders.bulkGet(slice);
    const seen = await seenOrders(
      db,
      stored.filter((row) => row !== undefined),
    );
    const rows = new Set(slice.flatMap((key) => rowsOf.get(key) ?? []));
    const inOrder = [...rows].sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
    events.push(...eventsOf(seen, inOrder, { from, to }, rules));
  }
  onProgress?.(all, all);
  return events.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What some orders had to tell, of which the feed's rows tell how they came to be as they are. */
function eventsOf(
  orders: readonly SeenOrder[],
  rows: readonly ChangeRow[],
  within: Period,
  rules: AlertRules,
): AlertEvent[] {
  const current = new Map(orders.map(({ key, order }) => [key, order]));
  const byKey = Map.groupBy(orderChanges(current, rows), ({ key }) => key);
  return orders.flatMap((seen) => {
    const changes = byKey.get(seen.key) ?? [];
    const after = changes.findIndex(({ at }) => at > within.to);
    const next = changes[after];
    if (!next) return orderEvents(seen, changes, within, rules);
    // What came after the period is only there to know how the order was in it.
    const then = orderBefore(next);
    return then ? orderEvents({ ...seen, order: then }, changes.slice(0, after), within, rules) : [];
  });
}

/** The rows of the feed from the first one on that is later than a moment, oldest first. */
async function rowsAfter(db: History, from: number, signal: AbortSignal | undefined): Promise<ChangeRow[]> {
  const rows: ChangeRow[] = [];
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    signal?.throwIfAborted();
    const part = await db.changes.where(':id').below(before).reverse().limit(ROWS).toArray();
    rows.push(...part);
    before = part.at(-1)?.id ?? 0;
    const last = rows.findLastIndex(({ at }) => at > from);
    if (part.length < ROWS || rows.length - last > LATE_ROWS) return rows.slice(0, last + 1).reverse();
  }
}

/** The orders that a file told for the first time and nobody since: they have their clocks and no more to tell. */
function broughtByFiles(rows: readonly ChangeRow[]): Set<string> {
  const brought = new Set<string>();
  for (const row of rows) {
    if (isImport(row)) for (const key of row.created) brought.add(key);
    for (const key of row.updatedKeys) brought.delete(key);
  }
  return brought;
}

/** The rows of the feed by the orders that they are about, those of each order in their own order. */
function byKey(rows: readonly ChangeRow[]): Map<string, ChangeRow[]> {
  const found = new Map<string, ChangeRow[]>();
  for (const row of rows) {
    for (const key of [...row.created, ...row.updatedKeys]) {
      const own = found.get(key);
      if (own) own.push(row);
      else found.set(key, [row]);
    }
  }
  return found;
}
