import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestChanges, median } from '../../lib/insights/spending-changes.ts';

const nets = (entries: Record<string, number>) => new Map(Object.entries(entries));

test('the median is the middle one, or between the two middle ones', () => {
  expect([median([]), median([7]), median([9, 1, 4]), median([1, 2, 5, 9])]).toEqual([0, 7, 4, 4]);
});

test('a median has as many below it as above it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (values) => {
      const middle = median(values);
      const half = values.length / 2;
      expect(values.filter((value) => value < Math.floor(middle)).length).toBeLessThanOrEqual(half);
      expect(values.filter((value) => value > Math.ceil(middle)).length).toBeLessThanOrEqual(half);
    }),
  );
});

test('a month that is over tells what is more and what is less; the largest first', () => {
  const before = [nets({ Tea: 100, Lamp: 900 }), nets({ Tea: 100, Lamp: 500 }), nets({ Tea: 100 })];
  const now = nets({ Tea: 130, New: 400 });
  expect(largestChanges(now, before, true, 5)).toEqual([
    { name: 'Lamp', nowMinor: 0, usualMinor: 500, monthsSeen: 2 },
    { name: 'New', nowMinor: 400, usualMinor: 0, monthsSeen: 0 },
    { name: 'Tea', nowMinor: 130, usualMinor: 100, monthsSeen: 3 },
  ]);
  expect(largestChanges(now, before, true, 1)).toHaveLength(1);
});

test('a month that goes on is not below the usual yet', () => {
  const before = [nets({ Tea: 100, Lamp: 900 })];
  expect(largestChanges(nets({ Tea: 130 }), before, false, 5).map(({ name }) => name)).toEqual(['Tea']);
  expect(largestChanges(nets({ Tea: 130 }), [], true, 5)).toEqual([]);
});
