import { DAY_MS } from '../../model/time.ts';
import type { CaptureRow, DriftRow, History } from '../db.ts';

/** What could not be read in the last day: how many orders, and how many kinds of fields. */
export interface DriftSummary {
  brokenOrders: number;
  fields: number;
}

/** The short of the drift report, for the popup. */
export async function readDriftSummary(db: History, now: number): Promise<DriftSummary> {
  const rows = await db.drift
    .where('lastAt')
    .above(now - DAY_MS)
    .toArray();
  const broken = rows.filter((row) => row.path === 'order');
  const fields = rows.filter((row) => row.path !== 'order' && row.got !== 'unread');
  return { brokenOrders: broken.reduce((sum, row) => sum + row.count, 0), fields: fields.length };
}

/** The drift report as text that can be sent to us: sources, paths, types and counts; no value of any order. */
export async function readDriftReport(db: History, version: string): Promise<string> {
  const rows = await db.drift.orderBy('key').toArray();
  const lines = rows.map(lineOf);
  const head = [
    `OrderLens ${version} drift report`,
    'Paths and types only; no value of any order is in it.',
    '',
  ];
  return [...head, ...(lines.length > 0 ? lines : ['Everything was read.']), ''].join('\n');
}

/** The newest captures and imports, for undo. */
export async function readCaptures(db: History, limit: number): Promise<CaptureRow[]> {
  return db.captures.orderBy('at').reverse().limit(limit).toArray();
}

function lineOf(row: DriftRow): string {
  const day = new Date(row.lastAt).toISOString().slice(0, 10);
  return `${row.sourceId}  ${row.path}  expected ${row.expected}, got ${row.got}  x${row.count}  last ${day}`;
}
