import { useLayoutEffect, useState } from 'preact/hooks';
import { readingHistory, watch } from '../../lib/history/read/live.ts';
import type { History } from '../../lib/history/read/rows.ts';

/** What a live query has told so far. `isSlow` is when to draw a skeleton: before, it would only flash. */
export type Live<T> =
  | { state: 'pending'; isSlow: boolean }
  | { state: 'value'; value: T }
  | { state: 'error'; error: Error };

const SLOW_MS = 200;

/**
 * Runs a query now, whenever what it read changes, and whenever an input changes. The last value stays
 * until the next one is there.
 */
export function useLive<T>(query: (db: History) => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'pending', isSlow: false });
  // Before the first paint: an effect would wait for a frame that has nothing to show.
  useLayoutEffect(() => {
    const fail = (error: Error) => setLive({ state: 'error', error });
    const slow = setTimeout(
      () => setLive((last) => (last.state === 'pending' ? { ...last, isSlow: true } : last)),
      SLOW_MS,
    );
    const stop = watch(query, (value) => setLive({ state: 'value', value }), fail);
    // A live query keeps silent about a database that can't be opened; opening it tells why.
    readingHistory().open().catch(fail);
    return () => {
      clearTimeout(slow);
      stop();
    };
  }, inputs);
  return live;
}

/** The value of a live query, or undefined while there is none. */
export function valueIn<T>(live: Live<T>): T | undefined {
  return live.state === 'value' ? live.value : undefined;
}
