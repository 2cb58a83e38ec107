import { describe, expect, it } from 'vitest';
import { changeEvents } from '../../lib/alerts/change-events.ts';
import { liveTopics } from '../../lib/alerts/clock-events.ts';
import { isOver } from '../../lib/alerts/matter.ts';
import { askForChange } from '../../lib/insights/change-request.ts';
import type { Order, OrderPackage, TrackEvent } from '../../lib/model/order.ts';
import { DAY, HOUR, makePackage, makeReturn, NOW } from '../history/build.ts';
import { bought, changed, named, RULES, seen } from './alerts-support.ts';

const first = (order: Order) => changeEvents(changed(null, order, NOW), RULES);
const then = (before: Order, after: Partial<Order>) =>
  changeEvents(changed(before, { ...before, ...after }, NOW), RULES);
const scan = (title: string, at = NOW - HOUR): TrackEvent => ({ at, title, text: null });
const parcels = (...events: TrackEvent[]): OrderPackage[] => [makePackage({ events })];
const underWay = (fields: Partial<Order> = {}) =>
  bought({ packages: parcels(scan('In transit')), ...fields });

describe('the parcels of a buyer', () => {
  it('are out for delivery, once each time', () => {
    const before = underWay();
    const packages = parcels(scan('Out for delivery'), scan('In transit', NOW - DAY));
    const [event, ...others] = then(before, { packages });
    expect(event).toMatchObject({
      kind: 'out-for-delivery',
      severity: 'low',
      title: 'Out for delivery',
      at: NOW,
      endsAt: NOW - HOUR + DAY,
    });
    expect(others).toEqual([]);
    expect(then({ ...before, packages }, { paidAt: NOW })).toEqual([]);
  });

  it('say nothing of a van of yesterday, nor at first sight', () => {
    expect(then(underWay(), { packages: parcels(scan('Out for delivery', NOW - 2 * DAY)) })).toEqual([]);
    expect(first(underWay({ packages: parcels(scan('Out for delivery')) }))).toEqual([]);
  });

  it('fail, and are out again: the later takes the place of the earlier', () => {
    const failed = { ...underWay(), packages: parcels(scan('Delivery attempt failed', NOW - 9 * HOUR)) };
    const [a] = then(underWay(), { packages: failed.packages });
    expect(a).toMatchObject({ kind: 'delivery-failed', severity: 'normal' });
    expect(a?.detail).toBe('Mug · $82.00 · …000001 · Delivery attempt failed');
    const [b] = then(failed, {
      packages: parcels(scan('Out for delivery'), ...(failed.packages[0]?.events ?? [])),
    });
    expect(b?.topic).toBe(a?.topic);
    expect(b?.id).not.toBe(a?.id);
  });

  it('raise no alarm for what goes back, or was handed over', () => {
    const back = [makePackage({ isReturn: true, events: [scan('Delivery failed')] })];
    expect(then(underWay(), { packages: back })).toEqual([]);
    const there = parcels(scan('Delivered', NOW - 1), scan('Delivery failed', NOW - DAY));
    expect(then(underWay(), { packages: there })).toEqual([]);
  });
});

describe('an estimate', () => {
  const eta = (etaAt: number | null) => [makePackage({ etaAt })];
  const before = bought({ packages: eta(NOW + 2 * DAY) });

  it('that slips by a day or more is told with both days', () => {
    const [event] = then(before, { packages: eta(NOW + 4 * DAY) });
    expect(event).toMatchObject({
      kind: 'eta-slipped',
      dueAt: NOW + 4 * DAY,
      why: 'Page: estimated delivery',
    });
    expect(event?.title).toMatch(/^Arrives Wed.* Nov.*, not Mon/);
  });

  it.each<[string, number | null, number | null]>([
    ['a few hours', NOW + 2 * DAY, NOW + 2 * DAY + 23 * HOUR],
    ['earlier', NOW + 4 * DAY, NOW + 2 * DAY],
    ['known for the first time', null, NOW + 4 * DAY],
    ['unknown now', NOW + 2 * DAY, null],
  ])('that does not slip is not told: %s', (_name, old, fresh) => {
    expect(then({ ...before, packages: eta(old) }, { packages: eta(fresh) })).toEqual([]);
  });

  it('is of no use once the order is there, nor told of one that is', () => {
    const [event] = then(before, { packages: eta(NOW + 4 * DAY) });
    const live = (order: Order) => (event ? isOver(event, liveTopics(seen(order), NOW), NOW) : null);
    expect(live({ ...before, packages: eta(NOW + 4 * DAY) })).toBe(false);
    expect(live({ ...before, status: 'DELIVERED', stage: 'delivered' })).toBe(true);
    expect(then({ ...before, status: 'DELIVERED' }, { packages: eta(NOW + 4 * DAY) })).toEqual([]);
  });
});

