import { findMarket, timeZoneOf } from '../../model/market.ts';
import { isCurrency } from '../../model/money.ts';
import { emptyOrder, type Order } from '../../model/order.ts';
import { MissLog } from '../misses.ts';
import type { Miss } from '../source.ts';
import { ImportError } from './file-source.ts';
import { readAmount } from './seller-amounts.ts';
import { CellReader } from './seller-cells.ts';
import { columnKey, type FinanceField, type FinanceHeader, readHeader } from './seller-columns.ts';
import { IdWatch, readId } from './seller-ids.ts';
import { marketOfCurrency, marketOfFees } from './seller-market.ts';
import { brokenRow, type ExportPlace, type RowsReader } from './seller-rows.ts';
import { type Cell, CellStore, cellText, type TableRow } from './seller-table.ts';
import { DayOrderVotes, TimeReader } from './seller-times.ts';

/** Rows that are an order's own; all others (ads, compensation, corrections) adjust one order or none. */
const ORDER_KINDS: ReadonlySet<string> = new Set(
  ['Order', 'Đơn hàng', 'Pesanan', 'คำสั่งซื้อ', 'Pedido'].map(columnKey),
);
const ON_HOLD_NAME = /unsettled|on-?hold|chưa quyết toán/i;

/** The rows of one order, each once; the cells stay unread until the whole file told how it writes dates. */
interface Tally {
  hasOwnRow: boolean;
  signs: Set<number>;
  rows: Record<'amount' | 'fees' | 'settledAt' | 'currency', Cell>[];
}

/** The rows of an income, settlement or on-hold export: what each order brings the seller, and the fees in it. */
export class FinanceRows implements RowsReader {
  readonly #place: ExportPlace;
  readonly #header: FinanceHeader;
  readonly #isOnHold: boolean;
  #columns: ReadonlyMap<FinanceField, number>;
  readonly #tallies = new Map<string, Tally>();
  readonly #readers = new Map<string | null, CellReader>();
  readonly #store = new CellStore();
  readonly #ids = new IdWatch();
  readonly #votes = new DayOrderVotes();
  readonly #log = new MissLog();
  brokenCount = 0;

  constructor(place: ExportPlace, header: FinanceHeader) {
    if (!header.columns.has('orderId')) {
      throw new ImportError(
        'This is a Seller Center finance export, but its column "Order/adjustment ID" is missing: without it nobody can tell which order an amount belongs to. Download it again from Seller Center; nothing was imported.',
      );
    }
    this.#place = place;
    this.#header = header;
    this.#columns = header.columns;
    const isEstimate = header.columns.has('estimated') && !header.columns.has('settled');
    const names = [place.file.name, place.sheetName ?? ''];
    this.#isOnHold = isEstimate || names.some((name) => ON_HOLD_NAME.test(name.normalize('NFC')));
    const amount = isEstimate ? 'estimated' : 'settled';
    for (const field of ['kind', 'fees', amount] as const) {
      if (!header.columns.has(field)) this.#miss(field, 'column', 'absent');
    }
  }

  get misses(): Miss[] {
    return this.#log.toArray();
  }

