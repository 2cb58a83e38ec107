import { DAY_MS } from '../model/time.ts';
import { emptyReading, type Reading } from '../sources/source.ts';
import type { DriftRow, History } from './db.ts';
import type { Capture } from './write.ts';

// A page that sends ever new paths must not fill the history.
const MAX_DRIFT_ROWS = 500;
const FORGOTTEN_MS = 30 * DAY_MS;

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
  const room = await roomFor(db, capture.at);
  const fresh = new Set([...rows.keys()].filter((_, index) => !known[index]).slice(0, room));
  const kept = [...rows.values()].filter((row, index) => known[index] || fresh.has(row.key));
  const counts = new Map(
    known.flatMap((row) => (row ? [[row.key, countedSince(row, capture.at)] as const] : [])),
  );
  await db.drift.bulkPut(kept.map((row) => ({ ...row, count: row.count + (counts.get(row.key) ?? 0) })));
}

// After a quiet day the count starts anew: it says how often something happens, not how old the history is.
function countedSince(row: DriftRow, at: number): number {
  return row.lastAt > at - DAY_MS ? row.count : 0;
}

/** How many new kinds there is room for; those that were not seen for long make room first. */
async function roomFor(db: History, at: number): Promise<number> {
  const count = await db.drift.count();
  if (count < MAX_DRIFT_ROWS) return MAX_DRIFT_ROWS - count;
  return db.drift
    .where('lastAt')
    .below(at - FORGOTTEN_MS)
    .delete();
}

/** Notes a payload that could not be read at all. */
export async function noteUnreadable(db: History, sourceId: string, got: string, at: number): Promise<void> {
  const misses = [{ path: 'body', expected: 'JSON', got }];
  await noteDrift(db, { sourceId, at }, { ...emptyReading(), misses });
}
