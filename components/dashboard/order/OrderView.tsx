import type { OrderChange } from '../../../lib/history/read/orders.ts';
import { openTikTok } from '../../../lib/messages/client-browser.ts';
import { orderPageOf } from '../../../lib/model/market.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { Icon } from '../../shared/Icon.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { statusSentence, statusTone, statusWords } from '../../shared/status-words.ts';
import { OrderClocks } from './OrderClocks.tsx';
import { OrderItems } from './OrderItems.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import { OrderPackages } from './OrderPackages.tsx';
import { OrderPast } from './OrderPast.tsx';
import { OrderReturns } from './OrderReturns.tsx';
import { When } from './When.tsx';

interface Props {
  order: Order;
  changes: readonly OrderChange[];
  /** What its shop is called, and where its Seller Center is; null when it is only known from a file. */
  shop: string | null;
  host: string | null;
  now: number;
}

/** Everything known of one order, the most urgent first. */
export function OrderView({ order, changes, shop, host, now }: Props) {
  return (
    <>
      <div class="summary">
        <p>
          <Pill tone={statusTone(order)}>{statusWords(order)}</Pill> {statusSentence(order)}
        </p>
        <p class="muted">
          Placed <When atMs={order.placedAt} now={now} /> by {order.counterparty ?? 'an unknown buyer'}
          {shop !== null && ` · ${shop}`}
        </p>
        {host !== null && (
          <Button onClick={() => void openTikTok(orderPageOf(host, order.id))}>
            Open on Seller Center <Icon name="out" />
          </Button>
        )}
      </div>
      <OrderClocks order={order} now={now} />
      <OrderItems order={order} />
      <OrderMoney order={order} />
      <OrderReturns order={order} now={now} />
      <OrderPackages order={order} now={now} />
      <OrderPast order={order} changes={changes} now={now} />
    </>
  );
}
