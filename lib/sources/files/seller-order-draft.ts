import type { OrderField } from './seller-columns.ts';
import { type Cell, cellText } from './seller-table.ts';

/** What every row of an order repeats; it is read once. */
export const SHARED_FIELDS = [
  'orderKind',
  'shippingFee',
  'tax',
  'total',
  'refunded',
  'placedAt',
  'paidAt',
  'shippedAt',
  'deliveredAt',
  'cancelledAt',
  'buyerName',
  'buyerNickname',
  'paymentMethod',
] as const satisfies readonly OrderField[];
export type SharedField = (typeof SHARED_FIELDS)[number];

/** What a row tells of its own SKU and parcel. */
export const LINE_FIELDS = [
  'status',
  'substatus',
  'returnType',
  'skuId',
  'sellerSku',
  'productName',
  'variation',
  'quantity',
  'returnedQuantity',
  'unitPrice',
  'skuSubtotal',
  'skuPlatformDiscount',
  'skuSellerDiscount',
  'skuTotal',
  'packageId',
  'trackingNumber',
  'carrier',
] as const satisfies readonly OrderField[];
export type LineField = (typeof LINE_FIELDS)[number];

type Line = readonly Cell[];

const lineIndex = new Map<LineField, number>(LINE_FIELDS.map((field, index) => [field, index]));

/** The cell of a line; null where the table has no such column. */
export function lineCell(line: Line, field: LineField): Cell {
  return line[lineIndex.get(field) ?? -1] ?? null;
}

/** One order as its rows come, wherever they stand in the file. */
export class OrderDraft {
  readonly id: string;
  readonly lines: Line[] = [];
  /** Null while no row has such a column. */
  hasBuyerMessage: boolean | null = null;
  /** By the place in SHARED_FIELDS; several values only where rows contradict each other. */
  readonly #shared: (Cell | Cell[])[] = SHARED_FIELDS.map(() => null);

  // Most orders have one row: those need none.
  #seen: Set<string> | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** Adds a row's cells. A row that says the same of the same SKU again is counted once. */
  add(shared: readonly Cell[], line: Line): void {
    for (const [index, cell] of shared.entries()) this.#share(index, cell);
    if (this.lines.length === 0 || !this.#isKnown(line)) this.lines.push(line);
  }

  /** The lines in an order that does not depend on where they stood in the file. */
  sortedLines(): readonly Line[] {
    if (this.lines.length < 2) return this.lines;
    const signed = this.lines.map((line) => ({ line, sign: signOf(line) }));
    return signed.sort((a, b) => (a.sign < b.sign ? -1 : 1)).map(({ line }) => line);
  }

  /** The different values that the rows have in a column that should say the same; empty cells are none. */
  shared(field: SharedField): Cell[] {
    const value = this.#shared[SHARED_FIELDS.indexOf(field)] ?? null;
    if (Array.isArray(value)) return value;
    return value === null ? [] : [value];
  }

  // Without the SKU's own id, two SKUs can look the same.
  #isKnown(line: Line): boolean {
    if (cellText(lineCell(line, 'skuId')) === '') return false;
    this.#seen ??= new Set(this.lines.map(signOf));
    const sign = signOf(line);
    if (this.#seen.has(sign)) return true;
    this.#seen.add(sign);
    return false;
  }

  #share(index: number, cell: Cell): void {
    if (cell === null || cell === '') return;
    const known = this.#shared[index] ?? null;
    if (known === null) this.#shared[index] = cell;
    else if (Array.isArray(known)) {
      if (!known.some((value) => isSameCell(value, cell))) known.push(cell);
    } else if (!isSameCell(known, cell)) this.#shared[index] = [known, cell];
  }
}

function isSameCell(a: Cell, b: Cell): boolean {
  return a === b || String(a) === String(b);
}

function signOf(line: Line): string {
  return JSON.stringify(line.map(String));
}
