import { describe, expect, it } from 'vitest';
import {
  countWords,
  forecastWords,
  gapWords,
  headroomWords,
  percent,
  targetWords,
  usedShares,
  valueWords,
} from '../../components/dashboard/alerts/rate-words.ts';
import { forecastOf, headroomOf } from '../../lib/insights/rate-limits.ts';
import type { RateTerms } from '../../lib/insights/rate-terms.ts';
import type { Rate } from '../../lib/insights/rates.ts';

const own = { accountKey: 'seller|acc_us', setAt: 0, windowDays: 30 } as const;
const late: RateTerms = { ...own, kind: 'late-dispatch', percent: 4 };
const tracked: RateTerms = { ...own, kind: 'valid-tracking', percent: 95 };
const rate = (fields: Partial<Rate>): Rate => ({
  kind: 'late-dispatch',
  windowDays: 30,
  misses: 0,
  unknown: 0,
  all: 0,
  withoutTime: 0,
  limit: 400,
  state: 'within',
  headroom: null,
  forecast: null,
  ...fields,
});

describe('what a rate says', () => {
  it('is a share, or two where it is not known of some orders', () => {
    expect(valueWords(rate({ misses: 4, all: 128 }))).toBe('3.13 %');
    expect(valueWords(rate({ misses: 4, unknown: 4, all: 128 }))).toBe('3.13 % to 6.25 %');
    const tracking = { kind: 'valid-tracking', misses: 1, unknown: 3, all: 50 } as const;
    expect(valueWords(rate(tracking))).toBe('92 % to 98 %');
    expect(valueWords(rate({}))).toBe('–');
    expect(countWords(rate({ misses: 1, all: 1200 }))).toBe('1 of 1,200 orders late');
    expect(countWords(rate(tracking))).toBe('1 of 50 orders without valid tracking, 3 not known');
    expect(percent(0.025)).toBe('2.5 %');
  });

  it('names its target as people say it', () => {
    expect(targetWords(late)).toBe('at most 4 %');
    expect(targetWords(tracked)).toBe('at least 95 %');
    expect(targetWords(null)).toBe('not known');
  });

  it.each([
    [2, 96, '2 more late orders take it over 4 %.'],
    [2, 98, '2 more late orders reach 4 %.'],
    [3, 99, '1 more late order reaches 4 %.'],
    [4, 100, 'It is at 4 %: one more late order is too many.'],
    [5, 100, '25 more orders done well bring it back to 4 %.'],
    [1, 24, '1 more order done well brings it back to 4 %.'],
  ])('tells what is left with %i of %i', (misses, all, words) => {
    const headroom = headroomOf({ misses, all }, 400);
    expect(headroomWords(rate({ misses, all, headroom }), late)).toBe(words);
  });

  it('tells what is left of valid tracking, and under which assumption', () => {
    const headroom = headroomOf({ misses: 1, all: 97 }, 500);
    const words = headroomWords(
      rate({ kind: 'valid-tracking', misses: 1, all: 97, unknown: 2, headroom }),
      tracked,
    );
    expect(words).toBe(
      '5 more orders without valid tracking take it below 95 %, if all that is not known is fine.',
    );
    expect(
      headroomWords(rate({ headroom: headroomOf({ misses: 1, all: 9 }, 0) }), { ...late, percent: 0 }),
    ).toBe('No number of orders brings it back to 0 %.');
    expect(headroomWords(rate({}), null)).toBe('');
  });

  it.each([
    [{ misses: 2, all: 96 }, 14, 'Up to 2 may be late within 4 %.'],
    [{ misses: 0, all: 996 }, 4, 'Within 4 % either way.'],
    [{ misses: 4, all: 96 }, 4, 'None may be late to stay within 4 %.'],
    [{ misses: 9, all: 96 }, 4, 'Over 4 % even then.'],
  ])('forecasts %o with %i to ship', (rest, queue, end) => {
    const at = new Date(2026, 10, 21, 23, 59).getTime();
    const words = forecastWords(rate({ forecast: forecastOf(rest, queue, at, 400) }), late, at);
    expect(words).toContain(`${queue} orders to ship by Sat 23:59: `);
    expect(words?.endsWith(end)).toBe(true);
  });

  it('forecasts nothing without a queue, and no verdict without a target', () => {
    expect(
      forecastWords(rate({ forecast: forecastOf({ misses: 0, all: 3 }, 0, 0, 400) }), late, 0),
    ).toBeNull();
    const one = rate({ forecast: forecastOf({ misses: 1, all: 9 }, 1, 0, null) });
    expect(forecastWords(one, null, 0)).toMatch(/: 10 % if it is shipped in time, 20 % if it is late\.$/);
  });

  it('says what is not known', () => {
    expect(gapWords(rate({}))).toEqual([]);
    expect(gapWords(rate({ kind: 'seller-fault-cancellation', unknown: 2 }))).toEqual([
      'Not known for 2 cancellations: no page tells whose fault it was.',
    ]);
    expect(gapWords(rate({ unknown: 1, withoutTime: 7 }))).toEqual([
      expect.stringContaining('Not known for 1 order: '),
      '7 orders without a ship-by time on any page: not counted.',
    ]);
  });

  it('measures how much of the allowance is used', () => {
    expect(usedShares(rate({ misses: 2, unknown: 1, all: 100 }), 400)).toEqual({ used: 0.5, most: 0.75 });
    expect(usedShares(rate({ misses: 1, all: 100 }), 0)).toEqual({ used: 1, most: 1 });
  });
});
