import { useState } from 'preact/hooks';
import { type OwedOrders, readOwed } from '../../../lib/history/read/owed.ts';
import { orderName, refundDetail } from '../../../lib/insights/buyer-needs.ts';
import { owedRefunds, type Refund } from '../../../lib/insights/owed.ts';
import { timeAgo } from '../../../lib/insights/words.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { exactTime } from '../../shared/dates.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { Money } from '../../shared/Money.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { hashOf } from '../../shared/routes.ts';
import { useLive } from '../../shared/use-live.ts';
import { counted, shortId } from '../../shared/words.ts';
import './owed.css';
import { sellerWords } from './words.ts';

const FEW = 5;
const MORE = 100;

/** Every refund that is awaited, whenever it was asked for, the longest wait first; nothing when none is. */
export function Owed({ now }: { now: number }) {
  const [limit, setLimit] = useState(FEW);
  const live = useLive((db) => readOwed(db, limit), [limit]);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending' || live.value.orderCount === 0) return null;
  const { rows, orderCount } = live.value;
  const hidden = orderCount - rows.length;
  return (
    <section class="card owed-card" aria-label="Money owed to you">
      <Head owed={live.value} />
      <table class="lines">
        <caption class="visually-hidden">Refunds awaited</caption>
        <Columns />
        <tbody>
          {rows.flatMap(({ key, order }) =>
            owedRefunds(order, now).map((refund) => (
              <RefundRow key={`${key} ${refund.id}`} orderKey={key} order={order} refund={refund} now={now} />
            )),
          )}
        </tbody>
      </table>
      {hidden > 0 && (
        <div class="actions">
          <Button look="quiet" onClick={() => setLimit(limit + MORE)}>
            {hidden > MORE
              ? `Show ${MORE} more of ${hidden.toLocaleString()} orders`
              : `Show ${counted(hidden, 'more order', 'more orders')}`}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What is owed in each currency; never added up. */
function Head({ owed: { sum, orderCount } }: { owed: OwedOrders }) {
  const { totals, withoutAmount } = sum;
  return (
    <>
      <div class="card-head">
        <h3>Money owed to you</h3>
        <span class="muted">of {counted(orderCount, 'order')}, the longest wait first</span>
      </div>
      <ul class="owed-sums">
        {totals.map(({ currency, amountMinor, refunds }) => (
          <li key={currency}>
            <b>{formatMoney(amountMinor, currency)}</b>
            <small>{counted(refunds, 'refund')}</small>
          </li>
        ))}
        {withoutAmount > 0 && (
          <li class="missing">{counted(withoutAmount, 'refund')} without an amount, in no total</li>
        )}
      </ul>
    </>
  );
}

function Columns() {
  return (
    <>
      <colgroup>
        <col />
        <col class="amounts wide-only" />
        <col class="amounts wide-only" />
        <col class="amounts" />
        <col class="ages wide-only" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col" class="wide-only">
            Promised
          </th>
          <th scope="col" class="wide-only">
            Received
          </th>
          <th scope="col">Missing</th>
          <th scope="col" class="wide-only">
            Asked for
          </th>
        </tr>
      </thead>
    </>
  );
}

interface RowProps {
  orderKey: string;
  order: Order;
  refund: Refund;
  now: number;
}

function RefundRow({ orderKey, order, refund, now }: RowProps) {
  const { currency } = order;
  const { state, promisedMinor, receivedMinor, missingMinor, openedAt } = refund;
  return (
    <tr>
      <th scope="row">
        <a class="name" href={hashOf('orders', orderKey)} title={orderName(order)}>
          {orderName(order)}
        </a>
        <small class="name" title={order.id}>
          {sellerWords(order.counterparty ?? '')} · {shortId(order.id)}
        </small>
        <small class="narrow-only">{refundDetail(refund, order, now)}</small>
        {state === 'short' && (
          <Pill tone="late" detail="Page: closed with less than it promised">
            Closed short
          </Pill>
        )}
      </th>
      <td class="wide-only">
        <Money amountMinor={promisedMinor} currency={currency} />
      </td>
      <td class="wide-only">
        {receivedMinor === null ? (
          <span class="unknown">nothing yet</span>
        ) : (
          <Money amountMinor={receivedMinor} currency={currency} />
        )}
      </td>
      <td class="amount">
        <Money amountMinor={missingMinor} currency={currency} />
      </td>
      <td class="wide-only" title={openedAt === null ? undefined : `Page: asked for ${exactTime(openedAt)}`}>
        {openedAt === null ? <span class="unknown">unknown</span> : timeAgo(openedAt, now)}
      </td>
    </tr>
  );
}
