import { vi } from 'vitest';
import { serveReads } from '../../lib/sources/files/serve-reads.ts';
import type { FromReader, ToReader } from '../../lib/sources/files/worker-messages.ts';

/** The workers that were started and have not been ended. */
export const running = new Set<object>();

/** Lets pages start the import worker: its own code, in this thread, with messages that arrive later. */
export function answerAsWorker(): void {
  class FakeWorker {
    onmessage: ((event: { data: FromReader }) => void) | undefined;
    onerror: (() => void) | undefined;
    readonly #take = serveReads((message) => {
      setTimeout(() => running.has(this) && this.onmessage?.({ data: structuredClone(message) }));
    });
    constructor() {
      running.add(this);
    }
    postMessage(message: ToReader): void {
      setTimeout(() => running.has(this) && this.#take(message));
    }
    terminate(): void {
      running.delete(this);
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
}
