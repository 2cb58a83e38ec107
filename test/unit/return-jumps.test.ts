import { describe, expect, it } from 'vitest';
import { ReturnCounter, type ReturnJump } from '../../lib/insights/return-jumps.ts';
import type { Order, OrderReturn } from '../../lib/model/order.ts';
import { DAY, makeItem, makeOrder, makeReturn, NOW } from '../history/build.ts';

const RECENT = NOW - 10 * DAY;
const EARLIER = NOW - 50 * DAY;

const mug = makeItem({ skuId: 'mug', sellerSku: 'MUG-B', lineIds: ['L1'] });
const lamp = makeItem({ skuId: 'lamp', sellerSku: null, name: 'Lamp', variation: null, lineIds: ['L2'] });
const sold = (placedAt: number | null, fields: Partial<Order> = {}) =>
  makeOrder({ status: 'COMPLETED', placedAt, items: [mug], ...fields });
const returned = (placedAt: number, fields: Partial<OrderReturn> = {}, order: Partial<Order> = {}) =>
  sold(placedAt, { returns: [makeReturn(fields)], ...order });

const many = (count: number, order: Order) => Array.from({ length: count }, () => order);
function jumpsOf(...orders: Order[][]): ReturnJump[] {
  const counter = new ReturnCounter(NOW);
  for (const order of orders.flat()) counter.add(order);
  return counter.jumps();
}

describe('a jump in returns', () => {
  it('is what chance alone would hardly bring', () => {
    const before = [many(110, sold(EARLIER)), many(2, returned(EARLIER))];
    expect(jumpsOf(...before, many(50, sold(RECENT)), many(9, returned(RECENT)))).toEqual([
      {
        sku: 'mug',
        name: 'MUG-B · Mug, Blue',
        recent: { orders: 59, returns: 9 },
        before: { orders: 112, returns: 2 },
        isShopWide: false,
      },
    ]);
    // 5 of 59 where 3 of 113 are usual: chance brings as many about once in fifty times.
    expect(jumpsOf(...before, many(54, sold(RECENT)), many(5, returned(RECENT)))).toEqual([]);
  });

  it('needs five returns', () => {
    expect(jumpsOf(many(500, sold(EARLIER)), many(4, returned(RECENT)))).toEqual([]);
    expect(jumpsOf(many(500, sold(EARLIER)), many(5, returned(RECENT)))).toHaveLength(1);
  });

  it('is held against the whole shop where the product had few orders before', () => {
    const shop = many(200, sold(EARLIER, { items: [lamp] }));
    const recent = [many(5, returned(RECENT)), many(10, sold(RECENT))];
    expect(jumpsOf(shop, many(19, sold(EARLIER)), ...recent)).toMatchObject([
      { sku: 'mug', isShopWide: true, before: { orders: 219, returns: 0 } },
    ]);
    expect(jumpsOf(many(19, sold(EARLIER)), ...recent)).toEqual([]);
    expect(jumpsOf(...recent)).toEqual([]);
  });

  it('does not take twenty orders without a return for a product that never comes back', () => {
    expect(jumpsOf(many(20, sold(EARLIER)), many(5, returned(RECENT)), many(95, sold(RECENT)))).toEqual([]);
  });

  it('counts returns of the lines that they name, and no cancellations', () => {
    const both = { items: [mug, lamp] };
    const before = many(300, sold(EARLIER, both));
    expect(jumpsOf(before, many(6, returned(RECENT, { lineIds: ['L2'] }, both)))).toMatchObject([
      { sku: 'lamp', name: 'Lamp' },
    ]);
    expect(jumpsOf(before, many(6, returned(RECENT, {}, both)))).toEqual([]);
    expect(jumpsOf(before, many(6, returned(RECENT, { type: 'CANCELLATION' })))).toEqual([]);
  });

  it('leaves out what was never shipped and what has no date', () => {
    const before = many(300, sold(EARLIER));
    expect(jumpsOf(before, many(9, returned(RECENT, {}, { status: 'CANCELLED' })))).toEqual([]);
    expect(jumpsOf(before, many(9, returned(RECENT, {}, { placedAt: null })))).toEqual([]);
  });
});
