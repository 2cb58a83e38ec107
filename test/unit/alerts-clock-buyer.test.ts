import { describe, expect, it } from 'vitest';
import { clockEvents, liveTopics, nextClockAt, passedEvents } from '../../lib/alerts/clock-events.ts';
import { askForChange } from '../../lib/insights/change-request.ts';
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
import { bought, makeRule, named, RULES, rulesWith, seen } from './alerts-support.ts';

const all = (order: Order, rules = RULES) =>
  clockEvents(seen(order), NOW - 400 * DAY, NOW + 400 * DAY, rules);
const scan = (at: number, title = 'In transit') => ({ at, title, text: null });
const underWay = (fields: Partial<Order> = {}, events = [scan(NOW), scan(NOW - DAY, 'Packed')]) =>
  bought({ placedAt: NOW - 3 * DAY, packages: [makePackage({ events })], ...fields });
const here = (fields: Partial<Order> = {}) => bought({ status: 'DELIVERED', deliveredAt: NOW, ...fields });

describe('a parcel without a scan', () => {
  it('is told so many days after the newest one', () => {
    const [event] = all(underWay());
    expect(event).toMatchObject({
      kind: 'no-scan',
      at: NOW + 5 * DAY,
      title: 'No scan for 5 days',
      detail: 'Mug · $82.00 · …000001 · last: In transit',
      severity: 'normal',
    });
    expect(all(underWay(), rulesWith({ noScanDays: 1 }))[0]).toMatchObject({
      id: event?.id,
      at: NOW + DAY,
      title: 'No scan for 1 day',
    });
  });

  it('begins anew with every scan, whatever their order', () => {
    const before = seen(underWay());
    const after = seen(underWay({}, [scan(NOW - DAY), scan(NOW + DAY)]));
    const [old] = all(before.order);
    expect(all(after.order).map(({ at }) => at)).toEqual([NOW + 6 * DAY]);
    expect(liveTopics(before, NOW).has(old?.topic ?? '')).toBe(true);
    expect(liveTopics(after, NOW).has(old?.topic ?? '')).toBe(false);
  });

  it('is told of each parcel of its own, and of none that goes back', () => {
    const packages = [
      makePackage({ id: 'p1', events: [scan(NOW)] }),
      makePackage({ id: 'p2', events: [scan(NOW + HOUR)] }),
      makePackage({ id: 'p3', events: [scan(NOW)], isReturn: true }),
      makePackage({ id: 'p4', events: [{ at: null, title: 'In transit', text: null }] }),
    ];
    expect(all(underWay({ packages })).map(({ at }) => at)).toEqual([NOW + 5 * DAY, NOW + 5 * DAY + HOUR]);
  });

  it.each<[string, Partial<Order>]>([
    ['of an order older than 120 days', { placedAt: NOW - 116 * DAY }],
    ['of one that is there', { status: 'DELIVERED' }],
    ['of one that was delivered', { deliveredAt: NOW }],
    ['of one that was cancelled', { status: 'CANCELLED' }],
    ['of one without a parcel', { packages: [] }],
  ])('says nothing %s', (_name, fields) => {
    expect(all(underWay(fields)).filter(({ kind }) => kind === 'no-scan')).toEqual([]);
  });

  it('says nothing of a parcel that was handed over, and asks of the other', () => {
    const packages = [
      makePackage({ id: 'p1', events: [scan(NOW, 'Delivered')] }),
      makePackage({ id: 'p2', events: [scan(NOW)] }),
    ];
    expect(all(underWay({ packages })).map(({ topic }) => topic.split('|')[4])).toEqual(['p2']);
  });
});

describe('what is delivered', () => {
  it('is asked after a day later, naming until when it can be claimed', () => {
    const [event] = all(here()).filter(({ kind }) => kind === 'not-received');
    expect(event).toMatchObject({ at: NOW + DAY, severity: 'low', dueAt: NOW + 30 * DAY });
    expect(event?.detail).toContain('if it is not there, claim it until');
    expect(event?.why).toMatch(/^Rule: 30 days from delivery/);
  });

  it('invents no time to claim it where no rule is known', () => {
    const [event, ...others] = all(here({ market: 'VN' }));
    expect(event).toMatchObject({ kind: 'not-received', dueAt: null, why: null, endsAt: NOW + 8 * DAY });
    expect(event?.detail).toBe('Mug · $82.00 · …000001');
    expect(others).toEqual([]);
  });

  it('is not asked after once the buyer has it, or sent it back', () => {
    const kinds = (order: Order) => all(order).map(({ kind }) => kind);
    expect(kinds(here({ status: 'COMPLETED' }))).not.toContain('not-received');
    expect(kinds(here({ deliveredAt: null }))).toEqual([]);
    expect(kinds(here({ amounts: makeAmounts({ total: 8200, refunded: 8200 }) }))).toEqual([]);
  });

  it('is not asked after at the first sight of what came long ago', () => {
    expect(named(passedEvents(seen(here()), NOW + 2 * DAY, RULES))).toEqual(['not-received asked']);
    expect(passedEvents(seen(here()), NOW + 9 * DAY, RULES)).toEqual([]);
  });
});

