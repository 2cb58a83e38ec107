import { addPreviews, type ImportPreview, previewImport } from '../../../lib/history/read/import-preview.ts';
import { readingHistory } from '../../../lib/history/read/live.ts';
import type { ShopRecord } from '../../../lib/model/record.ts';
import { type ReadPart, readInWorker } from './read-in-worker.ts';

/** What a file holds and what it would change, counted before anything is written. */
export interface FilePreview {
  /** What people call such a file. */
  label: string;
  orders: ImportPreview;
  records: Record<ShopRecord['kind'], number>;
  /** Entries that could not be read. */
  brokenCount: number;
  /** What to call the shop or person, where the file tells none; else null. */
  name: string | null;
}

/** Reads a whole file and compares it with the history, part by part. Nothing of it is kept. */
export async function previewFile(
  file: File,
  signal: AbortSignal,
  onRead: (readBytes: number) => void,
): Promise<FilePreview> {
  // A name that no account has: what bears it, the file could not name.
  const stranger = crypto.randomUUID();
  const preview: FilePreview = {
    label: '',
    orders: { total: 0, created: 0, completed: 0, conflicting: 0, unchanged: 0 },
    records: { voucher: 0, review: 0, return: 0, message: 0 },
    brokenCount: 0,
    name: null,
  };
  for await (const part of readInWorker(file, stranger, signal)) {
    const counts = await previewImport(readingHistory(), part.orders, signal);
    signal.throwIfAborted();
    preview.label = part.label;
    preview.orders = addPreviews(preview.orders, counts);
    preview.brokenCount += part.brokenCount;
    for (const { kind } of part.records) preview.records[kind] += 1;
    preview.name ??= suggestedName(part, `file:${stranger}`);
    onRead(part.readBytes);
  }
  return preview;
}

function suggestedName({ orders, records }: ReadPart, stranger: string): string | null {
  const own = orders.filter(({ account }) => account === stranger);
  const market = own.find((order) => order.market !== null)?.market;
  if (own[0]?.role === 'seller') return market ? `Shop ${market}` : 'My shop';
  return own.length + records.length > 0 ? 'My TikTok account' : null;
}
