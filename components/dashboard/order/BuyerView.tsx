import type { BuyerOrder } from '../../../lib/history/read/buyer-order.ts';
import type { OrderChange } from '../../../lib/history/read/orders.ts';
import { deliveryOf } from '../../../lib/insights/buyer-deliveries.ts';
import { BUYER_STATUS_WORDS } from '../../../lib/insights/buyer-marks.ts';
import { openTikTok } from '../../../lib/messages/client-browser.ts';
import { orderPageOf } from '../../../lib/model/market.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { Icon } from '../../shared/Icon.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { statusTone } from '../../shared/status-words.ts';
import { BuyerBill } from './BuyerBill.tsx';
import { BuyerItems } from './BuyerItems.tsx';
import { BuyerRefunds } from './BuyerRefunds.tsx';
import { BuyerRights } from './BuyerRights.tsx';
import './buyer.css';
import { buyerSentence } from './buyer-words.ts';
import { ChangeWatch } from './ChangeWatch.tsx';
import { Composer } from './Composer.tsx';
import { OrderLog } from './OrderLog.tsx';
import { OrderPackages } from './OrderPackages.tsx';
import { OrderPast } from './OrderPast.tsx';
import { When } from './When.tsx';

interface Props {
  orderKey: string;
  order: Order;
  changes: readonly OrderChange[];
  around: BuyerOrder;
  /** Where its page is; null when it is only known from a file. */
  host: string | null;
  now: number;
}

/** Everything known of an order that the user bought: what can still be asked for comes first. */
export function BuyerView({ orderKey, order, changes, around, host, now }: Props) {
  const { log, twins } = around;
  return (
    <>
      <BuyerSummary order={order} host={host} now={now} />
      <BuyerRights order={order} now={now} />
      <BuyerRefunds order={order} now={now} />
      <ChangeWatch orderKey={orderKey} order={order} log={log} changes={changes} now={now} />
      <BuyerItems order={order} twins={twins} now={now} />
      <BuyerBill order={order} />
      <OrderPackages order={order} now={now} />
      <Composer orderKey={orderKey} order={order} now={now} />
      <OrderLog orderKey={orderKey} log={log} now={now} />
      <OrderPast order={order} changes={changes} now={now} />
    </>
  );
}

function BuyerSummary({ order, host, now }: Pick<Props, 'order' | 'host' | 'now'>) {
  const words = order.status === 'UNKNOWN' ? order.statusLabel : null;
  const isComing = order.stage === 'processed' || order.stage === 'shipped';
  const delivery = isComing ? deliveryOf(order, now) : null;
  return (
    <div class="summary">
      <p>
        <Pill tone={statusTone(order)}>{words ?? BUYER_STATUS_WORDS[order.status]}</Pill>{' '}
        {buyerSentence(order)}
      </p>
      {delivery && (
        <p>
          <Pill tone={delivery.tone}>{delivery.when}</Pill> <span class="muted">{delivery.source}</span>
        </p>
      )}
      <p class="muted">
        Placed <When atMs={order.placedAt} now={now} />
        {order['isDateInferred'] === true && ' (the year is inferred)'} from{' '}
        {order.counterparty ?? 'an unknown shop'}
      </p>
      {order.shipTo !== null && <p class="muted">To {order.shipTo}</p>}
      {host !== null && (
        <Button onClick={() => void openTikTok(orderPageOf(host, order.id))}>
          Open on TikTok <Icon name="out" />
        </Button>
      )}
    </div>
  );
}