describe('the return window', () => {
  const windows = (order: Order) => all(order).filter(({ kind }) => kind === 'return-window');

  it('is told 7, 3 and 1 days before it closes, by the page before the rule', () => {
    const stages = windows(here());
    expect(stages.map(({ at, title }) => [(NOW + 30 * DAY - at) / DAY, title])).toEqual([
      [7, '7 days left to return it'],
      [3, '3 days left to return it'],
      [1, '1 day left to return it'],
    ]);
    const returnByAt = NOW + 20 * DAY;
    const [told] = windows(here({ deadlines: makeDeadlines({ returnByAt }) }));
    expect(told).toMatchObject({ dueAt: returnByAt, endsAt: returnByAt, at: NOW + 13 * DAY });
    expect(told?.why).toBe('Page: return window closes then');
  });

  it('shows the latest at first sight, and none once it has closed', () => {
    expect(named(passedEvents(seen(here()), NOW + 28 * DAY, RULES))).toEqual(['return-window 3d']);
    expect(passedEvents(seen(here()), NOW + 30 * DAY, RULES)).toEqual([]);
  });

  it.each<[string, Partial<Order>, number]>([
    ['final sale', { isFinalSale: true }, 0],
    ['another market without a rule', { market: 'TH' }, 0],
    ['a refund that came', { returns: [makeReturn({ status: 'COMPLETE', amount: 100 })] }, 0],
    ['a refund that is awaited', { returns: [makeReturn({ amount: 100 })] }, 0],
    ['a refund that was refused', { returns: [makeReturn({ status: 'REJECTED', closedAt: NOW })] }, 3],
    [
      'one of two items sent back',
      { items: [makeItem({}), makeItem({ skuId: '2' })], returns: [makeReturn({ amount: 1 })] },
      3,
    ],
  ])('knows %s', (_name, fields, count) => {
    expect(windows(here(fields))).toHaveLength(count);
  });
});

describe('a refund', () => {
  const awaited = here({
    market: 'VN',
    status: 'COMPLETED',
    returns: [makeReturn({ openedAt: NOW, amount: 2590 })],
  });

  it('is late after 10 days, said to be our own patience', () => {
    const [event] = all(awaited);
    expect(event).toMatchObject({ kind: 'refund-late', at: NOW + 10 * DAY, dueAt: NOW + 10 * DAY });
    expect(event?.title).toBe('Refund not here after 10 days');
    expect(event?.detail).toBe('Mug · $82.00 · …000001 · promised $25.90, nothing received yet');
    expect(event?.why).toMatch(/^OrderLens: .*not a rule of TikTok$/);
  });

  it('is not late where nobody knows since when, nor once it came or was refused', () => {
    const back = (fields: Parameters<typeof makeReturn>[0]) =>
      all({ ...awaited, returns: [makeReturn(fields)] });
    expect(back({ amount: 2590 })).toEqual([]);
    expect(back({ openedAt: NOW, amount: 2590, received: 2590 })).toEqual([]);
    expect(back({ openedAt: NOW, status: 'REJECTED' })).toEqual([]);
  });

  it('lives until it came', () => {
    const [event] = all(awaited);
    const paid = { ...awaited, returns: [makeReturn({ openedAt: NOW, amount: 2590, received: 2590 })] };
    expect(liveTopics(seen(awaited), NOW + 40 * DAY).has(event?.topic ?? '')).toBe(true);
    expect(liveTopics(seen(paid), NOW).has(event?.topic ?? '')).toBe(false);
  });
});

describe('a change that was asked for', () => {
  const order = bought({ status: 'AWAITING_SHIPMENT', shipTo: '1 Elm St' });
  const request = askForChange(order, 'address', NOW);
  const asked = (now: Order) => clockEvents(seen(now, [{ key: 'n1', request }]), NOW, NOW + 40 * DAY, RULES);

  it('is told a day later while it is not done', () => {
    const [event, ...others] = asked(order);
    expect(event).toMatchObject({ kind: 'change-not-done', at: NOW + DAY });
    expect(event?.title).toBe('Change of address not seen after 24 h');
    expect(others).toEqual([]);
    expect(nextClockAt(seen(order, [{ key: 'n1', request }]), NOW, RULES)).toBe(NOW + DAY);
  });

  it('is told no more once it is done, cancelled or too late', () => {
    expect(asked({ ...order, shipTo: '2 Oak Ave' })).toEqual([]);
    expect(asked({ ...order, status: 'CANCELLED' })).toEqual([]);
    expect(asked({ ...order, status: 'IN_TRANSIT' })).toEqual([]);
    expect(all(order)).toEqual([]);
  });
});

it('has no time for a buyer to ship by', () => {
  const rules = rulesWith({}, [makeRule({ role: 'buyer', when: { event: 'ship-by', hours: 6 } })]);
  const deadlines = makeDeadlines({ shipByAt: NOW + DAY });
  expect(all(bought({ status: 'AWAITING_SHIPMENT', placedAt: NOW, deadlines }), rules)).toEqual([]);
});

it('names an order without items or amount by what is known', () => {
  const bare = underWay({ items: [], amounts: makeAmounts({}) });
  expect(all(bare)[0]?.detail).toBe('Order …000001 · last: In transit');
});
