import type { DropReason } from './receive.ts';
import type { Captured } from './wire.ts';

export interface SubmitOptions {
  /** Hands one answer to the background; rejects when the worker ended before it answered. */
  submit(captured: Captured): Promise<unknown>;
  reportDrops(reason: DropReason, count: number): Promise<unknown>;
  /** Something new may be in the history. */
  onStored(): void;
  /** The window that the answers come from. */
  page: EventTarget;
  signal: AbortSignal;
}

const RETRY_DELAYS_MS = [200, 1000, 2000, 5000];
const MAX_QUEUE = 20;
const DROP_REPORT_MS = 1000;

export interface Submitter {
  add(captured: Captured): void;
  drop(reason: DropReason): void;
}

/** Hands answers over in their order, one at a time, again when the worker ended in the middle. */
export function createSubmitter(options: SubmitOptions): Submitter {
  const queue: Captured[] = [];
  let current: Captured | undefined;
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    for (let next = queue.shift(); next && !options.signal.aborted; next = queue.shift()) {
      current = next;
      if (await submitWithRetry(next, options)) options.onStored();
    }
    current = undefined;
    isRunning = false;
  };
  // A page that goes takes its script with it: what waits is told once more, and nobody hears the answer.
  const flush = () => {
    for (const waiting of current ? [current, ...queue] : queue) options.submit(waiting).catch(() => {});
  };
  options.page.addEventListener('pagehide', flush, { signal: options.signal });
  const drop = createDropReport(options);
  return {
    add(captured) {
      if (queue.length >= MAX_QUEUE) drop('rate');
      else queue.push(captured);
      if (!isRunning) void run();
    },
    drop,
  };
}

async function submitWithRetry(captured: Captured, { submit, signal }: SubmitOptions): Promise<boolean> {
  for (const delayMs of [0, ...RETRY_DELAYS_MS]) {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (signal.aborted) return false;
    try {
      await submit(captured);
      return true;
    } catch {
      // The worker ended; it starts again with the next message. Taking an answer in twice changes nothing.
    }
  }
  return false;
}

// A flood is told as one number a second, not as one message each.
function createDropReport({ reportDrops, signal }: SubmitOptions): (reason: DropReason) => void {
  const counts = new Map<DropReason, number>();
  return (reason) => {
    if (counts.size === 0) setTimeout(flush, DROP_REPORT_MS);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  };
  function flush(): void {
    const dropped = [...counts];
    counts.clear();
    if (signal.aborted) return;
    for (const [reason, count] of dropped) reportDrops(reason, count).catch(() => {});
  }
}
