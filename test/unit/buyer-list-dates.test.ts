import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inferDates } from '../../lib/sources/buyer/list-dates.ts';
import { monthDayIn } from '../../lib/sources/buyer/text-line.ts';

const DAY_MS = 86_400_000;
const day = (text: string) => monthDayIn(`Ordered on ${text}`);

it('goes back a year where the days begin anew', () => {
  const days = ['Mar 17', 'Dec 1', 'Oct 14', 'Oct 14', 'Nov 29'].map(day);
  const dates = inferDates(days, { timeZone: 'UTC', seenAt: Date.UTC(2026, 5, 10) });
  expect(dates.map((at) => new Date(at ?? 0).toISOString().slice(0, 10))).toEqual([
    '2026-03-17',
    '2025-12-01',
    '2025-10-14',
    '2025-10-14',
    '2024-11-29',
  ]);
});

it('takes the day of reading for this year, and 29 February for the last year that had one', () => {
  const seenAt = Date.UTC(2026, 5, 10, 12);
  const dates = inferDates([day('Jun 10'), null, day('Feb 29')], { timeZone: 'UTC', seenAt });
  expect(dates).toEqual([Date.UTC(2026, 5, 10), null, Date.UTC(2024, 1, 29)]);
});

it('finds every day of a list in which no two orders are a year apart', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 364 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 0, max: 2000 }), (steps, shift) => {
      const seenAt = Date.UTC(2022, 0, 1, 12) + shift * DAY_MS;
      let at = Date.UTC(2022, 0, 1) + shift * DAY_MS;
      const truth = steps.map((step) => {
        at -= step * DAY_MS;
        return at;
      });
      const days = truth.map((ms) => ({
        month: new Date(ms).getUTCMonth() + 1,
        day: new Date(ms).getUTCDate(),
      }));
      expect(inferDates(days, { timeZone: 'UTC', seenAt })).toEqual(truth);
    }),
  );
});

it.each(['Ordered on May 3', 'May 3'])('reads a month and a day in %s', (text) => {
  expect(monthDayIn(text)).toEqual({ month: 5, day: 3 });
});

it.each(['Ordered on May 3, 2026 1:00PM', 'Ordered on 3.5.', 'Ordered on Mayo 3', null])(
  'reads none in %s',
  (text) => {
    expect(monthDayIn(text)).toBeNull();
  },
);
