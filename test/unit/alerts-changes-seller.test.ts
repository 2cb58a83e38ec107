import { describe, expect, it } from 'vitest';
import { changeEvents } from '../../lib/alerts/change-events.ts';
import { liveTopics } from '../../lib/alerts/clock-events.ts';
import { isOver } from '../../lib/alerts/matter.ts';
import type { Order } from '../../lib/model/order.ts';
import {
  DAY,
  HOUR,
  makeAmounts,
  makeDeadlines,
  makeItem,
  makePackage,
  makeReturn,
  NOW,
} from '../history/build.ts';
import { changed, makeRule, named, RULES, rulesWith, seen, sold } from './alerts-support.ts';

const first = (order: Order, rules = RULES) => changeEvents(changed(null, order, NOW), rules);
const then = (before: Order, after: Partial<Order>, rules = RULES) =>
  changeEvents(changed(before, { ...before, ...after }, NOW), rules);
const fileSource = { id: 'files/seller-orders-csv', seenAt: NOW - DAY };

describe('the first sight of a seller’s order', () => {
  const late = { deadlines: makeDeadlines({ shipByAt: NOW + 2 * HOUR }) };

  it('tells the latest stage that has passed, and what is open', () => {
    const order = sold({ ...late, hasBuyerNote: true, returns: [makeReturn({ type: 'CANCELLATION' })] });
    expect(named(first(order))).toEqual(['ship-by 4h', 'cancellation-requested open', 'buyer-note seen']);
  });

  it('tells nothing of what came from a file', () => {
    const order = sold({ ...late, hasBuyerNote: true, returns: [makeReturn({})] });
    expect(changeEvents(changed(null, order, NOW, { isFile: true }), RULES)).toEqual([]);
    expect(changeEvents(changed(sold(), order, NOW, { isFile: true }), RULES)).toEqual([]);
  });

  it('is the first page that tells of an order from a file', () => {
    const before = sold({ ...late, sources: [fileSource], items: [makeItem({ quantity: 1 })] });
    const after = { sources: [fileSource, { id: 'seller/order-list', seenAt: NOW }] };
    expect(named(then(before, after))).toEqual(['ship-by 4h']);
    // What a page tells for the first time has not changed.
    expect(
      named(then({ ...before, status: 'UNPAID' }, { ...after, items: [makeItem({ skuId: '2' })] })),
    ).toEqual([]);
  });

  it('says one thing of a request: how near its end is', () => {
    const returns = [makeReturn({ openedAt: NOW - DAY, respondByAt: NOW + 3 * HOUR })];
    expect(first(sold({ status: 'IN_TRANSIT', returns })).map(({ title }) => title)).toEqual([
      'Answer the return within 4 h',
    ]);
  });

  it('is silent about requests of long ago', () => {
    const old = (fields: Parameters<typeof makeReturn>[0]) =>
      first(sold({ status: 'COMPLETED', returns: [makeReturn(fields)] }));
    expect(old({ respondByAt: NOW - 8 * DAY })).toEqual([]);
    expect(old({ openedAt: NOW - 8 * DAY })).toEqual([]);
    expect(named(old({ openedAt: NOW - 6 * DAY }))).toEqual(['return-requested open']);
    expect(named(old({}))).toEqual(['return-requested open']);
  });

  it('names the rule by which a request is answered where no page does', () => {
    const returns = [makeReturn({ openedAt: NOW, status: 'RETURN_OR_REFUND_REQUEST_PENDING' })];
    const [event] = first(sold({ status: 'DELIVERED', returns }));
    expect(event).toMatchObject({ title: 'Return requested', at: NOW, dueAt: NOW + 2 * DAY });
    expect(event?.why).toMatch(/^Rule: 48 hours/);
    const [unknown] = first(sold({ status: 'DELIVERED', returns, market: null }));
    expect(unknown).toMatchObject({ dueAt: null, why: null });
  });
});

