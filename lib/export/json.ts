import type { History } from '../history/db.ts';
import { FORMAT } from '../sources/files/orderlens-json.ts';

const SLICE = 500;

/**
 * The whole history as a file in the format `orderlens/1`, ordered by key. Built slice by slice, so that the
 * memory it needs is that of the file. `onProgress` gets the number of orders written; an abort rejects.
 */
export async function exportJson(
  db: History,
  exportedAt: Date,
  onProgress: (written: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const parts: string[] = [`{"format":"${FORMAT}","exportedAt":"${exportedAt.toISOString()}","orders":[`];
  let written = 0;
  for (let after = ''; ; ) {
    signal.throwIfAborted();
    const rows = await db.orders.where('key').above(after).limit(SLICE).toArray();
    const last = rows.at(-1);
    if (!last) break;
    parts.push(
      rows.map((row, index) => `${written + index > 0 ? ',' : ''}\n${JSON.stringify(row.order)}`).join(''),
    );
    written += rows.length;
    after = last.key;
    onProgress(written);
  }
  parts.push('\n]}\n');
  return new Blob(parts, { type: 'application/json' });
}
