import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { accountName } from '../../../lib/history/read/accounts.ts';
import { readBuyerOrder } from '../../../lib/history/read/buyer-order.ts';
import { type OrderChange, readOrder } from '../../../lib/history/read/orders.ts';
import type { AccountRow, OrderRow } from '../../../lib/history/read/rows.ts';
import { partsOfKey } from '../../../lib/model/key.ts';
import { Button } from '../../shared/Button.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { Icon } from '../../shared/Icon.tsx';
import { useLive } from '../../shared/use-live.ts';
import { BuyerView } from './BuyerView.tsx';
import { CopyButton } from './CopyButton.tsx';
import { OrderView } from './OrderView.tsx';

interface Props {
  orderKey: string;
  accounts: readonly AccountRow[];
  now: number;
  onClose: () => void;
}

/** The order that is open, beside the list. Takes the focus when it opens; Esc closes it. */
export function OrderPanel({ orderKey, accounts, now, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  useEscape(onClose);
  // From the key: the heading need not wait for the history.
  const { orderId } = partsOfKey(orderKey);
  return (
    <aside class="panel" aria-labelledby="order-heading">
      <header>
        <h2 id="order-heading" ref={heading} tabIndex={-1}>
          Order <span class="id">{orderId}</span>
        </h2>
        <CopyButton text={orderId} label="Copy order id" />
        <Button look="quiet" class="close" aria-label="Close" title="Close (Esc)" onClick={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <div class="scroll">
        <LiveOrder orderKey={orderKey} accounts={accounts} now={now} />
      </div>
    </aside>
  );
}

function LiveOrder({ orderKey, accounts, now }: Omit<Props, 'onClose'>) {
  const live = useLive((db) => readOrder(db, orderKey), [orderKey]);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <span class="skeleton" /> : null;
  if (!live.value) {
    return (
      <EmptyState
        icon="search"
        title="This order is not in your history"
        text="It may have been deleted, or belong to another browser."
      />
    );
  }
  const { order } = live.value.row;
  const owner = accounts.find((account) => account.role === order.role && account.account === order.account);
  const host = owner?.host ?? null;
  if (order.role === 'buyer') return <LiveBuyerOrder {...live.value} host={host} now={now} />;
  return (
    <OrderView
      order={order}
      changes={live.value.changes}
      shop={owner ? accountName(owner, accounts) : null}
      host={host}
      now={now}
    />
  );
}

interface BuyerProps {
  row: OrderRow;
  changes: readonly OrderChange[];
  host: string | null;
  now: number;
}

function LiveBuyerOrder({ row: { key, order }, changes, host, now }: BuyerProps) {
  const live = useLive((db) => readBuyerOrder(db, key, order), [key, order]);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <span class="skeleton" /> : null;
  return (
    <BuyerView orderKey={key} order={order} changes={changes} around={live.value} host={host} now={now} />
  );
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Esc in the search box clears the search; what is being written must not be lost.
      const isElsewhere =
        event.target instanceof Element && event.target.closest('input, select, textarea, dialog') !== null;
      if (event.key === 'Escape' && !isElsewhere) onEscape();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onEscape]);
}
