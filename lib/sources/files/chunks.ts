import { ImportError, type OpenFile } from './file-source.ts';

/**
 * The bytes of a file (or of a part of it) as they are read, a chunk at a time. Throws ImportError when the
 * file can no longer be read, and the signal's reason at an abort.
 */
export async function* chunksOf(
  file: Pick<OpenFile, 'name'>,
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw unreadable(file.name, error);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early leaves the rest of the file unread.
    await reader.cancel().catch(() => {});
  }
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
