import { MAX_AMOUNT_MINOR } from '../../model/money.ts';
import { MissLog } from '../misses.ts';
import type { Miss } from '../source.ts';
import { pathName, typeName } from '../tolerant.ts';
import { amountMinorOf, readAmount } from './seller-amounts.ts';
import { isDamagedId, readId } from './seller-ids.ts';
import { type Cell, cellText } from './seller-table.ts';
import type { TimeReader } from './seller-times.ts';

/** Reads the cells of one file: an empty one is null, one that can't be read is null and noted as a miss. */
export class CellReader {
  readonly #currency: string | null;
  readonly #times: TimeReader;
  readonly #log = new MissLog();

  constructor(currency: string | null, times: TimeReader) {
    this.#currency = currency;
    this.#times = times;
  }

  get misses(): Miss[] {
    return this.#log.toArray();
  }

  /** Notes a column that was not as expected, and answers null for it. */
  miss(field: string, expected: string, got: string): null {
    this.#log.add({ path: pathName('rows[]', [field]), expected, got });
    return null;
  }

  /** Minor units of the file's currency. */
  amount(field: string, cell: Cell): number | null {
    const text = cellText(cell);
    if (text === '' || text === '-') return null;
    const amount = readAmount(cell);
    if (!amount) return this.miss(field, 'amount', typeName(cell));
    if (this.#currency === null) return this.miss(field, 'a known currency', 'none');
    if (amount.currency !== null && amount.currency !== this.#currency) {
      return this.miss(field, "the file's currency", 'another');
    }
    return amountMinorOf(amount, this.#currency) ?? this.miss(field, 'amount', typeName(cell));
  }

  /** What several cells come to: unknown where one of them is, and where it is more than any order costs. */
  sum(field: string, parts: readonly (number | null)[]): number | null {
    const sum = parts.reduce((all, part) => (all === null || part === null ? null : all + part), 0);
    const isTooMuch = sum !== null && Math.abs(sum) > MAX_AMOUNT_MINOR;
    return isTooMuch ? this.miss(field, 'the sum of an order', 'more') : sum;
  }

  /** Epoch ms. */
  time(field: string, cell: Cell): number | null {
    const atMs = this.#times.read(cell);
    return atMs === undefined ? this.miss(field, 'time', typeName(cell)) : atMs;
  }

  /** A whole number of pieces. */
  count(field: string, cell: Cell): number | null {
    const text = cellText(cell);
    if (text === '') return null;
    return /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : this.miss(field, 'count', typeName(cell));
  }

  /** An id that is not the order's own: of a SKU or a package. */
  id(field: string, cell: Cell): string | null {
    if (isDamagedId(cell)) return this.miss(field, 'id with all digits', 'rounded by a spreadsheet');
    const id = readId(cell);
    return id === undefined ? this.miss(field, 'id', typeName(cell)) : id;
  }
}
