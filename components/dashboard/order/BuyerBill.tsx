import type { Order } from '../../../lib/model/order.ts';
import { Money } from '../../shared/Money.tsx';
import { Section } from './Section.tsx';

/** The bill as the page words it; without its lines, the amounts that are known. */
export function BuyerBill({ order }: { order: Order }) {
  const { amounts, billItems, currency, paymentMethod } = order;
  const isTotal = (amount: number | null) => amount !== null && amount === amounts.total;
  const lines =
    billItems.length > 0 ? billItems.map((item) => [item.label, item.amount] as const) : knownLines(order);
  const last = lines.at(-1);
  const hasTotal = last !== undefined && isTotal(last[1]);
  return (
    <Section title="Bill">
      <dl class="money">
        {lines.slice(0, hasTotal ? -1 : undefined).map(([label, amount], index) => (
          <div key={`${label} ${index}`}>
            <dt>{label}</dt>
            <dd>
              <Money amountMinor={amount} currency={currency} />
            </dd>
          </div>
        ))}
        <div class="sum">
          <dt>{hasTotal ? last[0] : 'Total'}</dt>
          <dd>
            <Money amountMinor={amounts.total} currency={currency} />
          </dd>
        </div>
        {amounts.refunded !== null && amounts.refunded > 0 && (
          <div>
            <dt>Refunded</dt>
            <dd>
              <Money amountMinor={-amounts.refunded} currency={currency} />
            </dd>
          </div>
        )}
      </dl>
      {paymentMethod !== null && <p class="muted">Paid by {paymentMethod}</p>}
    </Section>
  );
}

function knownLines({ amounts }: Order): [string, number | null][] {
  const off = (amount: number | null) => (amount === null ? null : 0 - amount);
  const lines: [string, number | null][] = [
    ['Items', amounts.items],
    ['Shipping', amounts.shipping],
    ['Tax', amounts.tax],
    ['Shop’s discount', off(amounts.sellerDiscount)],
    ['TikTok’s discount', off(amounts.platformDiscount)],
  ];
  return lines.filter(([, amount]) => amount !== null);
}
