import type { ShopRecord } from '../model/record.ts';
import type { History, RecordRow } from './db.ts';

/** Whose records a file tells, in which capture, and when the file was written. */
export interface RecordOrigin {
  captureId: string;
  account: string;
  seenAt: number;
}

/**
 * Writes records in the transaction that is open. One that is known is replaced by a newer file that says
 * something else, and kept to be set back. Returns how many were new or changed.
 */
export async function writeRecords(
  db: History,
  { captureId, account, seenAt }: RecordOrigin,
  records: readonly ShopRecord[],
): Promise<number> {
  const fresh = new Map<string, RecordRow>();
  for (const record of records) {
    const key = `${record.kind}|${account}|${record.id}`;
    fresh.set(key, { ...record, key, account, captureId, seenAt, before: null });
  }
  const known = await db.records.bulkGet([...fresh.keys()]);
  const puts = [...fresh.values()].flatMap((row, index) => {
    const before = known[index];
    if (!before) return [row];
    if (before.seenAt > seenAt || isSame(before, row)) return [];
    // A part that is written twice in one import has nothing to be set back to.
    return [{ ...row, before: before.captureId === captureId ? before.before : before }];
  });
  await db.records.bulkPut(puts);
  return puts.length;
}

/** Takes the records of one capture out again, in the transaction that is open. */
export async function undoRecords(db: History, captureId: string): Promise<void> {
  const rows = await db.records.where('captureId').equals(captureId).toArray();
  for (const row of rows) {
    const before = await lastValid(db, row.before);
    if (before) await db.records.put(before);
    else await db.records.delete(row.key);
  }
}

/** The newest row before whose own capture was not undone since. */
async function lastValid(db: History, row: RecordRow | null): Promise<RecordRow | null> {
  if (row === null) return null;
  const capture = await db.captures.get(row.captureId);
  return capture?.undoneAt === null ? row : lastValid(db, row.before);
}

function isSame(a: ShopRecord, b: ShopRecord): boolean {
  return (['at', 'shop', 'orderId', 'title', 'text', 'status'] as const).every((name) => a[name] === b[name]);
}
