import { describe, expect, it } from 'vitest';
import {
  type BuyerLevel,
  type ExpectedBuyerOrder,
  expectedBuyerOrder,
  expectedBuyerOrders,
} from '../shop/buyer/expected.ts';
import { generateBuyerOrders } from '../shop/buyer/generator.ts';
import { dollars } from '../shop/buyer/money.ts';
import type { BuyerKind, BuyerOrder } from '../shop/buyer/types.ts';
import { detailData } from '../shop/buyer/wire-detail.ts';
import { cardsOf, listData } from '../shop/buyer/wire-list.ts';
import { TITLES } from '../shop/buyer/wire-status.ts';
import { DAY } from '../shop/time.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const KINDS = Object.keys(TITLES) as BuyerKind[];

function make(count = 300): BuyerOrder[] {
  return generateBuyerOrders(count, 7, NOW);
}

function oneOf(kind: BuyerKind): BuyerOrder {
  return make().find((order) => order.kind === kind) as BuyerOrder;
}

function truth(kind: BuyerKind, level: BuyerLevel): ExpectedBuyerOrder {
  return expectedBuyerOrder(oneOf(kind), level);
}

describe('the generator of a buyer’s orders', () => {
  it('gives the same orders for the same seed and time, others for another seed', () => {
    expect(make()).toEqual(make());
    expect(generateBuyerOrders(60, 8, NOW)).not.toEqual(make(60));
  });

  it('has every kind of order, and each of 40 orders already', () => {
    expect(new Set(make(40).map(({ kind }) => kind))).toEqual(new Set(KINDS));
  });

  it('has 18-digit ids that grow with the time of the order, newest first', () => {
    const orders = make(5000);
    expect(orders.every(({ id }) => /^57\d{16}$/.test(id))).toBe(true);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(5000);
    const placed = orders.map(({ placedAt }) => placedAt);
    expect(placed).toEqual(placed.toSorted((a, b) => b - a));
    const older = orders.filter((order, index) => (orders[index - 1]?.placedAt ?? 0) > order.placedAt);
    for (const order of older.slice(1)) {
      const newer = orders[orders.indexOf(order) - 1];
      expect(order.id < (newer?.id ?? '')).toBe(true);
    }
  });

  it('spreads over more than three years and has nothing in the future', () => {
    const orders = make(2000);
    expect(NOW - (orders.at(-1)?.placedAt ?? NOW)).toBeGreaterThan(3 * 365 * DAY);
    for (const order of orders) {
      const { placedAt, paidAt, deliveredAt, cancelledAt, refund, parcels } = order;
      const scans = parcels.flatMap(({ events }) => events.map(({ at }) => at));
      const times = [placedAt, paidAt, deliveredAt, cancelledAt, refund?.issuedAt ?? null, ...scans];
      for (const at of times) {
        if (at === null) continue;
        expect(at % 1000).toBe(0);
        expect(at).toBeLessThanOrEqual(NOW);
        expect(at).toBeGreaterThanOrEqual(placedAt);
      }
      for (const { events } of parcels)
        expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => b - a));
    }
  });

  it('adds up, discounts included, and has prices with thousands separators', () => {
    const orders = make();
    for (const { amounts, items } of orders) {
      const { total, shipping, tax, sellerDiscount, platformDiscount } = amounts;
      expect(items.reduce((sum, item) => sum + item.unitPrice * item.quantity, 0)).toBe(amounts.items);
      const less = (sellerDiscount ?? 0) + (platformDiscount ?? 0);
      expect(amounts.items + shipping + tax - less).toBe(total);
    }
    expect(orders.some(({ amounts }) => amounts.sellerDiscount && amounts.platformDiscount)).toBe(true);
    expect(JSON.stringify(orders.map((order) => detailData(order, NOW)))).toMatch(/"\$\d{1,2},\d{3}\.\d\d"/);
    expect([0, 5, -500, 118_900, 1_249_900].map(dollars)).toEqual([
      '$0.00',
      '$0.05',
      '-$5.00',
      '$1,189.00',
      '$12,499.00',
    ]);
  });

  it('refunds all or a part, and never more than was paid', () => {
    for (const { refund, amounts } of make(2000)) {
      if (refund) expect(refund.amount).toBeLessThanOrEqual(amounts.total);
    }
    const part = oneOf('refunded-part');
    expect(part.refund?.amount).toBeLessThan(part.amounts.total);
    expect(oneOf('refunded').refund?.amount).toBe(oneOf('refunded').amounts.total);
  });

  it('sends several parcels with different carriers', () => {
    for (const { parcels } of make().filter(({ kind }) => kind.startsWith('parcels'))) {
      expect(parcels).toHaveLength(2);
      expect(parcels[0]?.carrier).not.toBe(parcels[1]?.carrier);
      for (const { id } of parcels) expect(id).toMatch(/^1153\d{15}$/);
    }
  });

  it('makes 20,000 orders in seconds', () => {
    const start = performance.now();
    expect(make(20_000)).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe('the list’s payload', () => {
  it('has no price, no quantity and no variation', () => {
    const text = JSON.stringify(listData(make(), { index: '', size: 1000, now: NOW }));
    expect(text).not.toMatch(/price|amount|quantity|\$|sale_props/);
  });

  it('pages by next_index, each card exactly once, the orders of one checkout in one card', () => {
    const orders = make(47);
    const cards: string[][] = [];
    let index: string | undefined = '';
    while (index !== undefined) {
      const { list_order_items: list } = JSON.parse(
        JSON.stringify(listData(orders, { index, size: 10, now: NOW })),
      );
      for (const card of list.orders)
        cards.push(card.items.map((item: { main_order_id: string }) => item.main_order_id));
      expect(list.has_more).toBe(list.next_index !== undefined);
      index = list.next_index;
    }
    expect(cards).toEqual(cardsOf(orders).map((card) => card.map(({ id }) => id)));
    expect(cards.flat()).toEqual(orders.map(({ id }) => id));
    expect(cards.filter((card) => card.length === 2)).toHaveLength(1);
  });
});

describe('the truth of a buyer’s orders', () => {
  const row = (kind: BuyerKind) => {
    const { status, stage } = truth(kind, 'detail');
    return `${status} ${stage}`;
  };

  it('has a status and a stage for every kind', () => {
    expect(Object.fromEntries(KINDS.map((kind) => [kind, row(kind)]))).toEqual({
      unpaid: 'UNPAID pending',
      'just-paid': 'AWAITING_SHIPMENT pending',
      'to-ship': 'AWAITING_SHIPMENT pending',
      'in-transit': 'IN_TRANSIT shipped',
      'out-for-delivery': 'IN_TRANSIT shipped',
      delivered: 'DELIVERED delivered',
      completed: 'COMPLETED delivered',
      'partly-shipped': 'PARTIALLY_SHIPPING processed',
      'parcels-on-the-way': 'IN_TRANSIT shipped',
      'parcels-partly-delivered': 'IN_TRANSIT shipped',
      'parcels-completed': 'COMPLETED delivered',
      'refund-pending': 'DELIVERED delivered',
      returning: 'DELIVERED delivered',
      refunded: 'DELIVERED returned',
      'refunded-part': 'COMPLETED delivered',
      cancelled: 'CANCELLED cancelled',
      'cancelled-unpaid': 'CANCELLED cancelled',
      'final-sale': 'DELIVERED delivered',
    });
  });

  it('knows no money from the list, all of it from the detail', () => {
    for (const order of expectedBuyerOrders(make(), 'list')) {
      expect(order.currency).toBeNull();
      expect(Object.values(order.amounts).every((value) => value === null)).toBe(true);
      expect(order.billItems).toEqual([]);
    }
    for (const order of expectedBuyerOrders(make(), 'detail')) {
      const { total } = order.amounts;
      expect(order.billItems.at(-1)).toEqual({ label: 'Total', amount: total });
      const lines = order.billItems.slice(0, -1);
      expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(total);
      expect(order.shipTo).toBe(
        'Wren Tallow, 77 Quince Lane Apt 3, Halden Falls, Oregon, United States, 97001',
      );
    }
  });

  it('keeps the status beside a refund, and tells what was refunded', () => {
    const part = truth('refunded-part', 'detail');
    expect(part.returns[0]).toMatchObject({ type: 'REFUND', status: 'COMPLETE' });
    expect(part.amounts.refunded).toBe(part.returns[0]?.received);
    const pending = truth('refund-pending', 'detail');
    expect(pending.returns[0]).toMatchObject({ status: 'PENDING', closedAt: null, received: null });
    expect(pending.amounts.refunded).toBeNull();
    expect(truth('returning', 'detail').returns[0]?.type).toBe('RETURN_AND_REFUND');
    expect(truth('cancelled', 'detail').returns[0]?.type).toBe('CANCELLATION');
    expect(truth('cancelled-unpaid', 'detail').returns).toEqual([]);
    expect(truth('refunded', 'list')).toMatchObject({ status: 'UNKNOWN', stage: 'unknown' });
  });

  it('closes the return window 30 days after delivery, never for a final sale', () => {
    const { deliveredAt, deadlines } = truth('delivered', 'detail');
    expect(deadlines.returnByAt).toBe((deliveredAt ?? 0) + 30 * DAY);
    expect(truth('delivered', 'list').deadlines.returnByAt).toBe(deadlines.returnByAt);
    expect(truth('final-sale', 'detail').deadlines.returnByAt).toBeNull();
    expect(truth('final-sale', 'detail').isFinalSale).toBe(true);
    expect(truth('delivered', 'detail').isFinalSale).toBe(false);
    expect(truth('refunded', 'detail').isFinalSale).toBeNull();
  });

  it('learns of parcels level by level', () => {
    expect(truth('in-transit', 'list').packages).toEqual([]);
    const [parcel] = truth('in-transit', 'detail').packages;
    expect(truth('in-transit', 'list').deadlines.deliverByAt).toBe(parcel?.etaAt);
    expect(truth('in-transit', 'detail').packages[0]?.trackingNumber).toBeTruthy();
    expect(truth('in-transit', 'detail').packages[0]?.events).toEqual([]);
    expect(truth('in-transit', 'all').packages[0]?.events[0]?.title).toBe('In transit');
    expect(truth('in-transit', 'all').shippedAt).not.toBeNull();
    expect(truth('completed', 'detail').packages).toEqual([]);
    expect(truth('completed', 'all').packages).toHaveLength(1);
    expect(truth('parcels-partly-delivered', 'all').deliveredAt).toBeNull();
    expect(truth('returning', 'detail').packages.map(({ id, isReturn }) => [id === null, isReturn])).toEqual([
      [false, undefined],
      [true, true],
    ]);
  });
});
