import type { Reading } from '../sources/source.ts';
import type { DriftRow, History } from './db.ts';
import type { Capture } from './write.ts';

// A page that sends ever new paths must not fill the history.
const MAX_DRIFT_ROWS = 500;

/** Adds a reading's misses to the drift report: paths and types with a count, never a value. */
export async function noteDrift(
  db: History,
  capture: Pick<Capture, 'sourceId' | 'at'>,
  reading: Reading,
): Promise<void> {
  const rows = new Map<string, DriftRow>();
  const broken = { path: 'order', expected: 'readable', got: 'broken' };
  const misses = [...reading.misses, ...Array.from({ length: reading.brokenCount }, () => broken)];
  for (const miss of misses) {
    const key = [capture.sourceId, miss.path, miss.expected, miss.got].join('|');
    const row = rows.get(key) ?? { ...miss, key, sourceId: capture.sourceId, count: 0, lastAt: capture.at };
    row.count += 1;
    rows.set(key, row);
  }
  if (rows.size === 0) return;
  const known = await db.drift.bulkGet([...rows.keys()]);
  const room = MAX_DRIFT_ROWS - (await db.drift.count());
  const fresh = new Set([...rows.keys()].filter((_, index) => !known[index]).slice(0, Math.max(0, room)));
  const kept = [...rows.values()].filter((row, index) => known[index] || fresh.has(row.key));
  const counts = new Map(known.flatMap((row) => (row ? [[row.key, row.count] as const] : [])));
  await db.drift.bulkPut(kept.map((row) => ({ ...row, count: row.count + (counts.get(row.key) ?? 0) })));
}

/** Notes a payload that could not be read at all. */
export async function noteUnreadable(db: History, sourceId: string, got: string, at: number): Promise<void> {
  const reading = { misses: [{ path: 'body', expected: 'JSON', got }], brokenCount: 0 };
  await noteDrift(
    db,
    { sourceId, at },
    { ...reading, orders: [], session: 'ok', scope: null, tabCounts: null },
  );
}
