// Shares are in hundredths of a percent (400 is 4 %), so that every comparison is one of whole numbers.
export const WHOLE = 10_000;

/** Orders of one kind in a window: all that count, and those that speak against the shop. */
export interface Tally {
  misses: number;
  all: number;
}

/** How far a shop is from the share of misses that the market allows. */
export interface Headroom {
  /** How many more misses, each an order more, still keep to the limit; negative when it is broken. */
  moreAllowed: number;
  /** With how many more misses the limit is reached or broken; 0 when it is now. */
  moreToReach: number;
  /** How many more orders without a miss keep to a broken limit again; null when no number does. */
  goodToRecover: number | null;
}

/**
 * The headroom under a limit below the whole, in closed form: m + x misses of n + x orders keep to it while
 * (m + x) / (n + x) <= limit, so x <= (limit n - m) / (1 - limit).
 */
export function headroomOf({ misses, all }: Tally, limit: number): Headroom {
  const slack = limit * all - WHOLE * misses;
  const perMiss = WHOLE - limit;
  return {
    moreAllowed: Math.floor(slack / perMiss),
    moreToReach: Math.max(0, Math.ceil(slack / perMiss)),
    goodToRecover: slack >= 0 ? 0 : limit === 0 ? null : Math.ceil((WHOLE * misses) / limit) - all,
  };
}

/** What becomes of a rate with the orders that wait to be shipped. */
export interface Forecast {
  /** When it is so, epoch ms. */
  at: number;
  /** How many wait. */
  queue: number;
  /** When all of them are shipped in time, and when none is. */
  best: Tally;
  worst: Tally;
  /** How many of them may be late: 0 to all of them; null when the limit is broken even if none is. */
  mayMiss: number | null;
}

/** The forecast for a queue on top of what is in the window then; without a limit all of it may be late. */
export function forecastOf(rest: Tally, queue: number, at: number, limit: number | null): Forecast {
  const all = rest.all + queue;
  const allowed = limit === null ? all : Math.floor((limit * all) / WHOLE);
  return {
    at,
    queue,
    best: { misses: rest.misses, all },
    worst: { misses: rest.misses + queue, all },
    mayMiss: allowed < rest.misses ? null : Math.min(queue, allowed - rest.misses),
  };
}

/** Whether a tally keeps to a limit; an empty one does. */
export function isWithin({ misses, all }: Tally, limit: number): boolean {
  return WHOLE * misses <= limit * all;
}
