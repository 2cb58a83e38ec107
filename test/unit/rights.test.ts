import { describe, expect, it } from 'vitest';
import { expectedBy, type Right, rightsOf } from '../../lib/insights/rights.ts';
import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS } from '../../lib/model/time.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_b', market: 'US' };
const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-21T12:00Z');

function bought(fields: Partial<Order>): Order {
  const order = { ...emptyOrder('577000000000000001', BUYER), placedAt: at('2026-11-01T12:00Z'), ...fields };
  return { ...order, stage: stageOf(order) };
}

const deadlines = (returnByAt: number | null) => ({ ...emptyOrder('1', BUYER).deadlines, returnByAt });
const parcel = (etaAt: number | null, isReturn?: boolean) => ({
  ...{ id: null, trackingNumber: null, carrier: null, events: [], unitId: null },
  etaAt,
  ...(isReturn === undefined ? {} : { isReturn }),
});

function right(order: Order, kind: Right['kind'], now = NOW): Right | undefined {
  return rightsOf(order, now).find((entry) => entry.kind === kind);
}

describe('the return window', () => {
  it.each([
    ['over a month end', '2026-03-23T15:08-07:00', '2026-04-22T15:08-07:00'],
    ['over the end of February', '2026-02-01T09:00-08:00', '2026-03-03T09:00-08:00'],
    ['over a leap day', '2028-02-01T09:00-08:00', '2028-03-02T09:00-08:00'],
    ['over a year end', '2026-12-15T00:00-08:00', '2027-01-14T00:00-08:00'],
    ['over the spring change of clocks', '2026-03-01T10:00-08:00', '2026-03-31T11:00-07:00'],
    ['over the autumn change of clocks', '2026-10-20T10:00-07:00', '2026-11-19T09:00-08:00'],
  ])('ends 30 days of 24 hours after delivery, %s', (_name, delivered, end) => {
    const order = bought({ status: 'DELIVERED', deliveredAt: at(delivered) });
    const found = right(order, 'return', at(delivered));
    expect(found).toMatchObject({ endsAt: at(end), daysLeft: 30, state: 'open' });
    expect(found?.source).toBe(
      'Rule: 30 days from delivery (shop.tiktok.com/us/protections, checked 21 Nov 2026)',
    );
  });

  it('is the page’s own where the page tells it, also for a final sale', () => {
    const end = NOW + 2 * DAY_MS + 1;
    const order = bought({
      status: 'DELIVERED',
      deliveredAt: NOW - DAY_MS,
      deadlines: deadlines(end),
      isFinalSale: true,
    });
    expect(right(order, 'return')).toMatchObject({ endsAt: end, daysLeft: 2, tone: 'soon', state: 'open' });
    expect(right(order, 'return')?.source).toMatch(/^Page: /);
  });

  it.each([
    [1, 'open', 0],
    [0, 'open', 0],
    [-1, 'over', null],
    [DAY_MS - 1, 'open', 0],
    [DAY_MS, 'open', 1],
  ] as const)('is %i ms before its end: %s, %s days left', (ms, state, daysLeft) => {
    const order = bought({ status: 'COMPLETED', deadlines: deadlines(NOW + ms) });
    expect(right(order, 'return')).toMatchObject({ state, daysLeft });
  });

  it.each([
    ['GB', 30],
    ['ID', 6],
  ])('of %s is %i days', (market, days) => {
    const order = bought({ market, status: 'DELIVERED', deliveredAt: NOW });
    expect(right(order, 'return')?.endsAt).toBe(NOW + days * DAY_MS);
    expect(right(order, 'guarantee')).toBeUndefined();
  });

  it.each([
    ['JP', NOW, 'No return rule of Japan is known to OrderLens'],
    [null, NOW, 'The market of this order is not known'],
    ['US', null, 'The day of delivery is not known; open the order on TikTok to read it'],
  ])('says that it is unknown, and why: market %s', (market, deliveredAt, why) => {
    const order = bought({ market, status: 'DELIVERED', deliveredAt });
    expect(right(order, 'return')).toMatchObject({ state: 'unknown', endsAt: null, source: why });
  });

  it('does not exist for a final sale', () => {
    const order = bought({ status: 'DELIVERED', deliveredAt: NOW, isFinalSale: true });
    expect(right(order, 'return')).toMatchObject({ state: 'none', source: 'Page: final sale' });
    expect(right(order, 'guarantee')).toBeUndefined();
  });

  it('is announced while the parcel is on its way', () => {
    const found = right(bought({ status: 'IN_TRANSIT' }), 'return');
    expect(found).toMatchObject({ state: 'later', endsAt: null });
    expect(found?.source).toContain('Rule: 30 days from delivery');
  });
});

