import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, firstFields, isNewRead } from '../../components/dashboard/alerts/feed-list.ts';
import { shortDay } from '../../components/shared/dates.ts';
import type { FeedChange, FeedEntry } from '../../lib/history/read/feed.ts';

const NOON = new Date(2026, 10, 21, 12).getTime();
const DAY = 24 * 3_600_000;

const entry = (changeId: number, at: number): FeedEntry => ({
  kind: 'imported',
  id: `import ${changeId}`,
  changeId,
  at,
  sourceId: 'files/orderlens-json',
  count: 1,
  fileName: 'orders.json',
});
const change = (id: number, paths: readonly string[]): FeedChange => ({
  id,
  at: NOON,
  sourceId: 'seller/order-list',
  fields: paths.map((path) => ({ path, old: 1, new: 2 })),
});
const pathsOf = (changes: readonly FeedChange[]) =>
  changes.flatMap(({ id, fields }) => fields.map(({ path }) => `${id} ${path}`));

describe('the days of the feed', () => {
  it('names the days as people do, and begins one anew where what is new ends', () => {
    const entries = [entry(9, NOON), entry(8, NOON), entry(7, NOON - DAY), entry(3, NOON - 30 * DAY)];
    const days = daysOf([...entries, entry(2, NOON - 400 * DAY)], 8, NOON);
    expect(days.map(({ day, isNew, entries: own }) => [day, isNew, own.length])).toEqual([
      ['Today', true, 1],
      ['Today', false, 1],
      ['Yesterday', false, 1],
      [shortDay(NOON - 30 * DAY, NOON), false, 1],
      [shortDay(NOON - 400 * DAY, NOON), false, 1],
    ]);
  });

  it('knows whether everything that is new was read', () => {
    const page = (readTo: number | null) => ({ entries: [], readTo });
    const visit = { head: 9, seenTo: 5 };
    expect([null, 5, 6, 7].map((readTo) => isNewRead(page(readTo), visit))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('the first fields of an entry', () => {
  it('leaves scans out before anything else', () => {
    const scans = Array.from({ length: 9 }, (_, index) => `packages/p1/events/${index}`);
    const { shown, hidden } = firstFields([change(2, scans), change(1, ['status'])], 3);
    expect(pathsOf(shown)).toEqual(['2 packages/p1/events/0', '2 packages/p1/events/1', '1 status']);
    expect(hidden).toBe(7);
  });

  it('shows or counts every field, each in its place', () => {
    const path = fc.constantFrom('status', 'timeline/1', 'packages/p/events/e', 'items/1', 'amounts.total');
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(path, { minLength: 1 })),
        fc.integer({ min: 1, max: 8 }),
        (lists, max) => {
          const changes = lists.map((paths, index) => change(lists.length - index, paths));
          const { shown, hidden } = firstFields(changes, max);
          const [all, some] = [pathsOf(changes), pathsOf(shown)];
          expect(some.length + hidden).toBe(all.length);
          expect(all.filter((place) => some.includes(place))).toEqual(some);
          expect(hidden).not.toBe(1);
          expect(some.length).toBeLessThanOrEqual(max + 1);
        },
      ),
    );
  });
});
