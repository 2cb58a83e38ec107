import type { Order } from '../../../lib/model/order.ts';
import { Money } from '../../shared/Money.tsx';
import { Section } from './Section.tsx';

/** What was ordered. */
export function OrderItems({ order: { items, currency } }: { order: Order }) {
  return (
    <Section title="Items">
      {items.length === 0 ? (
        <p class="unknown">Not known yet. Open the order on Seller Center to see them here.</p>
      ) : (
        <table class="items">
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Quantity</th>
              <th scope="col">Price</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              <tr key={item.lineIds[0] ?? index}>
                <td>
                  {item.name}
                  <small>{[item.variation, item.sellerSku].filter(Boolean).join(' · ')}</small>
                </td>
                <td>{item.quantity ?? <span class="unknown">unknown</span>}</td>
                <td>
                  <Money amountMinor={item.unitPrice} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
