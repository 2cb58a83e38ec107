import type { FilePart, OpenFile } from '../../lib/sources/files/file-source.ts';
import { findFileSource } from '../../lib/sources/files/registry.ts';

export const SEEN_AT = Date.UTC(2026, 10, 21, 5);

/** A file as the engine opens it. */
export async function openFile(name: string, content: BlobPart): Promise<OpenFile> {
  const blob = new Blob([content]);
  return {
    name,
    blob,
    head: new Uint8Array(await blob.slice(0, 65_536).arrayBuffer()),
    seenAt: SEEN_AT,
    accountName: 'Me',
    timeZone: 'UTC',
  };
}

/** Everything that a file tells, in one part, and by which source. Throws what its source throws. */
export async function readFile(name: string, content: BlobPart): Promise<FilePart & { sourceId: string }> {
  const file = await openFile(name, content);
  const source = findFileSource(file);
  if (!source) throw new Error(`no source reads ${name}`);
  const whole: FilePart & { sourceId: string } = {
    ...{ orders: [], records: [], misses: [], brokenCount: 0, readBytes: 0 },
    sourceId: source.id,
  };
  for await (const part of source.read(file, new AbortController().signal)) {
    whole.orders.push(...part.orders);
    whole.records.push(...part.records);
    whole.misses.push(...part.misses);
    whole.brokenCount += part.brokenCount;
    whole.readBytes = part.readBytes;
  }
  return whole;
}
