import {
  type EarlierPurchase,
  earlierPurchases,
  type PriceTruth,
  priceTruth,
  type Twin,
} from '../../../lib/insights/prices.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import type { Order, OrderItem } from '../../../lib/model/order.ts';
import { shortDay } from '../../shared/dates.ts';
import { Money } from '../../shared/Money.tsx';
import { hashOf } from '../../shared/routes.ts';
import { Section } from './Section.tsx';

interface Props {
  order: Order;
  twins: readonly Twin[];
  now: number;
}

/** What was bought, and what the user paid for the same thing before. */
export function BuyerItems({ order, twins, now }: Props) {
  const { items } = order;
  return (
    <Section title="Items">
      {items.length === 0 ? (
        <p class="unknown">Not known yet. Open the order on TikTok to see them here.</p>
      ) : (
        <ul class="bought">
          {items.map((item, index) => (
            <ItemRow key={item.lineIds[0] ?? index} item={item} order={order} twins={twins} now={now} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function ItemRow({ item, order, twins, now }: Props & { item: OrderItem }) {
  const truth = priceTruth(item, order, twins);
  const { quantity, variation } = item;
  const before = earlierPurchases(item, order, twins);
  const amount = quantity === null ? 'quantity unknown' : `× ${quantity.toLocaleString()}`;
  return (
    <li>
      <div class="line">
        <span>
          {item.name}
          <small>{[variation, amount].filter(Boolean).join(' · ')}</small>
        </span>
        <span class="price">
          <Money amountMinor={item.unitPrice} currency={order.currency} />
          {truth.listMinor !== null && order.currency !== null && (
            <small>
              list <s>{formatMoney(truth.listMinor, order.currency)}</s>
            </small>
          )}
        </span>
      </div>
      <Truth truth={truth} currency={order.currency} now={now} />
      {before.map((purchase) => (
        <small key={purchase.orderKey}>
          <a href={hashOf('orders', purchase.orderKey)}>{purchaseWords(purchase, now)}</a>
        </small>
      ))}
    </li>
  );
}

function Truth({ truth, currency, now }: { truth: PriceTruth; currency: string | null; now: number }) {
  const { lowestMinor, lowestAt, savedMinor } = truth;
  if (lowestMinor === null || savedMinor === null || currency === null) return null;
  const before = `${formatMoney(lowestMinor, currency)}${lowestAt === null ? '' : ` on ${shortDay(lowestAt, now)}`}`;
  if (savedMinor === 0) return <small>The same as the lowest you paid before, {before}</small>;
  const difference = formatMoney(Math.abs(savedMinor), currency);
  return (
    <small class={savedMinor > 0 ? 'saved' : undefined}>
      {savedMinor > 0 ? `Really saved ${difference}` : `${difference} more`}: the lowest you paid before was{' '}
      {before}
    </small>
  );
}

function purchaseWords({ boughtAt, quantity, returned }: EarlierPurchase, now: number): string {
  const when = boughtAt === null ? 'Bought before' : `Bought on ${shortDay(boughtAt, now)}`;
  const count = quantity === null ? '' : ` ${quantity}`;
  if (returned === null) return `${when}, some returned`;
  if (returned === 0) return quantity === null || quantity === 1 ? when : `${when}, ${quantity} of them`;
  return count === '' ? `${when}, returned ${returned}` : `${when}, returned ${returned} of${count}`;
}
