import { isFileSource } from '../../model/order.ts';
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

/** What came in, newest first, for undo: every import, and the newest captures of pages. */
export interface Incoming {
  imports: CaptureRow[];
  captures: CaptureRow[];
}

/** Reads all imports, however many captures have followed them, and so many captures. */
export async function readIncoming(db: History, limit: number): Promise<Incoming> {
  const rows = await db.captures.orderBy('at').reverse().toArray();
  const { imports = [], captures = [] } = Object.groupBy(rows, (row) =>
    isImport(row) ? 'imports' : 'captures',
  );
  return { imports, captures: captures.slice(0, limit) };
}

/** Whether it is a file's import, by its source. */
export function isImport({ sourceId }: Pick<CaptureRow, 'sourceId'>): boolean {
  return isFileSource(sourceId);
}

function lineOf(row: DriftRow): string {
  const day = new Date(row.lastAt).toISOString().slice(0, 10);
  return `${row.sourceId}  ${row.path}  expected ${row.expected}, got ${row.got}  x${row.count}  last ${day}`;
}
