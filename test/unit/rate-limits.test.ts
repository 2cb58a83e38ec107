import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf, headroomOf, isWithin, type Tally } from '../../lib/insights/rate-limits.ts';

const tally = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }))
  .map(([fine, misses]): Tally => ({ misses, all: fine + misses }));
const limit = fc.integer({ min: 1, max: 1500 });
const more = ({ misses, all }: Tally, count: number): Tally => ({ misses: misses + count, all: all + count });

/** The first whole number from 0 on for which something holds. */
function first(holds: (count: number) => boolean): number {
  let count = 0;
  while (!holds(count)) count += 1;
  return count;
}

describe('the headroom', () => {
  it('of 96 orders with 2 late ones under 4 % is one late order more, the second breaks it', () => {
    expect(headroomOf({ misses: 2, all: 96 }, 400)).toEqual({
      moreAllowed: 1,
      moreToReach: 2,
      goodToRecover: 0,
    });
  });

  it('reaches 4 % exactly with 4 of 100', () => {
    expect(headroomOf({ misses: 2, all: 98 }, 400)).toMatchObject({ moreAllowed: 2, moreToReach: 2 });
    expect(headroomOf({ misses: 4, all: 100 }, 400)).toMatchObject({ moreAllowed: 0, moreToReach: 0 });
  });

  it('of a broken limit tells how many orders in time make it good', () => {
    expect(headroomOf({ misses: 5, all: 100 }, 400)).toMatchObject({ moreToReach: 0, goodToRecover: 25 });
    expect(headroomOf({ misses: 1, all: 100 }, 0)).toMatchObject({ goodToRecover: null });
  });

  it('is what counting one order after the other comes to', () => {
    fc.assert(
      fc.property(tally, limit, (known, most) => {
        const { moreAllowed, moreToReach, goodToRecover } = headroomOf(known, most);
        const tooMany = first((count) => !isWithin(more(known, count), most));
        expect(Math.max(-1, moreAllowed)).toBe(tooMany - 1);
        const isReached = ({ misses, all }: Tally) => misses * 10_000 >= most * all;
        expect(moreToReach).toBe(first((count) => isReached(more(known, count))));
        expect(goodToRecover).toBe(
          first((count) => isWithin({ misses: known.misses, all: known.all + count }, most)),
        );
      }),
    );
  });
});

describe('the forecast', () => {
  it('tells how many of a queue may be late', () => {
    expect(forecastOf({ misses: 2, all: 96 }, 14, 7, 400)).toEqual({
      at: 7,
      queue: 14,
      best: { misses: 2, all: 110 },
      worst: { misses: 16, all: 110 },
      mayMiss: 2,
    });
    expect(forecastOf({ misses: 9, all: 96 }, 14, 7, 400).mayMiss).toBeNull();
    expect(forecastOf({ misses: 0, all: 996 }, 4, 7, 400).mayMiss).toBe(4);
    expect(forecastOf({ misses: 0, all: 9 }, 4, 7, null).mayMiss).toBe(4);
  });

  it('is what trying every number of late orders comes to', () => {
    fc.assert(
      fc.property(tally, fc.integer({ min: 0, max: 80 }), limit, (rest, queue, most) => {
        const withLate = (late: number) => ({ misses: rest.misses + late, all: rest.all + queue });
        const kept = Array.from({ length: queue + 1 }, (_, late) => late).filter((late) =>
          isWithin(withLate(late), most),
        );
        expect(forecastOf(rest, queue, 0, most).mayMiss).toBe(kept.at(-1) ?? null);
      }),
    );
  });
});
