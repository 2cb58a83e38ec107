import { describe, expect, it } from 'vitest';
import { askForChange, type ChangeKind, changeState } from '../../lib/insights/change-request.ts';
import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_b', market: 'US' };
const NOW = Date.UTC(2026, 10, 21, 12);
const item = (name: string, fields: { variation?: string | null; quantity?: number | null } = {}) => ({
  ...{ productId: null, skuId: null, sellerSku: null, unitPrice: null, total: null, lineIds: [] },
  ...{ name, variation: null, quantity: null },
  ...fields,
});
const order = (fields: Partial<Order>): Order => ({
  ...emptyOrder('1', BUYER),
  status: 'AWAITING_SHIPMENT',
  shipTo: '12 Elm St, Springfield',
  items: [item('Mug', { variation: 'Blue', quantity: 1 })],
  sources: [{ id: 'buyer/order-detail', seenAt: NOW }],
  ...fields,
});

function state(what: ChangeKind, before: Partial<Order>, after: Partial<Order>, ageMs = HOUR_MS) {
  const request = askForChange(order(before), what, NOW - ageMs);
  return changeState(request, order({ ...before, ...after }), NOW);
}

describe('a change that was asked for', () => {
  it.each<[string, ChangeKind, Partial<Order>, Partial<Order>, number, string, string | RegExp]>([
    ['waits', 'address', {}, {}, HOUR_MS, 'waiting', 'Waiting for the change of address'],
    ['waits until a day has passed', 'address', {}, {}, DAY_MS - 1, 'waiting', /^Waiting/],
    [
      'is not done after a day',
      'address',
      {},
      {},
      DAY_MS,
      'overdue',
      'Change of address not done after 24 h',
    ],
    ['counts whole hours', 'item', {}, {}, 30.9 * HOUR_MS, 'overdue', 'Change of item not done after 30 h'],
    ['is done', 'address', {}, { shipTo: '4 Oak Ave' }, DAY_MS, 'done', 'Address changed to 4 Oak Ave'],
    ['is not done by commas', 'address', {}, { shipTo: '12 ELM ST  Springfield.' }, HOUR_MS, 'waiting', /^W/],
    ['is missed', 'address', {}, { status: 'IN_TRANSIT' }, HOUR_MS, 'missed', 'Shipped to the old address'],
    [
      'is missed in part',
      'address',
      {},
      { status: 'PARTIALLY_SHIPPING' },
      HOUR_MS,
      'missed',
      'Shipped to the old address, at least a part of it',
    ],
    [
      'is done and shipped',
      'address',
      {},
      { status: 'IN_TRANSIT', shipTo: '4 Oak Ave' },
      HOUR_MS,
      'done',
      'Address changed to 4 Oak Ave',
    ],
    [
      'can’t be told without the old address',
      'address',
      { shipTo: null },
      { shipTo: '4 Oak Ave', status: 'DELIVERED' },
      HOUR_MS,
      'unknown',
      'Shipped, and the old address was never seen',
    ],
    [
      'ends with the order',
      'address',
      {},
      { status: 'CANCELLED' },
      3 * DAY_MS,
      'closed',
      'Cancelled: nothing is left to change',
    ],
    ['ends with the order at once', 'item', {}, { status: 'CANCELLED' }, 1, 'closed', /^Cancelled:/],
    ['knows a cancellation', 'cancel', {}, { status: 'CANCELLED' }, HOUR_MS, 'done', 'Cancelled'],
    [
      'knows a missed one',
      'cancel',
      {},
      { status: 'DELIVERED' },
      HOUR_MS,
      'missed',
      'Shipped, not cancelled',
    ],
    [
      'knows another variation',
      'item',
      {},
      { items: [item('Mug', { variation: 'Red', quantity: 2 })] },
      HOUR_MS,
      'done',
      'Item changed to Mug, Red × 2',
    ],
    [
      'takes more detail for no change',
      'item',
      { items: [item('Mug')] },
      { items: [item('Mug', { variation: 'Blue', quantity: 1 })] },
      HOUR_MS,
      'waiting',
      /^Waiting/,
    ],
    [
      'takes the first items for no change',
      'item',
      { items: [] },
      { items: [item('Mug')] },
      1,
      'waiting',
      /^W/,
    ],
  ])('%s', (_name, what, before, after, ageMs, expected, words) => {
    const found = state(what, before, after, ageMs);
    expect(found.state).toBe(expected);
    expect(found.words).toMatch(words);
    expect(found.detail).not.toBe('');
  });

  it.each([
    [DAY_MS, 'overdue', 'Change of address not seen after 24 h'],
    [HOUR_MS, 'waiting', 'Waiting for the change of address'],
  ])('is not said to be undone when nothing new was seen for %i ms', (ageMs, expected, words) => {
    const sources = [{ id: 'buyer/order-detail', seenAt: NOW - ageMs }];
    expect(state('address', { sources }, {}, ageMs)).toMatchObject({
      state: expected,
      words,
      detail: 'Nothing new was seen since you asked: open the order on TikTok',
    });
  });

  it('says who asked: the user, not the page', () => {
    expect(state('address', {}, { status: 'IN_TRANSIT' }, DAY_MS).detail).toBe('You asked 1 d ago');
    expect(state('cancel', {}, { status: 'CANCELLED' }, DAY_MS).detail).toBe('You asked 1 d ago');
  });

  it('says when the history saw it done, by the field that was asked for', () => {
    const request = askForChange(order({}), 'address', NOW - DAY_MS);
    const seen = (at: number, path: string) => ({ at, fields: [{ path }] });
    const changes = [
      seen(NOW - HOUR_MS, 'shipTo'),
      seen(NOW - 5 * HOUR_MS, 'shipTo'),
      seen(NOW - 6 * HOUR_MS, 'statusLabel'),
      seen(NOW - 2 * DAY_MS, 'shipTo'),
    ];
    const { detail } = changeState(request, order({ shipTo: '4 Oak Ave' }), NOW, changes);
    const clock = new Intl.DateTimeFormat(undefined, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    expect(detail).toContain(`${clock.format(NOW - 5 * HOUR_MS)} · you asked 1 d ago`);
  });
});
