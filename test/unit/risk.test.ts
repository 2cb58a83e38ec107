import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clocksOf } from '../../lib/insights/clocks.ts';
import { type Clocks, isAtRisk, marksOf, urgencyOf } from '../../lib/insights/risk.ts';
import type { OrderStatus } from '../../lib/model/order.ts';
import { makeOrder, makeReturn } from '../history/build.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const HOUR = 3_600_000;
const CALM: Clocks = {
  isToShip: false,
  shipByAt: null,
  autoCancelAt: null,
  returnOpen: null,
  cancelRequested: null,
  hasBuyerNote: false,
};
const toShip = (left: number, autoCancelAt: number | null = null): Clocks => ({
  ...CALM,
  isToShip: true,
  shipByAt: NOW + left,
  autoCancelAt,
});

test.each([
  [0, 'soon', 'Ship in 0 m'],
  [24 * HOUR - 1, 'soon', 'Ship in 23 h 59 m'],
  [24 * HOUR, 'fine', 'Ship in 1 d'],
  [-1, 'late', '0 m late'],
  [-2 * HOUR - 60_000, 'late', '2 h late'],
])('%i ms to ship is %s: %s', (left, tone, words) => {
  expect(marksOf(toShip(left), NOW)).toMatchObject([{ tone, words }]);
});

test('a late order says when it cancels itself', () => {
  const [mark] = marksOf(toShip(-2 * HOUR, NOW + 5 * HOUR), NOW);
  expect(mark?.words).toMatch(/^2 h late · auto-cancels \S+/);
  expect(marksOf(toShip(2 * HOUR, NOW + 5 * HOUR), NOW)[0]?.words).not.toContain('auto-cancels');
});

test('an order that is shipped, or has no time, has no clock', () => {
  expect(marksOf({ ...toShip(-HOUR), isToShip: false }, NOW)).toEqual([]);
  expect(marksOf({ ...CALM, isToShip: true }, NOW)).toEqual([]);
});

test.each([
  [{ respondByAt: NOW + 2 * HOUR }, 'soon', 'Return: answer in 2 h'],
  [{ respondByAt: NOW + 72 * HOUR }, 'soon', 'Return: answer in 3 d'],
  [{ respondByAt: NOW - 2 * HOUR }, 'late', 'Return: answer 2 h late'],
  [{ respondByAt: null }, 'soon', 'Return to answer'],
])('the return %j is %s: %s', (returnOpen, tone, words) => {
  expect(marksOf({ ...CALM, returnOpen }, NOW)).toMatchObject([{ tone, words }]);
});

test('marks stand in one order: ship, cancellation, return, note', () => {
  const all = {
    ...toShip(HOUR),
    cancelRequested: { respondByAt: NOW + HOUR },
    returnOpen: { respondByAt: NOW + HOUR },
    hasBuyerNote: true,
  };
  expect(marksOf(all, NOW).map((mark) => mark.words)).toEqual([
    'Ship in 1 h',
    'Cancellation: answer in 1 h',
    'Return: answer in 1 h',
    'Buyer’s note',
  ]);
});

test('a note alone is no risk, a clock within a day is', () => {
  expect(isAtRisk({ ...CALM, hasBuyerNote: true }, NOW)).toBe(false);
  expect(isAtRisk(toShip(25 * HOUR), NOW)).toBe(false);
  expect(isAtRisk(toShip(23 * HOUR), NOW)).toBe(true);
  expect(isAtRisk({ ...CALM, returnOpen: { respondByAt: null } }, NOW)).toBe(true);
});

test('urgency is the nearest clock that still counts', () => {
  expect(urgencyOf(CALM)).toBe(Number.POSITIVE_INFINITY);
  expect(urgencyOf(toShip(5))).toBe(NOW + 5);
  expect(urgencyOf({ ...toShip(5), isToShip: false })).toBe(Number.POSITIVE_INFINITY);
  expect(urgencyOf({ ...toShip(5), returnOpen: { respondByAt: NOW + 3 } })).toBe(NOW + 3);
  expect(urgencyOf({ ...toShip(5), cancelRequested: { respondByAt: null } })).toBe(NOW + 5);
});

test('sorting by urgency puts late orders first and calm ones last', () => {
  const left = fc.option(fc.integer({ min: -1e9, max: 1e9 }), { nil: null });
  fc.assert(
    fc.property(fc.array(left, { maxLength: 12 }), (lefts) => {
      const orders = lefts.map((ms) => (ms === null ? CALM : toShip(ms)));
      const sorted = orders.toSorted((a, b) => Math.sign(urgencyOf(a) - urgencyOf(b)) || 0);
      const tones = sorted.map((order) => marksOf(order, NOW)[0]?.tone ?? 'none');
      const rank = tones.map((tone) => ['late', 'soon', 'fine', 'none'].indexOf(tone));
      expect(rank).toEqual(rank.toSorted((a, b) => a - b));
    }),
  );
});

test.each<[OrderStatus, boolean]>([
  ['UNPAID', false],
  ['ON_HOLD', false],
  ['AWAITING_SHIPMENT', true],
  ['PARTIALLY_SHIPPING', true],
  ['AWAITING_COLLECTION', false],
  ['IN_TRANSIT', false],
  ['CANCELLED', false],
  ['UNKNOWN', false],
])('%s is to ship: %j', (status, isToShip) => {
  expect(clocksOf(makeOrder({ status })).isToShip).toBe(isToShip);
});

test('of several open returns the earliest answer counts; closed ones do not', () => {
  const returns = [
    makeReturn({ id: '1', respondByAt: 900 }),
    makeReturn({ id: '2', respondByAt: 700, type: 'REFUND' }),
    makeReturn({ id: '3', respondByAt: 100, status: 'COMPLETE' }),
    makeReturn({ id: '4', respondByAt: null }),
  ];
  expect(clocksOf(makeOrder({ returns })).returnOpen).toEqual({ respondByAt: 700 });
  expect(clocksOf(makeOrder({ returns: returns.slice(3) })).returnOpen).toEqual({ respondByAt: null });
  expect(clocksOf(makeOrder({ returns: returns.slice(2, 3) })).returnOpen).toBeNull();
});

test('a cancellation is to be answered until the order is cancelled', () => {
  const returns = [makeReturn({ type: 'CANCELLATION', respondByAt: 700 })];
  const clocks = (status: OrderStatus) => clocksOf(makeOrder({ status, returns }));
  expect(clocks('AWAITING_SHIPMENT').cancelRequested).toEqual({ respondByAt: 700 });
  expect(clocks('AWAITING_SHIPMENT').returnOpen).toBeNull();
  expect(clocks('CANCELLED').cancelRequested).toBeNull();
});
