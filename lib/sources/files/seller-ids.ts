import { damagedId, isSpreadsheetId } from './order-id.ts';
import { type Cell, cellText } from './seller-table.ts';

/** A spreadsheet keeps fifteen digits of a number and fills up with zeros; order ids have seventeen to nineteen. */
const ROUNDED = /^\d{15}0+$/;

/**
 * The id in a cell: text as it is, without the apostrophe or the ="…" that keeps a spreadsheet from counting with
 * it. Null for an empty cell, undefined for what is no id (a description, a total).
 */
export function readId(cell: Cell | undefined): string | null | undefined {
  const text = cellText(cell)
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '');
  if (text === '' || text === '/' || text === '-') return null;
  return /^(?=.*\d)[\w-]{1,64}$/.test(text) ? text : undefined;
}

/** Whether a spreadsheet program has turned an id into a number with fewer digits: "5.77E+17". */
export function isDamagedId(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return !Number.isSafeInteger(cell);
  return isSpreadsheetId(cellText(cell));
}

/**
 * Watches the ids of one file. A single id may end in zeros; where all that are long enough do, they were
 * rounded, and the digits are lost for good.
 */
export class IdWatch {
  #wholeCount = 0;
  #firstRounded: { row: number; id: string } | undefined;

  /** Takes note of a row's id. Throws ImportError for one that is damaged beyond doubt. */
  see(cell: Cell | undefined, row: number): void {
    const text = cellText(cell);
    if (isDamagedId(cell)) throw damagedId(`Row ${row}`, text);
    if (ROUNDED.test(text)) this.#firstRounded ??= { row, id: text };
    else if (/^\d{16,}$/.test(text)) this.#wholeCount += 1;
  }

  /** Throws ImportError when the ids of the whole file were rounded. */
  end(): void {
    if (this.#firstRounded === undefined || this.#wholeCount > 0) return;
    throw damagedId(`Row ${this.#firstRounded.row}`, this.#firstRounded.id);
  }
}
