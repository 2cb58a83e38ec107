import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../lib/insights/rate-outcomes.ts';
import { type Rate, RateCounter, type RateOptions } from '../../lib/insights/rates.ts';
import { ORDER_STATUSES, type Order } from '../../lib/model/order.ts';
import { DAY, HOUR, makeDeadlines, makeOrder, makePackage, NOW } from '../history/build.ts';

const limits = {
  'late-dispatch': { limit: 400, windowDays: 10 },
  'seller-fault-cancellation': { limit: 250, windowDays: null },
  'valid-tracking': { limit: 500, windowDays: 10 },
} as const;
const OPTIONS: RateOptions = { now: NOW, shopSeenAt: NOW - HOUR, endAt: NOW + 12 * HOUR, limits };

const due = (shipByAt: number | null, fields: Partial<Order> = {}): Order =>
  makeOrder({
    status: 'AWAITING_SHIPMENT',
    placedAt: NOW - 3 * DAY,
    deadlines: makeDeadlines({ shipByAt }),
    sources: [{ id: 'seller/order-list', seenAt: NOW - 5 * DAY }],
    ...fields,
  });

function ratesOf(orders: Order[], options = OPTIONS): [late: Rate, cancelled: Rate, tracked: Rate] {
  const counter = new RateCounter(options);
  for (const order of orders) counter.add(order);
  return counter.rates() as [Rate, Rate, Rate];
}

describe('late dispatch', () => {
  const at = NOW - 2 * DAY;
  const isOf = (order: Order, moment = OPTIONS) => OUTCOMES['late-dispatch'](order, moment)?.is;

  it.each<[string, Order, string | undefined]>([
    ['still to ship past its time', due(at), 'miss'],
    ['partly shipped past its time', due(at, { status: 'PARTIALLY_SHIPPING', shippedAt: at - DAY }), 'miss'],
    ['shipped after it', due(at, { status: 'IN_TRANSIT', shippedAt: at + 1 }), 'miss'],
    ['shipped at it', due(at, { status: 'IN_TRANSIT', shippedAt: at }), 'fine'],
    ['told as shipped before it', due(at, { status: 'IN_TRANSIT' }), 'fine'],
    ['delivered before it', due(at, { status: 'COMPLETED', deliveredAt: at, updatedAt: NOW }), 'fine'],
    ['to ship, with time left', due(NOW + HOUR), 'queued'],
    ['packed, no scan known', due(at, { status: 'AWAITING_COLLECTION' }), 'unknown'],
    ['cancelled after it', due(at, { status: 'CANCELLED', cancelledAt: at + 1 }), 'unknown'],
    ['cancelled in time', due(at, { status: 'CANCELLED', cancelledAt: at }), undefined],
    ['cancelled, no time known', due(null, { status: 'CANCELLED' }), undefined],
    ['not paid', due(at, { status: 'UNPAID' }), undefined],
    ['without a ship-by time', due(null), 'unknown'],
  ])('%s', (_what, order, is) => {
    expect(isOf(order)).toBe(is);
  });

  it('is not known of what was told as shipped only afterwards', () => {
    const later = [{ id: 'seller/order-list', seenAt: at + HOUR }];
    expect(isOf(due(at, { status: 'IN_TRANSIT', sources: later }))).toBe('unknown');
    expect(isOf(due(at, { status: 'IN_TRANSIT', sources: later, updatedAt: at }))).toBe('fine');
    const file = [...later, { id: 'files/seller-xlsx', seenAt: at + DAY }];
    expect(isOf(due(at, { status: 'IN_TRANSIT', sources: file, updatedAt: at }))).toBe('unknown');
  });

  it('is not known of what was to ship when the shop was last looked at', () => {
    const moment = { ...OPTIONS, shopSeenAt: at - HOUR };
    expect(isOf(due(at), moment)).toBe('unknown');
    expect(isOf(due(at), { ...OPTIONS, shopSeenAt: null })).toBe('unknown');
    const seen = [{ id: 'files/orderlens-json', seenAt: at + 1 }];
    expect(isOf(due(at, { sources: seen }), moment)).toBe('miss');
  });

  it('counts the window, and what lacks a time beside it', () => {
    const [late] = ratesOf([
      due(NOW - 10 * DAY),
      due(NOW - 10 * DAY + 1),
      due(NOW - DAY, { status: 'IN_TRANSIT', shippedAt: NOW - 2 * DAY }),
      due(NOW - DAY, { status: 'AWAITING_COLLECTION' }),
      due(NOW + HOUR),
      due(null),
      due(null, { placedAt: NOW - 11 * DAY }),
    ]);
    expect(late).toMatchObject({ misses: 1, unknown: 1, all: 3, withoutTime: 1, windowDays: 10 });
    expect(late.state).toBe('over');
  });

  it('forecasts the window at the end of the queue', () => {
    const { forecast } = ratesOf([
      // Leaves the window before the end of the forecast.
      due(NOW - 10 * DAY + HOUR),
      due(NOW - DAY, { status: 'IN_TRANSIT', shippedAt: NOW - 2 * DAY }),
      due(NOW + HOUR, { status: 'IN_TRANSIT', shippedAt: NOW - HOUR }),
      due(NOW + HOUR),
      due(NOW + 12 * HOUR),
      due(NOW + 12 * HOUR + 1),
    ])[0];
    expect(forecast).toMatchObject({ queue: 2, mayMiss: 0, at: NOW + 12 * HOUR });
    expect([forecast?.best, forecast?.worst]).toEqual([
      { misses: 0, all: 4 },
      { misses: 2, all: 4 },
    ]);
  });

  it('takes back what turns out to have been shipped in time', () => {
    const counter = new RateCounter(OPTIONS);
    expect(counter.add(due(NOW - DAY, { status: 'AWAITING_COLLECTION' }))).toBe(true);
    expect(counter.add(due(NOW - DAY))).toBe(false);
    counter.settleDispatch(NOW - DAY);
    expect(counter.rates()[0]).toMatchObject({ misses: 1, unknown: 0, all: 2 });
  });

  it('equals a count of each window by hand, on random queues', () => {
    const order = fc
      .record({
        shipByAt: fc.integer({ min: -12 * 24, max: 24 }).map((hours) => NOW + hours * HOUR),
        status: fc.constantFrom(...ORDER_STATUSES),
        shippedAt: fc.option(fc.integer({ min: -14 * 24, max: 0 }).map((hours) => NOW + hours * HOUR)),
      })
      .map(({ shipByAt, ...fields }) => due(shipByAt, fields));
    fc.assert(
      fc.property(fc.array(order, { maxLength: 60 }), (orders) => {
        const [{ misses, unknown, all, forecast }] = ratesOf(orders);
        const inWindow = (end: number) =>
          orders.flatMap((entry) => {
            const outcome = OUTCOMES['late-dispatch'](entry, OPTIONS);
            const at = outcome?.at ?? 0;
            return outcome && at <= end && at > end - 10 * DAY ? [outcome.is] : [];
          });
        const count = (list: string[], is: string) => list.filter((entry) => entry === is).length;
        const present = inWindow(NOW).filter((is) => is !== 'queued');
        expect([misses, unknown, all]).toEqual([
          count(present, 'miss'),
          count(present, 'unknown'),
          present.length,
        ]);
        const then = inWindow(OPTIONS.endAt);
        const lateThen = count(then, 'miss') + count(then, 'queued');
        expect(forecast?.worst).toEqual({ misses: lateThen, all: then.length });
        expect(forecast?.best).toEqual({ misses: count(then, 'miss'), all: then.length });
      }),
    );
  });
});

