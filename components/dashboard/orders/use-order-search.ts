import { useEffect, useState } from 'preact/hooks';
import { readingHistory } from '../../../lib/history/read/live.ts';
import type { OrderFilter } from '../../../lib/history/read/orders.ts';
import type { OrderRow } from '../../../lib/history/read/rows.ts';
import { searchOrders } from '../../../lib/history/read/search.ts';

/** How far a search has come. */
export interface OrderSearch {
  rows: readonly OrderRow[];
  searched: number;
  state: 'running' | 'done' | 'full' | 'failed';
  error: Error | null;
}

/** More finds than anybody reads: the search stops there and says so. */
export const MAX_FOUND = 1000;
const START: OrderSearch = { rows: [], searched: 0, state: 'running', error: null };

/** Searches a filter's orders, showing what is found while it goes on. Mount anew for another search. */
export function useOrderSearch(filter: OrderFilter, text: string): OrderSearch {
  const [search, setSearch] = useState(START);
  useEffect(() => {
    const stop = new AbortController();
    const tell = (change: (known: OrderSearch) => OrderSearch) => {
      if (!stop.signal.aborted) setSearch(change);
    };
    run(filter, text, stop.signal, tell).catch((error: unknown) => {
      tell((known) => ({
        ...known,
        state: 'failed',
        error: error instanceof Error ? error : new Error(String(error)),
      }));
    });
    return () => stop.abort();
  }, []);
  return search;
}

async function run(
  filter: OrderFilter,
  text: string,
  signal: AbortSignal,
  tell: (change: (known: OrderSearch) => OrderSearch) => void,
): Promise<void> {
  let found: OrderRow[] = [];
  for await (const { rows, searched } of searchOrders(readingHistory(), filter, text, signal)) {
    found = [...found, ...rows].slice(0, MAX_FOUND);
    const soFar = found;
    tell((known) => ({ ...known, rows: soFar, searched }));
    if (found.length === MAX_FOUND) return tell((known) => ({ ...known, state: 'full' }));
  }
  tell((known) => ({ ...known, state: 'done' }));
}
