import { ImportError, type OpenFile } from './file-source.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file (or of a part of it) as they are read, a chunk at a time. A chunk is only good until the
 * next one is asked for. Throws ImportError when the file can no longer be read, and the signal's reason at an
 * abort.
 */
export async function* chunksOf(
  file: Pick<OpenFile, 'name'>,
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { read, cancel } = readerOf(stream);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await read().catch((error: unknown) => {
        throw unreadable(file.name, error);
      });
      if (done || !value) return;
      yield value;
    }
  } finally {
    // Whoever stops early leaves the rest of the file unread.
    await cancel().catch(() => {});
  }
}

interface ChunkReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** Files are read into one buffer, over and over: a chunk each would leave hundreds of megabytes of garbage. */
function readerOf(stream: ReadableStream<Uint8Array>): ChunkReader {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = stream.getReader({ mode: 'byob' });
  } catch (error) {
    // Not every stream can fill a buffer; the browsers' files can.
    if (error instanceof TypeError) return plainReaderOf(stream);
    throw error;
  }
  let buffer: ArrayBuffer = new ArrayBuffer(CHUNK_BYTES);
  return {
    async read() {
      const result = await reader.read(new Uint8Array(buffer));
      if (result.value) buffer = result.value.buffer;
      return result;
    },
    cancel: () => reader.cancel(),
  };
}

function plainReaderOf(stream: ReadableStream<Uint8Array>): ChunkReader {
  const reader = stream.getReader();
  return { read: () => reader.read(), cancel: () => reader.cancel() };
}

/**
 * The words for a file that the browser refuses to read, because it was changed, moved or deleted since it was
 * chosen; any other error as it is.
 */
export function unreadable(name: string, error: unknown): unknown {
  const isGone = error instanceof DOMException && /NotReadable|NotFound|Security/.test(error.name);
  return isGone
    ? new ImportError(
        `${name} can no longer be read: it was changed, moved or deleted. Choose it again; nothing was imported.`,
      )
    : error;
}
