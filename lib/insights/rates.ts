import type { Order } from '../model/order.ts';
import { DAY_MS } from '../model/time.ts';
import { type Forecast, forecastOf, type Headroom, headroomOf, isWithin, WHOLE } from './rate-limits.ts';
import { eachRate, type Moment, OUTCOMES, type Outcome, RATE_KINDS, type RateKind } from './rate-outcomes.ts';

/** The window where the market's is not known. */
export const DEFAULT_WINDOW_DAYS = 30;

/** What a market allows. */
export interface RateLimit {
  /** The largest share of orders that may speak against the shop, in hundredths of a percent: 400 is 4 %. */
  limit: number;
  /** Over how many days up to now; null where it is not known. */
  windowDays: number | null;
}

/** A rate of a shop over its rolling window. Orders are counted; shares are the reader's to write. */
export interface Rate {
  kind: RateKind;
  windowDays: number;
  /** Orders that speak against the shop, those of which it is not known, and all that count. */
  misses: number;
  unknown: number;
  all: number;
  /** Orders of these days that may count, but lack the time that the rate goes by. */
  withoutTime: number;
  /** The largest share of misses that is allowed, in hundredths of a percent; null where it is not known. */
  limit: number | null;
  /** "open": the unknown ones decide. "unknown": there is no limit to hold it against. */
  state: 'empty' | 'within' | 'over' | 'open' | 'unknown';
  /** As if all that is unknown were fine; null without a limit or an order. */
  headroom: Headroom | null;
  /** With the orders that are still to ship; of the late dispatch rate alone. */
  forecast: Forecast | null;
}

export interface RateOptions extends Moment {
  limits: Readonly<Record<RateKind, RateLimit | null>>;
  /** The end of the forecast: what is due up to then is the queue. */
  endAt: number;
}

/** The first moment from which on orders count for some rate. */
export function windowStart({ now, limits }: Pick<RateOptions, 'now' | 'limits'>): number {
  return now - Math.max(...RATE_KINDS.map((kind) => daysOf(limits[kind]))) * DAY_MS;
}

/** Counts the orders of a shop, one after the other, into its rates. */
export class RateCounter {
  readonly #options: RateOptions;
  readonly #tallies: Record<RateKind, WindowTally>;

  constructor(options: RateOptions) {
    this.#options = options;
    this.#tallies = eachRate((kind) => new WindowTally(options, daysOf(options.limits[kind]) * DAY_MS));
  }

  /** Counts one order. Returns whether it is not known when it was dispatched: the change feed may tell. */
  add(order: Order): boolean {
    const [dispatch] = RATE_KINDS.map((kind) => {
      const outcome = OUTCOMES[kind](order, this.#options);
      if (outcome) this.#tallies[kind].add(outcome, order.placedAt);
      return outcome;
    });
    return dispatch?.is === 'unknown' && dispatch.at !== null;
  }

  /** An order of unknown dispatch, due at that time, was shipped in time after all. */
  settleDispatch(shipByAt: number): void {
    this.#tallies['late-dispatch'].settle(shipByAt);
  }

  rates(): Rate[] {
    return RATE_KINDS.map((kind) => this.#tallies[kind].rate(kind, this.#options.limits[kind]));
  }
}

function daysOf(limit: RateLimit | null): number {
  return limit?.windowDays ?? DEFAULT_WINDOW_DAYS;
}

type Counts = Record<Outcome['is'], number>;
const noCounts = (): Counts => ({ fine: 0, miss: 0, unknown: 0, queued: 0 });

/** One rate's orders: those of its window, and those of the window at the end of the forecast. */
class WindowTally {
  readonly #now: number;
  readonly #endAt: number;
  readonly #spanMs: number;
  readonly #present = noCounts();
  readonly #coming = noCounts();
  #withoutTime = 0;

  constructor({ now, endAt }: RateOptions, spanMs: number) {
    this.#now = now;
    this.#endAt = endAt;
    this.#spanMs = spanMs;
  }

  add({ at, is }: Outcome, placedAt: number | null): void {
    if (at !== null) this.#count(at, is, 1);
    else if (placedAt === null || placedAt > this.#now - this.#spanMs) this.#withoutTime += 1;
  }

  settle(at: number): void {
    this.#count(at, 'unknown', -1);
    this.#count(at, 'fine', 1);
  }

  // The window rolls: what leaves it until the end of the forecast is not in that one any more.
  #count(at: number, is: Outcome['is'], sign: 1 | -1): void {
    if (at > this.#now - this.#spanMs && at <= this.#now) this.#present[is] += sign;
    if (at > this.#endAt - this.#spanMs && at <= this.#endAt) this.#coming[is] += sign;
  }

  rate(kind: RateKind, limit: RateLimit | null): Rate {
    const { fine, miss, unknown } = this.#present;
    const tally = { misses: miss, all: fine + miss + unknown };
    const windowDays = this.#spanMs / DAY_MS;
    const counts = { kind, windowDays, ...tally, unknown, withoutTime: this.#withoutTime };
    return {
      ...counts,
      limit: limit?.limit ?? null,
      state: stateOf(counts, limit),
      headroom: limit && limit.limit < WHOLE && tally.all > 0 ? headroomOf(tally, limit.limit) : null,
      forecast: kind === 'late-dispatch' ? this.#forecast(limit) : null,
    };
  }

  #forecast(limit: RateLimit | null): Forecast {
    const { fine, miss, unknown, queued } = this.#coming;
    const rest = { misses: miss, all: fine + miss + unknown };
    return forecastOf(rest, queued, this.#endAt, limit?.limit ?? null);
  }
}

function stateOf(counts: Pick<Rate, 'misses' | 'unknown' | 'all'>, limit: RateLimit | null): Rate['state'] {
  if (counts.all === 0) return 'empty';
  if (!limit) return 'unknown';
  if (!isWithin(counts, limit.limit)) return 'over';
  return isWithin({ ...counts, misses: counts.misses + counts.unknown }, limit.limit) ? 'within' : 'open';
}