describe('the other rights', () => {
  it('guarantees 90 days in the US', () => {
    const order = bought({ status: 'COMPLETED', deliveredAt: NOW - 80 * DAY_MS });
    expect(right(order, 'guarantee')).toMatchObject({
      endsAt: NOW + 10 * DAY_MS,
      daysLeft: 10,
      state: 'open',
    });
    expect(right(order, 'return')?.state).toBe('over');
  });

  it('says when a parcel that never came is refunded, by the last estimate of the order’s own parcels', () => {
    const packages = [parcel(NOW - DAY_MS), parcel(NOW), parcel(NOW + 9 * DAY_MS, true), parcel(null)];
    const order = bought({ status: 'IN_TRANSIT', packages });
    expect(expectedBy(order)).toBe(NOW);
    expect(right(order, 'undelivered-refund')).toMatchObject({ endsAt: NOW + 4 * DAY_MS, state: 'open' });
    expect(right(order, 'undelivered-refund', NOW + 5 * DAY_MS)).toMatchObject({
      state: 'over',
      tone: 'late',
    });
    expect(right({ ...order, placedAt: at('2025-01-01') }, 'undelivered-refund')?.endsAt).toBe(
      NOW + 2 * DAY_MS,
    );
    expect(right({ ...order, packages: [] }, 'undelivered-refund')).toBeUndefined();
    expect(right({ ...order, market: 'GB' }, 'undelivered-refund')).toBeUndefined();
  });

  it.each([
    ['UNPAID', true],
    ['ON_HOLD', true],
    ['AWAITING_SHIPMENT', true],
    ['AWAITING_COLLECTION', false],
    ['IN_TRANSIT', false],
    ['DELIVERED', false],
    ['UNKNOWN', false],
  ] as const)('%s can be cancelled free of charge in the US: %s', (status, isFree) => {
    expect(right(bought({ status }), 'free-cancel') !== undefined).toBe(isFree);
    expect(right(bought({ status, market: 'MX' }), 'free-cancel')).toBeUndefined();
  });

  it('are none for a seller, a cancelled or a wholly returned order', () => {
    const delivered = { status: 'DELIVERED', deliveredAt: NOW } as const;
    expect(rightsOf({ ...bought(delivered), role: 'seller' }, NOW)).toEqual([]);
    expect(rightsOf(bought({ status: 'CANCELLED' }), NOW)).toEqual([]);
    const amounts = { ...emptyOrder('1', BUYER).amounts, total: 100, refunded: 100 };
    expect(rightsOf(bought({ ...delivered, amounts }), NOW)).toEqual([]);
  });

  it('always name where they come from', () => {
    for (const status of ['UNPAID', 'AWAITING_SHIPMENT', 'IN_TRANSIT', 'DELIVERED', 'COMPLETED'] as const)
      for (const market of ['US', 'GB', 'JP', null])
        for (const deliveredAt of [null, NOW - DAY_MS])
          for (const found of rightsOf(bought({ status, market, deliveredAt, packages: [parcel(NOW)] }), NOW))
            expect(found.source).toMatch(
              found.state === 'unknown'
                ? /not known|known to OrderLens/
                : /^(Page: |Rule: .+checked 21 Nov 2026\)$)/,
            );
  });
});
