import { describe, expect, test } from 'vitest';
import { mergeTold } from '../../lib/history/merge.ts';
import type { Told } from '../../lib/history/stamps.ts';
import type { Account, Order } from '../../lib/model/order.ts';
import {
  makeAmounts,
  makeItem,
  makeOrder,
  makePackage,
  makeReturn,
  mergeOrders,
  NOW,
} from '../history/build.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const seen = (seenAt: number, fields: Partial<Order>) =>
  makeOrder({ ...fields, sources: [{ id: 'buyer/order-list', seenAt }] }, BUYER);

const inFile = (seenAt: number, fields: Partial<Order>) =>
  makeOrder({ ...fields, sources: [{ id: 'files/tiktok-data-json', seenAt }] }, BUYER);

const ORDERS_OF_THREE = ['012', '021', '102', '120', '201', '210'];

/** Merges as the history does, one after the other, with what it keeps beside the order. */
function mergeTurns(told: readonly Order[], turns: string): Order {
  const [first, ...rest] = [...turns].flatMap((at) => told[Number(at)] ?? []);
  if (!first) throw new Error('There is an order');
  return rest.reduce<Told>(
    (known, order) => {
      const next = mergeTold(known, { order });
      const sources = [...known.order.sources, ...order.sources];
      return { ...next, order: { ...next.order, sources } };
    },
    { order: first },
  ).order;
}

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

  test('seconds are kept over a minute that was told in between', () => {
    const [minute, other] = [1_795_236_000_000, 1_795_239_000_000];
    const told = [minute + 42_000, other, minute].map((deliveredAt, index) =>
      seen(index + 1, { deliveredAt }),
    );
    for (const turns of ORDERS_OF_THREE) expect(mergeTurns(told, turns).deliveredAt).toBe(minute + 42_000);
  });

  test('a newer file does not take an order back behind what a page told', () => {
    const page = seen(1, { status: 'DELIVERED', statusLabel: 'Delivered' });
    const file = inFile(5, { status: 'IN_TRANSIT', statusLabel: 'Shipped' });
    expect(merged(page, file)).toMatchObject({
      status: 'DELIVERED',
      statusLabel: 'Delivered',
      stage: 'delivered',
    });
    expect(merged(page, inFile(5, { status: 'COMPLETED' })).status).toBe('COMPLETED');
    expect(merged(page, inFile(5, { status: 'CANCELLED' })).status).toBe('CANCELLED');
    expect(merged(seen(9, { status: 'IN_TRANSIT' }), inFile(5, { status: 'DELIVERED' })).status).toBe(
      'IN_TRANSIT',
    );
  });

  test('nor does it after a file that told of a cancellation, in whatever order they come', () => {
    const told = [
      seen(1, { status: 'DELIVERED' }),
      inFile(3, { status: 'CANCELLED' }),
      inFile(5, { status: 'IN_TRANSIT' }),
    ];
    for (const turns of ORDERS_OF_THREE) expect(mergeTurns(told, turns).status).toBe('DELIVERED');
  });

  test('amounts in another currency than the one that counts are not taken', () => {
    const dollars = seen(1, { currency: 'USD', amounts: makeAmounts({ total: 100, tax: 7 }) });
    const dong = seen(2, { currency: 'VND', amounts: makeAmounts({ total: 26_000 }) });
    expect(merged(dollars, dong)).toMatchObject({ currency: 'VND', amounts: { total: 26_000, tax: null } });
    const again = seen(3, { currency: 'USD' });
    const untold = seen(4, { amounts: makeAmounts({ shipping: 5 }) });
    const amounts = { total: 100, tax: 7, shipping: 5 };
    for (const turns of ORDERS_OF_THREE) {
      expect(mergeTurns([dollars, dong, again], turns).amounts).toMatchObject({ total: 100, tax: 7 });
      const whole = mergeTurns([mergeOrders(dollars, untold), dong, again], turns);
      expect(whole).toMatchObject({ currency: 'USD', amounts });
    }
  });

  test('the order was shipped with its first parcel', () => {
    expect(merged(seen(1, { shippedAt: 5e12 }), seen(2, { shippedAt: 6e12 })).shippedAt).toBe(5e12);
  });
});

describe('merging returns', () => {
  test('one that a page could not name goes when another source names it', () => {
    const nameless = seen(1, { returns: [makeReturn({ id: 'refund', received: 500 })] });
    const named = seen(2, { returns: [makeReturn({ id: '4035', status: 'COMPLETE', received: 500 })] });
    expect(merged(nameless, named).returns.map(({ id }) => id)).toEqual(['4035']);
    expect(merged(nameless, nameless).returns.map(({ id }) => id)).toEqual(['refund']);
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

  test('quantity and total are those of the source that knows most order lines', () => {
    const own = { name: 'Mug', variation: 'Red', skuId: 'S1' };
    const told = [
      seen(1, { items: [makeItem({ ...own, lineIds: ['L1', 'L2'], quantity: 2, total: 20 })] }),
      seen(2, { items: [makeItem({ ...own, lineIds: ['L1'], quantity: 1, total: null })] }),
      seen(3, { items: [makeItem({ ...own, lineIds: [], quantity: 3, total: 30 })] }),
    ];
    for (const turns of ORDERS_OF_THREE) {
      expect(mergeTurns(told, turns).items).toMatchObject([
        { lineIds: ['L1', 'L2'], quantity: 2, total: 20 },
      ]);
    }
  });

  test('a refund of an export is the return that the page names', () => {
    const file = inFile(2, { returns: [makeReturn({ id: 'export', status: 'COMPLETE', amount: 900 })] });
    const open = seen(1, { returns: [makeReturn({ id: 'r7', status: 'PENDING' })] });
    const done = seen(3, { returns: [makeReturn({ id: 'r7', status: 'COMPLETE', amount: 900 })] });
    expect(
      merged(open, file)
        .returns.map(({ id }) => id)
        .sort(),
    ).toEqual(['export', 'r7']);
    for (const turns of ORDERS_OF_THREE)
      expect(mergeTurns([file, open, done], turns).returns).toMatchObject([{ id: 'r7', status: 'COMPLETE' }]);
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
