import { describe, expect, it } from 'vitest';
import { expectedOrders } from '../shop/expected.ts';
import { generateOrders, listPayload } from '../shop/generator.ts';
import { MARKETS } from '../shop/markets.ts';
import { DELIVERED } from '../shop/parcels.ts';
import { orderStatus } from '../shop/status.ts';
import { endOfDate } from '../shop/time.ts';
import type { JsonObject, Market, TrueOrder } from '../shop/types.ts';
import { orderPayload } from '../shop/wire.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const ALL: readonly Market[] = ['US', 'VN', 'ID', 'BR', 'XB'];

function make(market: Market, orders = 400): TrueOrder[] {
  return generateOrders({ market, orders }, 7, NOW);
}

function modules(order: TrueOrder, name: string, depth: 'list' | 'get' = 'list'): JsonObject {
  return orderPayload(order, depth)[name] as JsonObject;
}

describe('the generator', () => {
  it('gives the same orders for the same seed and time, others for another seed', () => {
    expect(make('US')).toEqual(make('US'));
    expect(generateOrders({ market: 'US', orders: 50 }, 8, NOW)).not.toEqual(make('US', 50));
  });

  it.each(ALL)('covers every status and case in %s', (market) => {
    const orders = make(market);
    const statuses = new Set(
      orders.flatMap((order) => order.items.flatMap((i) => i.lines.map((l) => l.status))),
    );
    expect([...statuses].sort()).toEqual([100, 105, 111, 112, 114, 121, 122, 130, 140]);
    const open = orders.filter((order) => orderStatus(order) === 111);
    const due = open.map((order) => (order.shipByAt ?? 0) - NOW);
    expect(due.some((left) => left < 0)).toBe(true);
    expect(due.some((left) => left > 0 && left < 86_400_000)).toBe(true);
    const reverses = new Set(orders.flatMap((o) => o.returns.map((r) => `${r.type}:${r.status}`)));
    for (const kind of ['1:100', '2:4', '2:100', '3:4', '3:100', '4:4', '4:100'])
      expect(reverses).toContain(kind);
    expect(orders.some((order) => order.packages.length === 2)).toBe(true);
    expect(orders.some((order) => order.items.some((item) => item.lines.length > 2))).toBe(true);
    expect(orders.some((order) => order.preOrder)).toBe(true);
    expect(orders.some((order) => order.buyerNote)).toBe(true);
    expect(orders.some((order) => order.items[0]?.name.includes('<script>'))).toBe(true);
    expect(orders.some((order) => order.cod)).toBe(MARKETS[market].codShare > 0);
    expect(orders.some((order) => order.auctionRoom)).toBe(market === 'US');
  });

  it.each(ALL)('has unique ids, nothing in the future, and a believable share to ship in %s', (market) => {
    const orders = make(market, 5000);
    expect(new Set(orders.map((order) => order.id)).size).toBe(5000);
    expect(orders.every((order) => /^5[78]\d{15,17}$/.test(order.id))).toBe(true);
    const events = orders.flatMap((o) => [...o.history, ...o.packages.flatMap((parcel) => parcel.tracks)]);
    expect(events.every((event) => event.at <= NOW && event.at % 1000 === 0)).toBe(true);
    const share = orders.filter((order) => orderStatus(order) === 111).length / 5000;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.09);
  });

  it('sorts newest first, densest at the end of its 120 days', () => {
    const placed = make('US', 2000).map((order) => order.placedAt);
    expect(placed).toEqual([...placed].sort((a, b) => b - a));
    const within = (days: number): number => placed.filter((at) => NOW - at < days * 86_400_000).length;
    expect(within(121)).toBe(2000);
    expect(within(30)).toBeGreaterThan(within(120) - within(90));
  });

  it('makes 100,000 orders in seconds', () => {
    const start = performance.now();
    expect(make('VN', 100_000)).toHaveLength(100_000);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('the payload', () => {
  it('writes live_room_id as a bare number that JSON.parse would corrupt', () => {
    const auction = make('US').filter((order) => order.auctionRoom !== null);
    const text = listPayload(auction, { market: 'US' });
    for (const order of auction) {
      expect(text).toContain(`"live_room_id":${order.auctionRoom},`);
      expect(String(JSON.parse(order.auctionRoom ?? ''))).not.toBe(order.auctionRoom);
    }
  });

  it('leaves out what a market does not send', () => {
    const [us, vn, id, br, xb] = ALL.map((market) => make(market)[40] as TrueOrder);
    expect(modules(us as TrueOrder, 'price_module')).toHaveProperty('taxes');
    expect(modules(us as TrueOrder, 'trade_order_module')['close_sla_time']).toBeUndefined();
    expect(orderPayload(vn as TrueOrder, 'list')['buyer_info_module']).toBeUndefined();
    expect(JSON.stringify(orderPayload(xb as TrueOrder, 'get'))).not.toContain('seller_sku_name');
    expect(JSON.stringify(orderPayload(br as TrueOrder, 'list'))).toContain('seller_sku_name');
    expect(JSON.stringify(orderPayload(id as TrueOrder, 'list'))).not.toContain('sku_unit_price');
    expect(listPayload([], { market: 'US' })).not.toContain('main_orders');
    expect(JSON.stringify(orderPayload(us as TrueOrder, 'list'))).not.toContain('null');
  });

  it('mixes seconds as text, seconds as numbers, milliseconds as text and as numbers', () => {
    const shipped = (market: Market): TrueOrder =>
      make(market).find((order) => orderStatus(order) === 121) as TrueOrder;
    expect(modules(shipped('VN'), 'trade_order_module')['create_time']).toMatch(/^\d{10}$/);
    expect(modules(shipped('VN'), 'trade_order_module')['update_time']).toMatch(/^\d{13}$/);
    expect(modules(shipped('ID'), 'trade_order_module')['create_time']).toBeTypeOf('number');
    const text = JSON.stringify(orderPayload(shipped('US'), 'list')['logistics_info_module']);
    expect(text).toMatch(/"timestamp":\d{13}/);
  });

  it('writes money in the spellings of each market', () => {
    const first = (market: Market): string =>
      JSON.stringify(orderPayload(make(market)[60] as TrueOrder, 'list'));
    expect(first('VN')).toMatch(/"sku_total_price":\{[^}]*"price_val":"\d+\.00"/);
    expect(first('VN')).toMatch(/"grand_total":\{[^}]*"price_val":"\d+"/);
    expect(first('US')).toMatch(/"grand_total":\{[^}]*"price_val":"\d+\.\d\d"/);
    const bare = make('ID').find((order) => order.quirks.bareMoney) as TrueOrder;
    expect(Object.keys(modules(bare, 'price_module')['grand_total'] as JsonObject)).toEqual(['price_val']);
    expect(listPayload([], { market: 'VN' })).toContain('"total_count":"0"');
  });

  it('leaves out or zeroes the payment of an unpaid cash order, and calls an unset enum <UNSET>', () => {
    const unpaid = make('VN').filter((order) => order.cod && order.paidAt === null);
    const times = new Set(unpaid.map((order) => modules(order, 'trade_order_module')['payment_time']));
    expect(times).toEqual(new Set([undefined, '0']));
    expect(listPayload(unpaid, { market: 'VN' })).toContain('"canceled_during_status":"<UNSET>"');
    const paid = make('VN').find((order) => order.cod && orderStatus(order) === 130) as TrueOrder;
    expect(paid.packages[0]?.tracks.find((track) => track.title === DELIVERED)?.at).toBe(paid.paidAt);
  });

  it('drifts as asked: renamed, retyped, unknown, broken', () => {
    const text = listPayload(make('US', 20), { market: 'US', drifted: true, total: 40 });
    expect(text).not.toContain('"grand_total":');
    expect(text).toContain('"sku_display_status":117');
    expect(text).toMatch(/"create_time":"2026-/);
    expect(text).toContain('insurance_module');
    expect(JSON.parse(text).data.main_orders.at(-1)).toBe('order unavailable');
    const later = JSON.parse(listPayload(make('US', 20), { market: 'US', drifted: true, offset: 20 }));
    expect(later.data.main_orders.at(-1)).not.toHaveProperty('main_order_id');
  });
});

describe('the expectation', () => {
  it.each(ALL)('adds up in %s', (market) => {
    for (const order of expectedOrders(make(market), 'all')) {
      const { total, items, shipping, tax } = order.amounts;
      expect(order.items.reduce((sum, item) => sum + item.total, 0)).toBe(items);
      expect(items + (shipping ?? 0) + (tax ?? 0)).toBe(total);
      for (const item of order.items) expect(item.total).toBe((item.unitPrice ?? 0) * item.quantity);
      expect(order.items.flatMap((item) => item.lineIds)).toHaveLength(
        order.items.reduce((sum, item) => sum + item.quantity, 0),
      );
    }
  });

  it('knows less from the list than from everything', () => {
    const orders = make('VN');
    const [list, all] = [expectedOrders(orders, 'list'), expectedOrders(orders, 'all')];
    expect(list.every((order) => order.shippedAt === null && order.timeline.length === 0)).toBe(true);
    expect(list.every((order) => order.amounts.refunded === null && order.counterparty === null)).toBe(true);
    expect(all.some((order) => order.shippedAt !== null && order.deliveredAt !== null)).toBe(true);
    expect(all.every((order) => order.counterparty !== null && order.timeline.length > 0)).toBe(true);
    expect(all.some((order) => order.stage === 'returned')).toBe(true);
  });

  it('names every stage and the partial shipment of mixed lines', () => {
    const all = expectedOrders(make('US'), 'all');
    const stages = new Set(all.map((order) => order.stage));
    expect(stages).toEqual(
      new Set(['pending', 'processed', 'shipped', 'delivered', 'cancelled', 'returned']),
    );
    expect(all.filter((order) => order.status === 'PARTIALLY_SHIPPING').length).toBeGreaterThan(1);
  });

  it('ends a US delivery day at midnight in Los Angeles, summer and winter', () => {
    expect(new Date(endOfDate('2026-07-04', 'America/Los_Angeles')).toISOString()).toBe(
      '2026-07-05T06:59:59.000Z',
    );
    expect(new Date(endOfDate('2026-12-04', 'America/Los_Angeles')).toISOString()).toBe(
      '2026-12-05T07:59:59.000Z',
    );
  });
});
