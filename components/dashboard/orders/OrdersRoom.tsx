import { useEffect, useRef, useState } from 'preact/hooks';
import { countOrders, type OrderFilter } from '../../../lib/history/read/orders.ts';
import type { AccountRow, OrderRow } from '../../../lib/history/read/rows.ts';
import { hashOf } from '../../shared/routes.ts';
import { useLive, valueIn } from '../../shared/use-live.ts';
import { OrderPanel } from '../order/OrderPanel.tsx';
import { useMedia } from '../use-media.ts';
import { NoMatch, NoOrders } from './NoOrders.tsx';
import { FilteredOrders, FoundOrders } from './OrderLists.tsx';
import { OrdersToolbar } from './OrdersToolbar.tsx';
import { sideOf } from './side.ts';
import { useDebounced } from './use-debounced.ts';

const ALL: OrderFilter = { account: null, status: null, role: null };
const SEARCH_REST_MS = 150;

interface Props {
  accounts: readonly AccountRow[];
  orderKey: string | null;
  now: number;
}

/** The room "Orders": the list, and beside it the order that is open. */
export function OrdersRoom({ accounts, orderKey, now }: Props) {
  const [filter, setFilter] = useState(ALL);
  const [text, setText] = useState('');
  const focusCall = useCloseCount(orderKey);
  const search = useDebounced(text, SEARCH_REST_MS).trim();
  const filterKey = `${filter.account ?? ''}|${filter.status ?? ''}|${filter.role ?? ''}`;
  const side = sideOf(accounts, filter.role ?? null);
  const total = useTotal(filter, filterKey);
  // Where the order covers the list, the list must not be reached behind it.
  const isCovered = useMedia('(max-width: 1099px)') && orderKey !== null;
  const clear = () => {
    setText('');
    setFilter(ALL);
  };
  const noMatch = <NoMatch onClear={clear} />;
  const isAll = filter.account === null && filter.status === null && !filter.role;
  const list = { filter, total, now, side, openKey: orderKey, onOpen: open, focusCall };
  return (
    <>
      <div class="list" inert={isCovered}>
        <div class="top">
          <h2>Orders {total !== undefined && <span>{total.toLocaleString()}</span>}</h2>
          <OrdersToolbar
            text={text}
            onText={setText}
            filter={filter}
            onFilter={setFilter}
            accounts={accounts}
            side={side}
          />
        </div>
        {search === '' ? (
          <FilteredOrders key={filterKey} {...list} empty={isAll ? <NoOrders /> : noMatch} />
        ) : (
          <FoundOrders key={`${filterKey}|${search}`} {...list} text={search} empty={noMatch} />
        )}
      </div>
      {orderKey !== null && (
        <OrderPanel key={orderKey} orderKey={orderKey} accounts={accounts} now={now} onClose={close} />
      )}
    </>
  );
}

function close(): void {
  location.hash = hashOf('orders');
}

/** Counts how often an order was closed, by whatever way: then the focus goes back to the list. */
function useCloseCount(orderKey: string | null): number {
  const [count, setCount] = useState(0);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && orderKey === null) setCount((closed) => closed + 1);
    wasOpen.current = orderKey !== null;
  }, [orderKey]);
  return count;
}

function open(row: OrderRow): void {
  location.hash = hashOf('orders', row.key);
}

/** How many orders a filter has; undefined while that is still another filter's number. */
function useTotal(filter: OrderFilter, filterKey: string): number | undefined {
  const live = useLive(async (db) => ({ filterKey, total: await countOrders(db, filter) }), [filterKey]);
  const value = valueIn(live);
  return value?.filterKey === filterKey ? value.total : undefined;
}
