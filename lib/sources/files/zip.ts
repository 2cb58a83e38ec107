import { ImportError } from './file-source.ts';

/** A file in a zip. Sizes and the offset in bytes. */
export interface ZipEntry {
  name: string;
  method: number;
  isLocked: boolean;
  packedSize: number;
  offset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY_BYTES = 8 * 1024 ** 2;
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
    });
    at = next;
  }
  return entries.filter((entry) => !entry.name.endsWith('/'));
}

async function viewOf(blob: Blob): Promise<DataView> {
  return new DataView(await blob.arrayBuffer());
}

function cut(name: string): ImportError {
  return new ImportError(
    `${name} is a zip that ends in the middle or is damaged: its list of files can't be read. Download it again. Nothing was imported.`,
  );
}
