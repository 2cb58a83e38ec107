import type { Captured } from './wire.ts';

export interface FallbackOptions {
  /** Reads the page itself; null while nobody looks at it, or it shows nothing of the kind. */
  read(): Captured | null;
  submit(captured: Captured): void;
  signal: AbortSignal;
}

const LOOK_MS = 1000;
/** The page's own answer comes within seconds: it gives up after five. */
const LOOKS_BEFORE = 5;
const MAX_LOOKS = 60;

/**
 * Reads the page itself when it has been there for some seconds and its answer was not captured, because the
 * hook came too late. Returns what to call when the answer comes: from then on nothing is read.
 */
export function startFallback({ read, submit, signal }: FallbackOptions): () => void {
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    const captured = looks > LOOKS_BEFORE ? read() : null;
    if (captured || looks >= MAX_LOOKS) stop();
    if (captured) submit(captured);
  }, LOOK_MS);
  const stop = () => clearInterval(timer);
  signal.addEventListener('abort', stop);
  return stop;
}
