import { localTimeZone } from '../../../lib/model/time.ts';
import type { FilePart } from '../../../lib/sources/files/file-source.ts';
import type { FormatName, FromReader, ToReader } from '../../../lib/sources/files/worker-messages.ts';

/** A part of a file, and which format it was read as. */
export type ReadPart = FilePart & FormatName;

/**
 * Reads a file in a worker, part by part as the caller takes them. Throws an Error in the user's words when
 * the file is wrong; an abort ends the worker at once and throws the signal's reason.
 */
export async function* readInWorker(
  file: File,
  accountName: string,
  signal: AbortSignal,
): AsyncGenerator<ReadPart> {
  signal.throwIfAborted();
  const worker = new Worker('/import-worker.js');
  const answers = answersOf(worker, file.name, signal);
  const ask = (message: ToReader) => worker.postMessage(message);
  ask({
    type: 'read',
    name: file.name,
    blob: file,
    seenAt: file.lastModified,
    accountName,
    timeZone: localTimeZone(),
  });
  try {
    for (;;) {
      const answer = await answers.next();
      if (answer.type === 'wrong') throw new Error(answer.message);
      if (answer.type === 'done') return;
      yield { ...answer.part, ...answer.format };
      ask({ type: 'next' });
    }
  } finally {
    worker.terminate();
  }
}

/** The worker's answers in their order; rejects when it fails to run or is no longer wanted. */
function answersOf(worker: Worker, name: string, signal: AbortSignal): { next(): Promise<FromReader> } {
  const come: FromReader[] = [];
  let wake = () => {};
  let failure: Error | undefined;
  worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
    come.push(data);
    wake();
  };
  worker.onerror = () => {
    failure = new Error(`${name} can't be read: the reader stopped. Try again. Nothing was imported.`);
    wake();
  };
  signal.addEventListener('abort', () => {
    worker.terminate();
    wake();
  });
  return {
    async next() {
      for (;;) {
        signal.throwIfAborted();
        const answer = come.shift();
        if (answer) return answer;
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
