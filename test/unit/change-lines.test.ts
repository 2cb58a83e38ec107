import { describe, expect, it } from 'vitest';
import { changeLines } from '../../components/dashboard/order/change-lines.ts';
import { CHANGE_TOPICS, isWorthTelling, topicOf } from '../../lib/insights/feed-words.ts';
import { makeItem, makeOrder, makePackage, makeReturn, NOW } from '../history/build.ts';

const order = makeOrder({ currency: 'USD' });
const lines = (path: string, old: unknown, fresh: unknown, of = order) =>
  changeLines({ path, old, new: fresh }, of, NOW).map(({ name, old, fresh }) => [name, old, fresh]);

describe('a change in words', () => {
  it('tells a plain field from what it was', () => {
    expect(lines('shipTo', null, '1 Elm Street')).toEqual([['Address', 'unknown', '1 Elm Street']]);
    expect(lines('amounts.total', 500, 700)).toEqual([['Total', '$5.00', '$7.00']]);
  });

  it('tells of an entry which parts of it differ', () => {
    const item = makeItem({ name: 'Mug', lineIds: ['1'] });
    expect(lines('items/1', item, { ...item, unitPrice: 6900, quantity: null })).toEqual([
      ['Mug: quantity', '1', 'unknown'],
      ['Mug: price', '$75.00', '$69.00'],
    ]);
    const parcel = makePackage({ carrier: 'USPS', trackingNumber: '9400111' });
    expect(lines('packages/p1', parcel, { ...parcel, isReturn: true })).toEqual([
      ['Package USPS 9400111: goes back', 'unknown', 'yes'],
    ]);
    const back = makeReturn({ type: 'REFUND', amount: 2590 });
    expect(lines('returns/r1', back, { ...back, amount: 2000, status: 'COMPLETE' })).toEqual([
      ['Refund: status', 'waits for an answer', 'COMPLETE'],
      ['Refund: amount', '$25.90', '$20.00'],
    ]);
  });

  it('names a date with its day and time', () => {
    const parcel = makePackage({ carrier: 'USPS' });
    const [[name, old, fresh] = []] = lines('packages/p1', parcel, { ...parcel, etaAt: NOW });
    expect([name, old]).toEqual(['Package USPS: expected', 'unknown']);
    expect(fresh).toMatch(/\d{2}:\d{2}$/);
  });

  it('says what joined and what left', () => {
    const bill = { label: 'Shop coupon', amount: -300 };
    expect(lines('billItems/x', null, bill)).toEqual([['Bill line added', null, 'Shop coupon: -$3.00']]);
    expect(lines('billItems/x', bill, null)).toEqual([['Bill line removed', 'Shop coupon: -$3.00', null]]);
    expect(lines('items/1', null, makeItem({ name: 'Mug', quantity: 2 }))).toEqual([
      ['Item added', null, 'Mug × 2'],
    ]);
  });

  it('counts what a seller is paid in the currency of the payment', () => {
    const paid = makeOrder({
      currency: 'USD',
      settlement: { state: 'settled', currency: 'EUR', amount: 1, fees: 0, settledAt: null },
    });
    expect(lines('settlement.amount', null, 1000, paid)).toEqual([['Settled amount', 'unknown', '€10.00']]);
  });

  it('says something of an entry even where no part of it differs', () => {
    expect(lines('tags/a', 'a', 'b')).toEqual([['tags/a', 'a', 'b']]);
  });
});

describe('what a change is about', () => {
  it.each([
    ['status', 'status'],
    ['timeline/1|x', 'status'],
    ['amounts.total', 'money'],
    ['settlement.fees', 'money'],
    ['billItems/x', 'money'],
    ['packages/p1/events/e', 'delivery'],
    ['deliveredAt', 'delivery'],
    ['deadlines.shipByAt', 'deadlines'],
    ['shipTo', 'address'],
    ['items/1', 'items'],
    ['returns/r1', 'returns'],
    ['hasBuyerNote', 'other'],
    ['statusOfMine', 'other'],
  ] as const)('%s: %s', (path, topic) => {
    expect(topicOf(path)).toBe(topic);
    expect(CHANGE_TOPICS).toContain(topic);
  });

  it('leaves bookkeeping out', () => {
    expect(['sources/x', 'updatedAt', 'account', 'status'].filter(isWorthTelling)).toEqual(['status']);
  });
});
