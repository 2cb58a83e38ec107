import { ImportError } from './file-source.ts';

/** A file in a zip. Sizes and the offset in bytes. */
export interface ZipEntry {
  name: string;
  method: number;
  isLocked: boolean;
  packedSize: number;
  offset: number;
  /** When it was written, epoch ms; null where the directory does not say. */
  writtenAt: number | null;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY_BYTES = 8 * 1024 ** 2;
const TIME_MARK = 0x5455;
/** Tools without a clock write 1980 or another year long gone; TikTok made no data export before. */
const FIRST_YEAR = 2018;
/** What no export of one person unpacks to; a zip that does is made to fill the disk. */
const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;

/**
 * The files in a zip, by its directory, so that only those that are wanted are ever read (APPNOTE.TXT 4.3).
 * Throws ImportError, in the user's words, for a zip that is damaged.
 */
export async function zipEntries(name: string, blob: Blob): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, blob.size - END_BYTES - MAX_COMMENT);
  const tail = await viewOf(blob.slice(tailStart));
  const end = endOf(tail);
  if (end < 0) throw cut(name);
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (start + size > blob.size || size > MAX_DIRECTORY_BYTES) throw cut(name);
  return entriesIn(await viewOf(blob.slice(start, start + size)), name);
}

/** The bytes of one file in the zip, unpacked as they are read; `onRead` hears of packed bytes. */
export async function* unpacked(
  zip: { name: string; blob: Blob },
  entry: ZipEntry,
  signal: AbortSignal,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  if (entry.isLocked) {
    throw new ImportError(
      `${entry.name} in ${zip.name} is locked with a password. Unpack it, then import it.`,
    );
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw new ImportError(
      `${entry.name} in ${zip.name} is packed in a way that OrderLens can't read. Unpack it, then import it.`,
    );
  }
  const local = await viewOf(zip.blob.slice(entry.offset, entry.offset + LOCAL_BYTES));
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL_MARK) throw cut(zip.name);
  const start = entry.offset + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, control) {
      onRead(chunk.length);
      control.enqueue(chunk);
    },
  });
  const packed = zip.blob
    .slice(start, start + entry.packedSize)
    .stream()
    .pipeThrough(counter);
  const bytes = entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  yield* bounded(bytes, `${entry.name} in ${zip.name}`, signal);
}

async function* bounded(
  stream: ReadableStream<Uint8Array>,
  what: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let count = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read().catch(() => {
        throw new ImportError(`${what} is damaged. Download the zip again. Nothing was imported.`);
      });
      if (done) return;
      count += value.length;
      if (count > MAX_UNPACKED_BYTES) {
        throw new ImportError(
          `${what} unpacks to more than 4 GB, which no real export does. Nothing was imported.`,
        );
      }
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function endOf(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END_MARK) return at;
  }
  return -1;
}

function entriesIn(view: DataView, name: string): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; at < view.byteLength; ) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK) throw cut(name);
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw cut(name);
    entries.push({
      name: decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameBytes)),
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
      writtenAt: writtenAt(view, at, at + ENTRY_BYTES + nameBytes),
    });
    at = next;
  }
  return entries.filter((entry) => !entry.name.endsWith('/'));
}

/** The time of an entry: that of the extra field (in UTC) where there is one, else the entry's own. */
function writtenAt(view: DataView, at: number, extraStart: number): number | null {
  const extraEnd = extraStart + view.getUint16(at + 30, true);
  for (let field = extraStart; field + 9 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    const hasTime = view.getUint16(field, true) === TIME_MARK && (view.getUint8(field + 4) & 1) === 1;
    if (hasTime) return sinceFirstYear(view.getUint32(field + 5, true) * 1000);
  }
  // The entry's own time names no zone; whoever packs on a server packs in UTC.
  const [time, date] = [view.getUint16(at + 12, true), view.getUint16(at + 14, true)];
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  return sinceFirstYear(Date.UTC(year, month - 1, day, time >> 11, (time >> 5) & 63, (time & 31) * 2));
}

function sinceFirstYear(atMs: number): number | null {
  return atMs >= Date.UTC(FIRST_YEAR, 0) ? atMs : null;
}

async function viewOf(blob: Blob): Promise<DataView> {
  return new DataView(await blob.arrayBuffer());
}

function cut(name: string): ImportError {
  return new ImportError(
    `${name} is a zip that ends in the middle or is damaged: its list of files can't be read. Download it again. Nothing was imported.`,
  );
}