  add(row: TableRow): void {
    const idCell = this.#cell(row, 'orderId');
    this.#ids.see(idCell, row.number);
    const id = readId(idCell);
    const kind = columnKey(cellText(this.#cell(row, 'kind')));
    const isOwn = !this.#columns.has('kind') || ORDER_KINDS.has(kind);
    if (typeof id === 'string') {
      const orderId = isOwn ? id : readId(this.#cell(row, 'relatedOrderId'));
      // An adjustment of no order: advertising, a withdrawal.
      if (typeof orderId === 'string') this.#count(orderId, isOwn, row);
      return;
    }
    const again = readHeader(row.cells.map(cellText));
    if (again?.kind === 'finance') this.#columns = again.columns;
    else if (isOwn) {
      this.brokenCount += 1;
      this.#log.add(brokenRow('orderId'));
    }
  }

  *orders(): Generator<Order> {
    this.#ids.end();
    for (const [id, tally] of this.#tallies) {
      this.#tallies.delete(id);
      // What corrects an order is not what the order brought: without its own row the sum is unknown.
      if (tally.hasOwnRow) yield this.#orderOf(id, tally);
      else this.#miss('kind', "the order's own row too", 'an adjustment alone');
    }
    for (const reader of this.#readers.values()) this.#log.addAll(reader.misses);
  }

  /** A weekly file repeats rows of the week before (seller-center.md 5.2): what says the same is counted once. */
  #count(orderId: string, isOwn: boolean, row: TableRow): void {
    let tally = this.#tallies.get(orderId);
    if (!tally) {
      tally = { hasOwnRow: false, signs: new Set(), rows: [] };
      this.#tallies.set(this.#store.keepText(orderId), tally);
    }
    const sign = signOf(row.cells);
    if (tally.signs.has(sign)) return;
    tally.signs.add(sign);
    tally.hasOwnRow ||= isOwn;
    const keep = (field: FinanceField) => this.#store.keep(this.#cell(row, field));
    const amount = this.#columns.has('settled') ? keep('settled') : keep('estimated');
    tally.rows.push({ amount, fees: keep('fees'), settledAt: keep('settledAt'), currency: keep('currency') });
    this.#votes.add(this.#cell(row, 'settledAt'));
  }

  #orderOf(id: string, tally: Tally): Order {
    const currency = this.#currencyOf(tally);
    const { file, sourceId } = this.#place;
    // Paid out in the seller's currency, which need not be the order's: it tells nothing of the order's own.
    const order = emptyOrder(id, { role: 'seller', account: `file:${file.accountName}`, market: null });
    const reader = this.#readerFor(currency);
    const sum = (field: 'amount' | 'fees') =>
      reader.sum(
        field,
        tally.rows.map((row) => zeroOr(reader, field, row[field])),
      );
    const times = tally.rows.flatMap((row) => reader.time('settledAt', row.settledAt) ?? []);
    order.settlement = {
      state: this.#isOnHold ? 'on-hold' : 'settled',
      currency,
      amount: sum('amount'),
      fees: sum('fees'),
      settledAt: this.#isOnHold || times.length === 0 ? null : Math.max(...times),
    };
    order.sources = [{ id: sourceId, seenAt: file.seenAt }];
    return order;
  }

  /** The one currency of an order's rows; of two, neither is it. */
  #currencyOf(tally: Tally): string | null {
    const named = tally.rows.flatMap((row) => {
      const text = cellText(row.currency) || readAmount(row.amount)?.currency;
      return text && isCurrency(text) ? text : [];
    });
    const [first, second] = new Set(named);
    if (second !== undefined) return this.#miss('currency', 'one for all rows of an order', 'several');
    return first ?? findMarket(marketOfFees(this.#header.others))?.currency ?? null;
  }

  #readerFor(currency: string | null): CellReader {
    let reader = this.#readers.get(currency);
    if (!reader) {
      const { file } = this.#place;
      const market = marketOfCurrency(currency);
      const zone = offsetOf(file.name) ?? (market === null ? null : timeZoneOf(market));
      const timeZone = zone ?? file.timeZone;
      if (zone === null && !this.#isOnHold && this.#columns.has('settledAt'))
        this.#miss('settledAt', 'a known time zone', 'none');
      reader = new CellReader(currency, new TimeReader(this.#votes.order, timeZone));
      this.#readers.set(currency, reader);
    }
    return reader;
  }

  #miss(field: string, expected: string, got: string): null {
    this.#log.add({ path: `rows[].${field}`, expected, got });
    return null;
  }

  #cell(row: TableRow, field: FinanceField): Cell | undefined {
    const index = this.#columns.get(field);
    return index === undefined ? undefined : row.cells[index];
  }
}

// The on-hold export writes "/" for an amount of nothing (seller-center.md 5.2).
function zeroOr(reader: CellReader, field: string, cell: Cell): number | null {
  return cellText(cell) === '/' ? 0 : reader.amount(field, cell);
}

/** "income_20260816(UTC+7).xlsx" -> "+07:00": the file's own zone; undefined when its name has none. */
function offsetOf(name: string): string | undefined {
  const match = /UTC([+-])(\d{1,2})(?::?(\d{2}))?/i.exec(name);
  if (!match || Number(match[2]) > 14) return undefined;
  return `${match[1]}${match[2]?.padStart(2, '0')}:${match[3] ?? '00'}`;
}

/** A number that tells the rows of one order apart. */
function signOf(cells: readonly Cell[]): number {
  const text = cells.map(cellText).join('\u0001');
  let sign = 0;
  for (let index = 0; index < text.length; index += 1)
    sign = (Math.imul(sign, 31) + text.charCodeAt(index)) | 0;
  return sign;
}
