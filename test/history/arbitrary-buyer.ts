import fc from 'fast-check';
import { type Account, ORDER_STATUSES, type Order } from '../../lib/model/order.ts';
import type { CategoryRule } from '../../lib/model/spending.ts';
import { makeAmounts, makeItem, makeOrder, makeReturn, NOW } from './build.ts';

export const BUYERS: readonly Account[] = [
  { role: 'buyer', account: 'acc_buyer', market: 'US' },
  { role: 'buyer', account: 'file:mine', market: null },
];

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 5 });
const amount = orNull(fc.integer({ min: 0, max: 90_000 }));

/** Instants beside the beginning of a local month, where the clocks may change, and anywhere in two years. */
const placedAt = fc.oneof(
  fc
    .record({ month: fc.integer({ min: 0, max: 23 }), ms: fc.constantFrom(-1, 0, 1, 3_599_999) })
    .map(({ month, ms }) => new Date(2025, month, 1).getTime() + ms),
  fc.integer({ min: Date.UTC(2025, 0, 2), max: NOW }),
);

/** Shops, some with a name that could be taken for a part of a key. */
export const SHOP_NAMES = ['Lamp House', 'lamp house', 'A|B', 'A', '}', '\uffff shop', '店'];

const back = fc
  .record({
    id: fc.constantFrom('r1', 'r2'),
    type: fc.constantFrom('CANCELLATION', 'REFUND', 'RETURN_AND_REFUND'),
    status: fc.constantFrom('PENDING', 'COMPLETE', 'Rejected by the seller'),
    amount,
    received: orNull(fc.integer({ min: 0, max: 40_000 })),
    openedAt: orNull(fc.integer({ min: NOW - 1e9, max: NOW })),
    closedAt: fc.option(fc.constant(NOW), { nil: null, freq: 2 }),
  })
  .map(makeReturn);

const names = fc.constantFrom('Desk lamp', 'Lampshade', 'Clamp', 'Mug, white', 'Smuggler novel', 'Mugs');

const order = (owner: Account) =>
  fc
    .record({
      id: fc.constantFrom('81', '82', '83', '84', '85', '86'),
      status: fc.constantFrom(...ORDER_STATUSES, 'COMPLETED', 'DELIVERED'),
      currency: fc.constantFrom('USD', 'USD', 'VND', null),
      placedAt: orNull(placedAt),
      paidAt: orNull(placedAt),
      counterparty: orNull(fc.constantFrom(...SHOP_NAMES)),
      paymentMethod: orNull(fc.constantFrom('Visa', 'Cash on delivery')),
      updatedAt: orNull(fc.integer({ min: NOW - 1000, max: NOW })),
      amounts: fc
        .record({
          total: amount,
          items: amount,
          shipping: amount,
          tax: amount,
          sellerDiscount: amount,
          platformDiscount: amount,
          refunded: orNull(fc.integer({ min: 0, max: 30_000 })),
        })
        .map(makeAmounts),
      items: fc.array(names, { maxLength: 2 }),
      returns: fc.uniqueArray(back, { maxLength: 2, selector: (entry) => entry.id }),
    })
    .map(({ items, ...fields }) =>
      makeOrder(
        {
          ...fields,
          items: items.map((name, index) => makeItem({ name, skuId: `s${index}`, lineIds: [`L${index}`] })),
        },
        owner,
      ),
    );

/** One page (or file) of a buyer's orders, each order once. */
export const buyerPage: fc.Arbitrary<{ owner: Account; orders: Order[] }> = fc
  .constantFrom(...BUYERS)
  .chain((owner) =>
    fc
      .uniqueArray(order(owner), { selector: (entry) => entry.id, maxLength: 5 })
      .map((orders) => ({ owner, orders })),
  );

/** Rules for categories. */
export const rules: fc.Arbitrary<CategoryRule[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({
      by: fc.constant('seller' as const),
      text: fc.constantFrom('lamp house', 'A'),
      category: fc.constantFrom('Home', 'Fun'),
    }),
    fc.record({
      by: fc.constant('word' as const),
      text: fc.constantFrom('lamp', 'mug', 'white'),
      category: fc.constantFrom('Home', 'Kitchen'),
    }),
  ),
  { maxLength: 4, selector: (rule) => `${rule.by}${rule.text}` },
);
