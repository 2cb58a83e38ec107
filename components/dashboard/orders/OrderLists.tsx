import type { ComponentChildren } from 'preact';
import type { OrderFilter } from '../../../lib/history/read/orders.ts';
import type { OrderRow } from '../../../lib/history/read/rows.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { counted } from '../../shared/words.ts';
import { OrderTable } from './OrderTable.tsx';
import type { Side } from './side.ts';
import { useOrderPages } from './use-order-pages.ts';
import { MAX_FOUND, type OrderSearch, useOrderSearch } from './use-order-search.ts';

interface Props {
  filter: OrderFilter;
  /** How many orders the filter has; undefined until it is known. */
  total: number | undefined;
  now: number;
  side: Side;
  openKey: string | null;
  onOpen: (row: OrderRow) => void;
  focusCall: number;
  /** What to show instead of a table without rows. */
  empty: ComponentChildren;
}

/** All orders of a filter, newest first. */
export function FilteredOrders({ filter, total, empty, ...rest }: Props) {
  const { isPending, error, ...source } = useOrderPages(filter, total);
  if (error) return <HistoryError error={error} />;
  if (isPending) return <div class="table" aria-busy="true" />;
  return source.count === 0 ? empty : <OrderTable source={source} {...rest} />;
}

const showNothing = () => {};

/** The orders of a filter that a search finds, as it finds them. */
export function FoundOrders({ filter, total, text, empty, ...rest }: Props & { text: string }) {
  const search = useOrderSearch(filter, text);
  const { rows } = search;
  if (search.error) return <HistoryError error={search.error} />;
  const source = { count: rows.length, rowAt: (index: number) => rows[index], show: showNothing };
  return (
    <>
      <p class="searched" role="status">
        {searchWords(search, total)}
      </p>
      {rows.length > 0 ? <OrderTable source={source} {...rest} /> : search.state === 'done' && empty}
    </>
  );
}

function searchWords({ rows, searched, state }: OrderSearch, total: number | undefined): string {
  if (state === 'full') return `The newest ${MAX_FOUND.toLocaleString()} found. Type more to find fewer.`;
  const found =
    rows.length === 0 && state === 'done' ? 'Nothing found' : `${rows.length.toLocaleString()} found`;
  const of = total !== undefined && state === 'running' ? ` of ${total.toLocaleString()}` : '';
  return `${found} · searched ${of === '' ? counted(searched, 'order') : `${searched.toLocaleString()}${of}`}`;
}
