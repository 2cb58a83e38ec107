import { describe, expect, test } from 'vitest';
import { mergeOrders } from '../../lib/history/merge.ts';
import type { Account, Order } from '../../lib/model/order.ts';
import { makeItem, makeOrder, makePackage, NOW } from '../history/build.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const seen = (seenAt: number, fields: Partial<Order>) =>
  makeOrder({ ...fields, sources: [{ id: 'buyer/order-list', seenAt }] }, BUYER);

/** Both ways round: the order in which two sources come must not matter. */
function merged(a: Order, b: Order): Order {
  const [one, other] = [mergeOrders(a, b), mergeOrders(b, a)];
  expect({ ...other, sources: [] }).toEqual({ ...one, sources: [] });
  return one;
}

describe('merging a buyer’s order', () => {
  test('a list that tells of the refund alone leaves the status that is known', () => {
    const detail = seen(1, { status: 'DELIVERED', statusLabel: 'Delivered' });
    const list = seen(2, { status: 'UNKNOWN', statusLabel: 'Refund issued' });
    expect(merged(detail, list)).toMatchObject({ status: 'DELIVERED', statusLabel: 'Delivered' });
  });

  test('a date that was named counts before one that was inferred, and is said to be exact', () => {
    const list = seen(9, { placedAt: NOW - 5, isDateInferred: true });
    expect(merged(list, seen(1, { placedAt: NOW - 77_000 }))).toMatchObject({
      placedAt: NOW - 77_000,
      isDateInferred: false,
    });
  });

  test('seconds are kept when a page tells the minute', () => {
    const minute = 1_795_236_000_000;
    const exact = seen(1, { deliveredAt: minute + 42_000 });
    expect(merged(exact, seen(2, { deliveredAt: minute })).deliveredAt).toBe(minute + 42_000);
    expect(merged(exact, seen(2, { deliveredAt: minute + 60_000 })).deliveredAt).toBe(minute + 60_000);
  });

  test('the order was shipped with its first parcel', () => {
    expect(merged(seen(1, { shippedAt: 5e12 }), seen(2, { shippedAt: 6e12 })).shippedAt).toBe(5e12);
  });
});

describe('merging lists', () => {
  const bare = { lineIds: [], skuId: null, sellerSku: null, productId: null };

  test('goods that one source names and another numbers are the same goods', () => {
    const named = seen(1, { items: [makeItem({ ...bare, name: 'Mug', variation: 'Red', quantity: 2 })] });
    const numbered = seen(2, {
      items: [makeItem({ name: 'Mug', variation: 'Red', skuId: 'S1', quantity: null })],
    });
    expect(merged(named, numbered).items).toMatchObject([{ skuId: 'S1', quantity: 2 }]);
  });

  test('a name that fits several goods adds none', () => {
    const names = seen(1, { items: [makeItem({ ...bare, name: 'Mug', variation: null })] });
    const both = ['Red', 'Blue'].map((variation) =>
      makeItem({ name: 'Mug', variation, skuId: `S ${variation}` }),
    );
    expect(merged(names, seen(2, { items: both })).items).toHaveLength(2);
  });

  test('a tracking number that fits no known parcel is a parcel of its own', () => {
    const known = ['U1', 'U2'].map((unitId) => makePackage({ id: unitId, unitId, trackingNumber: null }));
    const other = makePackage({ id: null, trackingNumber: '1Z9' });
    const result = merged(seen(1, { packages: known }), seen(2, { packages: [other] }));
    expect(result.packages.map((parcel) => parcel.trackingNumber).sort()).toEqual(['1Z9', null, null]);
  });

  test('three sources that know one parcel by different numbers make one parcel', () => {
    const parts = [
      makePackage({ id: 'U1', unitId: 'U1', trackingNumber: null }),
      makePackage({ id: 'P1', unitId: null, trackingNumber: null, carrier: 'USPS' }),
      makePackage({ id: 'P1', unitId: 'U1', trackingNumber: null }),
    ].map((parcel, index) => seen(index + 1, { packages: [parcel] }));
    const [a, b, c] = parts as [Order, Order, Order];
    expect(mergeOrders(mergeOrders(a, b), c).packages).toMatchObject([
      { id: 'P1', unitId: 'U1', carrier: 'USPS' },
    ]);
  });
});
