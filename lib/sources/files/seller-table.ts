/** A cell as its format tells it: text in a CSV; a spreadsheet has numbers and dates too. */
export type Cell = string | number | boolean | Date | null;

/** A row of a table. */
export interface TableRow {
  cells: readonly Cell[];
  /** As a spreadsheet program counts: the first row is 1. */
  number: number;
  /** How many bytes of the file were read when it came. */
  readBytes: number;
}

/** The text of a cell without the tabs and spaces around it; "" for an empty one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return String(cell).replace(/^[\s\uFEFF]+|\s+$/gu, '');
}

/** Whether a row has nothing in it. */
export function isEmptyRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cellText(cell) === '');
}

const MAX_KEPT = 50_000;

/**
 * Cells that outlive their row. A piece of a long text keeps all of that text in memory, so each is copied once,
 * and cells that say the same share one copy.
 */
export class CellStore {
  readonly #kept = new Map<string, string>();

  /** The cell's text, as `cellText` has it. */
  keepText(cell: Cell | undefined): string {
    const text = cellText(cell);
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const copy: string = JSON.parse(JSON.stringify(text));
    if (this.#kept.size < MAX_KEPT) this.#kept.set(copy, copy);
    return copy;
  }

  /** The cell with its type: numbers and dates of a spreadsheet stay what they are. */
  keep(cell: Cell | undefined): Cell {
    return typeof cell === 'string' ? this.keepText(cell) : (cell ?? null);
  }
}