describe('what changed in a seller’s order', () => {
  const order = sold({ placedAt: NOW - DAY });

  it('tells a new request, by what is asked for, and tells it once', () => {
    const returns = [makeReturn({ type: 'REFUND', openedAt: NOW })];
    const [event] = then({ ...order, status: 'DELIVERED' }, { returns });
    expect(event).toMatchObject({ title: 'Refund requested', severity: 'normal', at: NOW });
    expect(then({ ...order, status: 'DELIVERED', returns }, { paidAt: NOW })).toEqual([]);
    expect(
      then({ ...order, status: 'DELIVERED' }, { returns: [{ ...makeReturn({}), closedAt: NOW }] }),
    ).toEqual([]);
  });

  it('tells a note while the order is to be shipped', () => {
    expect(named(then(order, { hasBuyerNote: true }))).toEqual(['buyer-note seen']);
    expect(then({ ...order, hasBuyerNote: true }, { paidAt: NOW })).toEqual([]);
    expect(then({ ...order, status: 'IN_TRANSIT' }, { hasBuyerNote: true })).toEqual([]);
  });

  it.each<[string, Partial<Order>, string]>([
    [
      'an item',
      { items: [makeItem({}), makeItem({ skuId: '2', name: 'Cup', variation: null })] },
      'Cup is new',
    ],
    ['a variation', { items: [makeItem({}), makeItem({ skuId: '2', variation: 'Red' })] }, 'Mug, Red is new'],
    ['a quantity', { items: [makeItem({ quantity: 3 })] }, 'Mug, Blue × 3, was × 1'],
    ['the total', { amounts: makeAmounts({ total: 9000 }) }, 'total was $82.00'],
  ])('tells what changed: %s', (_name, after, words) => {
    const [event, ...others] = then(order, after);
    expect(event).toMatchObject({ kind: 'order-changed', at: NOW });
    expect(event?.detail.endsWith(` · ${words}`)).toBe(true);
    expect(others).toEqual([]);
  });

  it.each<[string, Order, Partial<Order>]>([
    ['items told for the first time', { ...order, items: [] }, { items: [makeItem({})] }],
    [
      'a quantity told for the first time',
      { ...order, items: [makeItem({ quantity: null })] },
      { items: [makeItem({})] },
    ],
    [
      'a total told for the first time',
      { ...order, amounts: makeAmounts({}) },
      { amounts: makeAmounts({ total: 1 }) },
    ],
    [
      'an SKU told for the first time',
      { ...order, items: [makeItem({ skuId: null })] },
      { items: [makeItem({ lineIds: ['7'] })] },
    ],
    [
      'more lines of one item',
      { ...order, items: [makeItem({ lineIds: ['1'], quantity: 3 })] },
      { items: [makeItem({ lineIds: ['1', '2'], quantity: 2 })] },
    ],
    ['what has left', { ...order, status: 'IN_TRANSIT' }, { items: [makeItem({ quantity: 3 })] }],
    ['a total in another currency', order, { currency: 'VND', amounts: makeAmounts({ total: 9000 }) }],
    ['a total that is unknown now', order, { amounts: makeAmounts({}) }],
  ])('does not take for a change: %s', (_name, before, after) => {
    expect(then(before, after)).toEqual([]);
  });

  it('tells a change again when it changes again', () => {
    const one = { ...order, amounts: makeAmounts({ total: 9000 }) };
    const [a] = changeEvents(changed(order, one, NOW), RULES);
    const [b] = changeEvents(changed(one, { ...one, amounts: makeAmounts({ total: 9900 }) }, NOW + 1), RULES);
    expect(b?.topic).toBe(a?.topic);
    expect(b?.id).not.toBe(a?.id);
  });

  it('tells the stages that have passed of a clock that was moved, and none of one that was not', () => {
    const ahead = { ...order, deadlines: makeDeadlines({ shipByAt: NOW + 9 * DAY }) };
    expect(named(then(ahead, { deadlines: makeDeadlines({ shipByAt: NOW + 5 * HOUR }) }))).toEqual([
      'ship-by 12h',
    ]);
    const near = { ...order, deadlines: makeDeadlines({ shipByAt: NOW + 5 * HOUR }) };
    expect(then(near, { paidAt: NOW })).toEqual([]);
    expect(named(then({ ...near, status: 'ON_HOLD' }, { status: 'AWAITING_SHIPMENT' }))).toEqual([
      'ship-by 12h',
    ]);
  });

  it('tells a delivery that failed, from its newest scan', () => {
    const parcel = (...titles: string[]) => [
      makePackage({ events: titles.map((title, index) => ({ at: NOW - index * HOUR, title, text: null })) }),
    ];
    const before = { ...order, status: 'IN_TRANSIT', packages: parcel() } as const;
    const [event] = then(before, { packages: parcel("Couldn't deliver", 'Out for delivery') });
    expect(event).toMatchObject({ kind: 'delivery-failed', title: 'Delivery failed' });
    expect(then(before, { packages: parcel('Delivered', "Couldn't deliver") })).toEqual([]);
    expect(then(before, { packages: parcel('Out for delivery') })).toEqual([]);
    expect(named(first({ ...before, packages: parcel("Couldn't deliver") }))).toEqual([
      'delivery-failed failed',
    ]);
    expect(then(before, { status: 'DELIVERED', packages: parcel("Couldn't deliver") })).toEqual([]);
  });

  it('takes the scan of the list for that of the tracking', () => {
    const scan = (at: number, text: string | null) => [
      makePackage({ events: [{ at, title: 'Delivery failed', text }] }),
    ];
    const before = { ...order, status: 'IN_TRANSIT', packages: scan(NOW - 860, null) } as const;
    expect(then(before, { packages: scan(NOW - 1000, 'Nobody was there.') })).toEqual([]);
  });
});