describe('an arrival', () => {
  const arrived = { status: 'DELIVERED', stage: 'delivered', deliveredAt: NOW - HOUR } as const;

  it('is news when it comes', () => {
    const [event, ...others] = then(underWay(), arrived);
    expect(event).toMatchObject({
      kind: 'delivered',
      severity: 'low',
      title: 'Delivered',
      endsAt: NOW + 3 * DAY,
    });
    expect(others).toEqual([]);
  });

  it('is none the second time, at first sight, of long ago, or of an order of which nothing was known', () => {
    const there = { ...underWay(), ...arrived };
    expect(then(there, { status: 'COMPLETED' })).toEqual([]);
    expect(first(there)).toEqual([]);
    expect(named(then(underWay(), { ...arrived, deliveredAt: NOW - 9 * DAY }))).toEqual([]);
    expect(then(bought({ status: 'UNKNOWN' }), arrived)).toEqual([]);
  });

  it('asks a day later whether it is there, in time even when the page was late', () => {
    expect(named(then(underWay(), { ...arrived, deliveredAt: NOW - 2 * DAY }))).toEqual([
      'not-received asked',
      'delivered seen',
    ]);
  });
});

describe('a refund', () => {
  const back = (fields: Parameters<typeof makeReturn>[0]) => ({
    returns: [makeReturn({ amount: 2590, openedAt: NOW - DAY, ...fields })],
  });
  const before = bought({ status: 'COMPLETED', market: 'VN', ...back({}) });
  const short = back({ closedAt: NOW, status: 'COMPLETE', received: 2000 });

  it('that comes short is told with what is missing', () => {
    const [event, ...others] = then(before, short);
    expect(event).toMatchObject({ kind: 'refund-short', title: 'Refund short by $5.90', severity: 'normal' });
    expect(event?.detail).toBe('Mug · $82.00 · …000001 · promised $25.90, received $20.00');
    expect(others).toEqual([]);
    expect(then({ ...before, ...short }, { paidAt: NOW })).toEqual([]);
  });

  it('is told at first sight when it is new, and not when it was closed long ago', () => {
    expect(named(first({ ...before, ...short }))).toEqual(['refund-short short']);
    expect(
      first({ ...before, ...back({ closedAt: NOW - 8 * DAY, status: 'COMPLETE', received: 1 }) }),
    ).toEqual([]);
    expect(first({ ...before, ...back({ openedAt: null, status: 'COMPLETE', received: 1 }) })).toEqual([]);
  });

  it('that comes in full is not told, and ends what was told', () => {
    const [event] = then(before, short);
    const full = back({ closedAt: NOW, status: 'COMPLETE', received: 2590 });
    expect(then({ ...before, ...short }, full)).toEqual([]);
    const over = (order: Order) => (event ? isOver(event, liveTopics(seen(order), NOW), NOW) : null);
    expect(over({ ...before, ...short })).toBe(false);
    expect(over({ ...before, ...full })).toBe(true);
  });
});

describe('a change that was asked for', () => {
  const before = bought({ status: 'AWAITING_SHIPMENT', shipTo: '1 Elm St' });
  const after = { ...before, status: 'IN_TRANSIT', stage: 'shipped' } as const;
  const asked = (askedAt: number) => [{ key: 'n1', request: askForChange(before, 'address', askedAt) }];
  const ship = (askedAt: number) =>
    changeEvents(changed(before, after, NOW, { requests: asked(askedAt) }), RULES);

  it('is told when the order is shipped as it was', () => {
    const [event, ...others] = ship(NOW - HOUR);
    expect(event).toMatchObject({ kind: 'change-not-done', title: 'Shipped to the old address', at: NOW });
    expect(others).toEqual([]);
    expect(isOver(event ?? never(), liveTopics(seen(after, asked(NOW - HOUR)), NOW), NOW)).toBe(false);
    expect(isOver(event ?? never(), liveTopics(seen(after), NOW), NOW)).toBe(true);
  });

  it('takes the place of what was told of it while it waited', () => {
    expect(ship(NOW - 2 * DAY)[0]?.topic).toBe(`change|${seen(before).key}|n1`);
  });

  it('is not told of what was asked for after that', () => {
    expect(ship(NOW + HOUR)).toEqual([]);
  });
});

function never(): never {
  throw new Error('there is no event');
}

it('tells nothing of what a file says', () => {
  const arrived = { status: 'DELIVERED', stage: 'delivered', deliveredAt: NOW } as const;
  const order = { ...underWay(), ...arrived };
  expect(changeEvents(changed(underWay(), order, NOW, { isFile: true }), RULES)).toEqual([]);
});
