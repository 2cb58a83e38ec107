import { findMarket, timeZoneOf } from '../../model/market.ts';
import type { Account, Order } from '../../model/order.ts';
import { MissLog } from '../misses.ts';
import type { Miss } from '../source.ts';
import { ImportError } from './file-source.ts';
import { readAmount } from './seller-amounts.ts';
import { CellReader } from './seller-cells.ts';
import { type OrderField, type OrderHeader, readHeader } from './seller-columns.ts';
import { IdWatch, readId } from './seller-ids.ts';
import { marketOf, marketOfCountry } from './seller-market.ts';
import { buildOrder } from './seller-order-build.ts';
import { LINE_FIELDS, OrderDraft, SHARED_FIELDS } from './seller-order-draft.ts';
import { isPassedBy } from './seller-passed-by.ts';
import { brokenRow, type ExportPlace, type RowsReader, unreadColumns } from './seller-rows.ts';
import { CellStore, cellText, type TableRow } from './seller-table.ts';
import { DayOrderVotes, TimeReader } from './seller-times.ts';

const TIME_FIELDS: readonly OrderField[] = ['placedAt', 'paidAt', 'shippedAt', 'deliveredAt', 'cancelledAt'];
const MONEY_FIELDS: readonly OrderField[] = ['total', 'skuSubtotal', 'shippingFee', 'unitPrice'];
/** Without these an order has no date, no amount or no status. */
const EXPECTED_FIELDS: readonly OrderField[] = ['placedAt', 'total', 'status', 'productName', 'quantity'];
/** As many labels as there are words for a status; a file with more is no export. */
const MAX_LABELS = 200;

/** The rows of an order export: order by SKU, an order's own amounts repeated in each of its rows. */
export class OrderRows implements RowsReader {
  readonly #place: ExportPlace;
  readonly #header: OrderHeader;
  #columns: ReadonlyMap<OrderField, number>;
  readonly #drafts = new Map<string, OrderDraft>();
  readonly #store = new CellStore();
  readonly #ids = new IdWatch();
  readonly #votes = new DayOrderVotes();
  readonly #currencies = new Set<string>();
  readonly #countries = new Set<string>();
  readonly #labels = new Set<string>();
  readonly #log = new MissLog();
  #rowCount = 0;
  brokenCount = 0;

  constructor(place: ExportPlace, header: OrderHeader) {
    if (!header.columns.has('orderId')) {
      throw new ImportError(
        'This is a Seller Center order export, but its column "Order ID" is missing: without it nobody can tell which rows belong together. Download it again from Seller Center with all columns; nothing was imported.',
      );
    }
    this.#place = place;
    this.#header = header;
    this.#columns = header.columns;
    for (const field of EXPECTED_FIELDS) {
      if (!header.columns.has(field))
        this.#log.add({ path: `rows[].${field}`, expected: 'column', got: 'absent' });
    }
  }

  get misses(): Miss[] {
    return this.#log.toArray();
  }

  add(row: TableRow): void {
    this.#rowCount += 1;
    const idCell = this.#cell(row, 'orderId');
    this.#ids.see(idCell, row.number);
    const id = readId(idCell);
    if (typeof id === 'string') {
      this.#addLine(id, row);
      return;
    }
    // Two exports in one file, one below the other, have two headers.
    const again = readHeader(row.cells.map(cellText));
    if (again?.kind === 'orders') this.#columns = again.columns;
    // Right below the header stands a row of descriptions: "Platform unique order ID."
    else if (this.#rowCount > 1) {
      this.brokenCount += 1;
      this.#log.add(brokenRow('orderId'));
    }
  }

  *orders(): Generator<Order> {
    this.#ids.end();
    const { file, sourceId } = this.#place;
    const market = this.#market();
    const [named] = this.#currencies;
    const currency = this.#currencies.size === 1 ? named : findMarket(market)?.currency;
    const timeZone = market === null ? file.timeZone : timeZoneOf(market);
    const reader = new CellReader(currency ?? null, new TimeReader(this.#votes.order, timeZone));
    const owner: Account = { role: 'seller', account: `file:${file.accountName}`, market };
    for (const draft of this.#drafts.values()) {
      this.#drafts.delete(draft.id);
      const order = buildOrder(draft, owner, currency ?? null, reader);
      order.sources = [{ id: sourceId, seenAt: file.seenAt }];
      if (market === null && order.placedAt !== null) this.#guessZone(order);
      yield order;
    }
    this.#log.addAll(reader.misses);
    if (this.#log.size > 0) this.#log.addAll(unreadColumns(this.#header, isPassedBy));
  }

  /** The user's own zone stands in for the file's: a date that a page names counts before such a one. */
  #guessZone(order: Order): void {
    order['isDateInferred'] = true;
    this.#log.add({ path: 'rows[].placedAt', expected: 'a known time zone', got: 'none' });
  }

  #market(): string | null {
    return marketOf({
      currencies: this.#currencies,
      countries: this.#countries,
      headerNames: this.#header.others,
      dayOrder: this.#votes.order,
      texts: [this.#place.file.name, ...this.#labels],
    });
  }

  #addLine(id: string, row: TableRow): void {
    let draft = this.#drafts.get(id);
    if (!draft) {
      draft = new OrderDraft(this.#store.keepText(id));
      this.#drafts.set(draft.id, draft);
    }
    const keep = (field: OrderField) => this.#store.keep(this.#cell(row, field));
    draft.add(SHARED_FIELDS.map(keep), LINE_FIELDS.map(keep));
    if (this.#columns.has('buyerMessage')) {
      draft.hasBuyerMessage ||= cellText(this.#cell(row, 'buyerMessage')) !== '';
    }
    this.#look(row);
  }

  /** Takes from a row what tells of the file as a whole: its market, its currency, its way to write dates. */
  #look(row: TableRow): void {
    for (const field of TIME_FIELDS) this.#votes.add(this.#cell(row, field));
    for (const field of MONEY_FIELDS) {
      const currency = readAmount(this.#cell(row, field))?.currency;
      if (currency) this.#currencies.add(currency);
    }
    const market = marketOfCountry(cellText(this.#cell(row, 'country')));
    if (market !== null) this.#countries.add(market);
    for (const field of ['status', 'substatus'] as const) {
      if (this.#labels.size < MAX_LABELS) this.#labels.add(this.#store.keepText(this.#cell(row, field)));
    }
  }

  #cell(row: TableRow, field: OrderField) {
    const index = this.#columns.get(field);
    return index === undefined ? undefined : row.cells[index];
  }
}
