import { findMarket } from '../../model/market.ts';
import { isCurrency, toMinor } from '../../model/money.ts';
import { endOfDay, epochMs } from '../../model/time.ts';
import { MissLog } from '../misses.ts';
import type { Miss } from '../source.ts';
import { typeName } from '../tolerant.ts';
import type { Money } from './main-order-schema.ts';

type Scalar = string | number | null | undefined;

// "<UNSET>" looks like the text of an unset Thrift enum; it means that there is no value (seller-center.md 2.0).
const UNSET = '<UNSET>';

/** Text, or null for what is absent, empty or unset. Numbers become their digits. */
export function textOf(value: Scalar): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  return text === '' || text === UNSET ? null : text;
}

/** Reads the fields of one order: what can't be understood is null and noted as a miss. */
export class FieldReader {
  readonly currency: string | null;
  readonly timeZone: string;
  readonly #root: string;
  readonly #log = new MissLog();

  constructor(root: string, currency: string | null, market: string | null) {
    this.#root = root;
    const known = findMarket(market);
    this.currency = currency !== null && isCurrency(currency) ? currency : (known?.currency ?? null);
    this.timeZone = known?.timeZone ?? 'UTC';
  }

  /** Seconds or milliseconds, text or number -> epoch ms. */
  time(path: string, value: Scalar): number | null {
    const text = textOf(value);
    if (text === null || text === '0') return null;
    return epochMs(text) ?? this.miss(path, 'epoch', value);
  }

  /** A calendar date or an epoch; a date means the last second of that day in the market. */
  dayEnd(path: string, value: Scalar): number | null {
    const text = textOf(value);
    if (text === null || text === '0') return null;
    return endOfDay(text, this.timeZone) ?? epochMs(text) ?? this.miss(path, 'date', value);
  }

  /** A money object -> minor units; its decimal text is in major units. */
  money(path: string, value: Money | null | undefined): number | null {
    const text = textOf(value?.price_val);
    if (text === null) return null;
    const own = textOf(value?.currency);
    const currency = own !== null && isCurrency(own) ? own : this.currency;
    // An amount in another currency than the order's can't be added to it.
    if (currency === null || currency !== this.currency) return this.miss(path, 'currency', own);
    return toMinor(text, currency) ?? this.miss(path, 'decimal', value?.price_val);
  }

  /** What was not as expected, each kind once. */
  get misses(): Miss[] {
    return this.#log.toArray();
  }

  /** Notes a place that was not as expected, and answers null for it. */
  miss(path: string, expected: string, got: unknown): null {
    this.#log.add({ path: `${this.#root}.${path}`, expected, got: typeName(got) });
    return null;
  }
}
