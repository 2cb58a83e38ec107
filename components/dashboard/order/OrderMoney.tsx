import type { Order } from '../../../lib/model/order.ts';
import { Money } from '../../shared/Money.tsx';
import { Section } from './Section.tsx';

/** What the order's total is made of. What no page told is "unknown". */
export function OrderMoney({ order: { amounts, currency, paymentMethod } }: { order: Order }) {
  const lines = [
    ['Items', amounts.items],
    ['Shipping', amounts.shipping],
    ['Tax', amounts.tax],
    ['Your discount', negative(amounts.sellerDiscount)],
    ['TikTok’s discount', negative(amounts.platformDiscount)],
    ['Total', amounts.total],
    ['Refunded', negative(amounts.refunded)],
  ] as const;
  return (
    <Section title="Money">
      <dl class="money">
        {lines.map(([name, amountMinor]) => (
          <div key={name} class={name === 'Total' ? 'sum' : undefined}>
            <dt>{name}</dt>
            <dd>
              <Money amountMinor={amountMinor} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      {paymentMethod !== null && <p class="muted">Paid by {paymentMethod}</p>}
    </Section>
  );
}

function negative(amountMinor: number | null): number | null {
  // No "-0": that would be written as "-$0.00".
  return amountMinor === null || amountMinor === 0 ? amountMinor : -amountMinor;
}
