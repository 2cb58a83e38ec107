import { describe, expect, test } from 'vitest';
import { buyerMarks } from '../../lib/insights/buyer-marks.ts';
import type { Account, Order } from '../../lib/model/order.ts';
import {
  DAY,
  makeAmounts,
  makeDeadlines,
  makeOrder,
  makePackage,
  makeReturn,
  NOW,
} from '../history/build.ts';

const ME: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const bought = (fields: Partial<Order>) =>
  makeOrder({ currency: 'USD', placedAt: NOW - 9 * DAY, ...fields }, ME);
const onCard = (order: Order) =>
  buyerMarks(order, NOW)
    .filter(({ place }) => place === 'card')
    .map(({ tone, words }) => [tone, words]);
const coming = (etaAt: number) => bought({ status: 'IN_TRANSIT', packages: [makePackage({ etaAt })] });

describe('what a buyer’s order says', () => {
  test.each([
    [NOW, 'Arrives today'],
    [NOW + DAY, 'Arrives tomorrow'],
    [NOW + 3 * DAY, /^Arrives by /],
    [NOW - 2 * DAY, '2 d late'],
  ])('an estimate at %d', (etaAt, words) => {
    const mark = buyerMarks(coming(etaAt), NOW).find(({ detail }) => detail.includes('estimated delivery'));
    expect(mark?.words).toMatch(words);
    expect(mark?.detail).toMatch(/^Page: estimated delivery/);
  });

  test('what is not paid says how long there is to pay', () => {
    const unpaid = (autoCancelAt: number) =>
      bought({ status: 'UNPAID', deadlines: makeDeadlines({ autoCancelAt }) });
    expect(onCard(unpaid(NOW + DAY / 4))[0]).toEqual(['soon', '6 h to pay']);
    expect(onCard(unpaid(NOW - 1))).toEqual([['calm', 'Waits for your payment']]);
  });

  test('what is to ship says by when', () => {
    const toShip = (shipByAt: number) =>
      bought({ status: 'AWAITING_SHIPMENT', deadlines: makeDeadlines({ shipByAt }) });
    expect(onCard(toShip(NOW + DAY))[1]).toEqual(['calm', 'Ships tomorrow']);
    expect(onCard(toShip(NOW - 3 * DAY))[0]).toEqual(['late', '3 d late to ship']);
  });

  test('the estimate of a parcel that goes back is not the order’s', () => {
    const back = { ...makePackage({ etaAt: NOW }), isReturn: true };
    expect(onCard(bought({ status: 'IN_TRANSIT', packages: [back] }))).toEqual([['calm', 'On its way']]);
  });

  test('what arrived says how long it can go back, by the page first', () => {
    const fields = { status: 'DELIVERED', deliveredAt: NOW - 25 * DAY } as const;
    expect(onCard(bought(fields))[0]).toEqual(['fine', 'Delivered']);
    const byPage = bought({ ...fields, deadlines: makeDeadlines({ returnByAt: NOW + 2.5 * DAY }) });
    expect(onCard(byPage)[0]).toEqual(['soon', '2 d left to return it']);
    expect(buyerMarks(byPage, NOW)[0]?.detail).toMatch(/Page: return window/);
    const byRule = buyerMarks(bought(fields), NOW).find(({ words }) => words.includes('return it'));
    expect(byRule?.detail).toMatch(/Rule: 30 days from delivery \(.*checked/);
  });

  test('a guarantee that ends next year says so; final sale is told on the card', () => {
    const fields = { status: 'DELIVERED', deliveredAt: NOW - 5 * DAY } as const;
    expect(
      onCard(bought(fields))
        .map(([, words]) => words)
        .join(),
    ).toContain('Guarantee until Feb 14, 2027');
    expect(onCard(bought({ ...fields, isFinalSale: true }))).toContainEqual([
      'calm',
      'Final sale: it can’t be returned',
    ]);
  });

  test('a window that has closed is told on the order’s own page alone', () => {
    const order = bought({
      status: 'COMPLETED',
      deliveredAt: NOW - 40 * DAY,
      deadlines: makeDeadlines({ returnByAt: NOW - DAY }),
    });
    expect(
      onCard(order)
        .map(([, words]) => words)
        .join(),
    ).not.toContain('Return');
    expect(
      buyerMarks(order, NOW)
        .map(({ words }) => words)
        .join(),
    ).toContain('Return window closed');
  });

  test('a refund that was promised is awaited, with what is missing', () => {
    const order = bought({
      status: 'CANCELLED',
      amounts: makeAmounts({ total: 2590 }),
      returns: [makeReturn({ type: 'REFUND', amount: 2590, received: 590, openedAt: NOW - 4 * DAY })],
    });
    const [mark] = buyerMarks(order, NOW);
    expect(mark).toMatchObject({ tone: 'soon', words: 'Refund awaited: $20.00', place: 'card' });
    expect(mark?.detail).toBe('Page: promised $25.90, received $5.90, asked for 4 d ago');
  });

  test('a refund without an amount is not a refund of nothing', () => {
    const order = bought({ status: 'CANCELLED', returns: [makeReturn({})] });
    expect(buyerMarks(order, NOW)[0]?.words).toBe('Refund awaited');
  });

  test('refunds of equal words are one mark, which counts them', () => {
    const returns = [makeReturn({ id: 'a' }), makeReturn({ id: 'b', amount: 500 }), makeReturn({ id: 'c' })];
    const marks = buyerMarks(bought({ status: 'CANCELLED', returns }), NOW);
    expect(marks.map(({ words }) => words)).toEqual([
      '2 × Refund awaited',
      'Refund awaited: $5.00',
      'Cancelled',
    ]);
    expect(marks[0]?.detail.match(/Page: promised/g)).toHaveLength(2);
  });

  test('what changed is told with what it was', () => {
    const news = [
      { name: 'status', was: 'was “Packed”' },
      { name: 'parcel', was: null },
      { name: 'parcel', was: null },
    ];
    const mark = buyerMarks(bought({ status: 'IN_TRANSIT' }), NOW, news).find(({ words }) =>
      /^New/.test(words),
    );
    expect(mark?.words).toBe('New: status, parcel');
    expect(mark?.detail).toContain('status: was “Packed”');
  });

  test('a status that has no word of ours keeps the page’s, and without one says nothing', () => {
    expect(onCard(bought({ statusLabel: 'Chờ xử lý' }))).toEqual([['calm', 'Chờ xử lý']]);
    expect(onCard(bought({}))).toEqual([]);
  });
});