describe('seller-fault cancellation', () => {
  it('knows of no cancellation whose fault it was', () => {
    const cancelled = due(null, { status: 'CANCELLED' });
    const [, rate] = ratesOf([cancelled, due(null), due(null, { status: 'UNPAID' })]);
    expect(rate).toMatchObject({ misses: 0, unknown: 1, all: 2, windowDays: 30, state: 'open' });
  });

  it('is within its target when all of them together are', () => {
    const many = Array.from({ length: 99 }, () => due(null));
    const [, rate] = ratesOf([...many, due(null, { status: 'CANCELLED' })]);
    expect(rate.state).toBe('within');
  });
});

describe('valid tracking', () => {
  const shipped = (trackingNumber: string | null, fields: Partial<Order> = {}) =>
    due(NOW - DAY, { status: 'IN_TRANSIT', packages: [makePackage({ trackingNumber })], ...fields });

  it('is known of what was scanned and has a number on every parcel', () => {
    const back = makePackage({ id: 'p2', isReturn: true });
    const [, , rate] = ratesOf([
      shipped('9400111'),
      shipped('9400112', { packages: [makePackage({ trackingNumber: '9400112' }), back] }),
      shipped(null),
      shipped(null, { packages: [] }),
      due(NOW - DAY),
    ]);
    expect(rate).toMatchObject({ misses: 0, unknown: 2, all: 4, state: 'open' });
  });

  it('speaks against what still waits for its carrier past the latest time for that', () => {
    const waiting = (collectByAt: number | null) =>
      shipped('9400113', { status: 'AWAITING_COLLECTION', deadlines: makeDeadlines({ collectByAt }) });
    const [, , rate] = ratesOf([waiting(NOW - DAY), waiting(NOW - 1), waiting(NOW + 1), waiting(null)]);
    expect(rate).toMatchObject({ misses: 1, unknown: 1, all: 2 });
  });
});

it('holds nothing against a limit that is not known', () => {
  const none = { 'late-dispatch': null, 'seller-fault-cancellation': null, 'valid-tracking': null };
  const [late] = ratesOf([due(NOW - DAY)], { ...OPTIONS, limits: none });
  expect(late).toMatchObject({ windowDays: 30, state: 'unknown', headroom: null, misses: 1, all: 1 });
  expect(ratesOf([])[0]).toMatchObject({ state: 'empty', all: 0, headroom: null });
});
