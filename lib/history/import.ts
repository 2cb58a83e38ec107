import type { Order } from '../model/order.ts';
import type { ShopRecord } from '../model/record.ts';
import { emptyReading, type Miss } from '../sources/source.ts';
import type { History } from './db.ts';
import { noteDrift } from './drift.ts';
import { dropEmptyFileAccounts } from './file-accounts.ts';
import { writeRecords } from './records.ts';
import { writeTogether } from './together.ts';
import { addReading, type WriteCounts } from './write.ts';

/** A part of a file that is imported. Parts of one import share its id and are undone as one. */
export interface ImportPart {
  importId: string;
  fileName: string;
  sourceId: string;
  /** Whose records these are. Orders name their account themselves. */
  account: string;
  /** When the file was written, epoch milliseconds. */
  seenAt: number;
  orders: Order[];
  records: ShopRecord[];
  misses: Miss[];
  brokenCount: number;
}

/**
 * Writes a part of an import as one; returns what became of its orders and how many records it added. Fails for an
 * import that was undone while it ran: what came after could be undone no more.
 */
export function writeImport(
  db: History,
  part: ImportPart,
  now: number,
): Promise<WriteCounts & { records: number }> {
  return writeTogether(db, async () => {
    const capture = await db.captures.get(part.importId);
    if (typeof capture?.undoneAt === 'number')
      throw new Error('This import was undone while it ran; the rest of the file was not added.');
    const sum = { created: 0, updated: 0, unchanged: 0, records: 0 };
    // A file can hold the orders of several shops: each shop's part is written as its own.
    for (const [, orders] of Map.groupBy(part.orders, (order) => `${order.role}|${order.account}`)) {
      const counts = await writeOwn(db, part, orders, now);
      sum.created += counts.created;
      sum.updated += counts.updated;
      sum.unchanged += counts.unchanged;
    }
    const { importId: captureId, account, seenAt, sourceId, misses, brokenCount } = part;
    sum.records = await writeRecords(db, { captureId, account, seenAt }, part.records);
    await noteDrift(db, { sourceId, at: now }, { ...emptyReading(), misses, brokenCount });
    if (sum.records + brokenCount > 0) await countBeside(db, part, sum.records, now);
    // Orders that pages or other files told before stand under their account: this file's may hold nothing.
    await dropEmptyFileAccounts(db);
    return sum;
  });
}

function writeOwn(db: History, part: ImportPart, orders: Order[], now: number): Promise<WriteCounts> {
  const [first] = orders;
  // Groups are never empty.
  const { role, account, market } = first ?? { role: 'buyer', account: part.account, market: null };
  const capture = {
    id: part.importId,
    at: now,
    sourceId: part.sourceId,
    origin: part.fileName,
    kind: 'file',
    owner: { role, account, market },
  } as const;
  return addReading(db, capture, { ...emptyReading(), orders });
}

/** Adds to the capture what is no order: records, and entries that could not be read. */
async function countBeside(db: History, part: ImportPart, records: number, now: number): Promise<void> {
  const known = await db.captures.get(part.importId);
  await db.captures.put({
    id: part.importId,
    at: known?.at ?? now,
    sourceId: part.sourceId,
    origin: part.fileName,
    accountKey: known?.accountKey ?? `buyer|${part.account}`,
    createdCount: known?.createdCount ?? 0,
    updatedCount: known?.updatedCount ?? 0,
    brokenCount: (known?.brokenCount ?? 0) + part.brokenCount,
    recordCount: (known?.recordCount ?? 0) + records,
    undoneAt: known?.undoneAt ?? null,
  });
}
