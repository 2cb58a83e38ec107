import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { watch } from '../../../lib/history/read/live.ts';
import { readOrderKeys, readOrdersAt } from '../../../lib/history/read/order-list.ts';
import { type OrderFilter, readOrderPage } from '../../../lib/history/read/orders.ts';
import type { History, OrderRow } from '../../../lib/history/read/rows.ts';
import type { RowSource } from './row-source.ts';

const PAGE = 100;
const AHEAD = 20;
/** Pages kept on either side of what is in view; those further away are read again when needed. */
const KEPT = 10;
/** From this page on, finding a place by its number costs more than listing all keys once. */
const DEEP = 10;

interface Span {
  from: number;
  to: number;
}
type Rows = readonly (OrderRow | undefined)[];
type Pages = ReadonlyMap<number, Rows>;

interface OrderPages extends RowSource {
  isPending: boolean;
  error: Error | null;
}

/**
 * The orders of one filter, read page by page as they come into view, and read again when they change.
 * Mount anew for another filter. `total` is undefined until it is known.
 */
export function useOrderPages(filter: OrderFilter, total: number | undefined): OrderPages {
  const [span, setSpan] = useState<Span>({ from: 0, to: 0 });
  const [pages, setPages] = useState<Pages>(new Map());
  const [error, setError] = useState<Error | null>(null);
  // The page of the row that the keyboard is on; it stays drawn, so it stays read.
  const pinned = useRef(0);
  const shifts = useShifts(total);
  const keys = useKeys(filter, span.from >= DEEP, setError);
  useEffect(() => {
    if (span.from >= DEEP && keys === null) return;
    const read = (db: History) => readSpan(db, filter, keys, span);
    // Pages out of view may be from before a change: they only bridge the moment until they are read again.
    return watch(read, (rows) => setPages((known) => withPages(known, span, rows, pinned.current)), setError);
  }, [span, shifts, keys]);
  const show = useCallback((first: number, last: number, active: number) => {
    pinned.current = Math.floor(active / PAGE);
    const from = Math.floor(Math.max(0, first - AHEAD) / PAGE);
    const to = Math.floor((last + AHEAD) / PAGE);
    setSpan((known) => (known.from === from && known.to === to ? known : { from, to }));
  }, []);
  const rowAt = (index: number) => pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  return { count: total ?? pages.get(0)?.length ?? 0, rowAt, show, isPending: pages.size === 0, error };
}

async function readSpan(
  db: History,
  filter: OrderFilter,
  keys: string[] | null,
  { from, to }: Span,
): Promise<Rows> {
  const [start, end] = [from * PAGE, (to + 1) * PAGE];
  return keys === null
    ? readOrderPage(db, filter, start, end - start)
    : readOrdersAt(db, keys.slice(start, end));
}

/** The keys of the whole list, live, from the first time that they are needed. */
function useKeys(filter: OrderFilter, isNeeded: boolean, onError: (error: Error) => void): string[] | null {
  const [keys, setKeys] = useState<string[] | null>(null);
  const wasNeeded = useRef(false);
  wasNeeded.current ||= isNeeded;
  const { current: needsKeys } = wasNeeded;
  useEffect(
    () => (needsKeys ? watch((db) => readOrderKeys(db, filter), setKeys, onError) : undefined),
    [needsKeys],
  );
  return keys;
}

/** Counts how often the number of orders changed; becoming known is no change. */
function useShifts(total: number | undefined): number {
  const known = useRef({ total, shifts: 0 });
  const { current } = known;
  if (current.total !== total) {
    known.current = { total, shifts: current.shifts + (current.total === undefined ? 0 : 1) };
  }
  return known.current.shifts;
}

function withPages(known: Pages, { from, to }: Span, rows: Rows, pinned: number): Pages {
  const near = [...known].filter(([page]) => page === pinned || (page >= from - KEPT && page <= to + KEPT));
  const pages = new Map(near);
  for (let page = from; page <= to; page += 1) {
    const start = (page - from) * PAGE;
    pages.set(page, rows.slice(start, start + PAGE));
  }
  return pages;
}