it('has an end for every alert, in time or with what it is about', () => {
  const before = sold({ returns: [] });
  const returns = [makeReturn({ type: 'CANCELLATION' })];
  const events = then(before, { hasBuyerNote: true, returns, amounts: makeAmounts({ total: 1 }) });
  expect(events).toHaveLength(3);
  const live = liveTopics(seen({ ...before, hasBuyerNote: true, returns }), NOW);
  expect(events.map((event) => isOver(event, live, NOW))).toEqual([false, false, false]);
  const gone = liveTopics(seen({ ...before, status: 'CANCELLED', hasBuyerNote: true, returns }), NOW);
  expect(events.map((event) => isOver(event, gone, NOW))).toEqual([true, true, true]);
});

it('is silent about kinds that are off', () => {
  const off = rulesWith({ channels: { 'buyer-note': 'off', 'order-changed': 'off' } });
  expect(then(sold(), { hasBuyerNote: true, amounts: makeAmounts({ total: 1 }) }, off)).toEqual([]);
});

describe('the user’s own rules', () => {
  const rules = rulesWith({}, [
    makeRule({
      id: 'n',
      name: 'New and big',
      only: { minTotal: { amountMinor: 5000, currency: 'USD' }, text: null },
    }),
    makeRule({ id: 's', name: 'On its way', when: { event: 'status', status: 'IN_TRANSIT' } }),
  ]);

  it('tell a new order once, and no old one', () => {
    const [event] = first(sold({ market: null, placedAt: NOW - DAY }), rules);
    expect(event).toMatchObject({ kind: 'own-rule', title: 'New and big', ruleId: 'n', at: NOW });
    expect(first(sold({ market: null, placedAt: NOW - 8 * DAY }), rules)).toEqual([]);
    expect(first(sold({ market: null, amounts: makeAmounts({ total: 100 }) }), rules)).toEqual([]);
    expect(named(first(sold({ market: null, placedAt: null }), rules))).toHaveLength(1);
    expect(first(sold({ market: null, placedAt: null, status: 'DELIVERED' }), rules)).toEqual([]);
    expect(then(sold({ market: null, placedAt: NOW }), { paidAt: NOW }, rules)).toEqual([]);
  });

  it('tell a status that came, not one that was always so or is known for the first time', () => {
    const [event] = then(sold(), { status: 'IN_TRANSIT' }, rules);
    expect(event).toMatchObject({ title: 'On its way', ruleId: 's', endsAt: NOW + 3 * DAY });
    expect(first(sold({ status: 'IN_TRANSIT', placedAt: NOW - 9 * DAY }), rules)).toEqual([]);
    expect(then(sold({ status: 'UNKNOWN' }), { status: 'IN_TRANSIT' }, rules)).toEqual([]);
    expect(then(sold({ status: 'IN_TRANSIT' }), { paidAt: NOW }, rules)).toEqual([]);
  });
});
