const QUOTE = 0x22;
const RETURN = 0x0d;
const NEWLINE = 0x0a;

/**
 * Splits CSV text into rows of cells as it arrives (RFC 4180, any line ends). A quotation mark within an unquoted
 * cell is text. The CSV library that the tests write with would do, but carries code that loads from the network
 * and can't be left out of the build.
 */
export class CsvScanner {
  readonly #delimiter: number;
  #cells: string[] = [];
  #cell = '';
  #isQuoted = false;
  /** A quotation mark has just ended the quoted part, or is the first of two that stand for one. */
  #isAfterQuote = false;
  #isAfterReturn = false;
  #openChars = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** How many characters the row that has not ended yet has so far. */
  get openChars(): number {
    return this.#openChars;
  }

  /** Whether a quotation mark was opened and not closed. */
  get isQuoted(): boolean {
    return this.#isQuoted;
  }

  /** The rows that ended in this text. */
  push(text: string): string[][] {
    const rows: string[][] = [];
    let rowStart = -this.#openChars;
    for (let at = 0; at < text.length; ) {
      if (this.#isQuoted) {
        at = this.#takeQuoted(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      const isSecondOfPair = code === NEWLINE && this.#isAfterReturn;
      this.#isAfterReturn = code === RETURN;
      if (isSecondOfPair || code === RETURN || code === NEWLINE) {
        if (!isSecondOfPair) rows.push(this.#endRow());
        at += 1;
        rowStart = at;
      } else at = this.#takePlain(text, at, code);
    }
    this.#openChars = text.length - rowStart;
    return rows;
  }

  /** The last row when no line end closed it; undefined when one did. */
  end(): string[] | undefined {
    const isOpen = this.#cells.length > 0 || this.#cell !== '' || this.#isAfterQuote || this.#isQuoted;
    return isOpen ? this.#endRow() : undefined;
  }

  #takeQuoted(text: string, from: number): number {
    const end = text.indexOf('"', from);
    this.#cell += text.slice(from, end === -1 ? text.length : end);
    if (end === -1) return text.length;
    this.#isQuoted = false;
    this.#isAfterQuote = true;
    return end + 1;
  }

  #takePlain(text: string, from: number, code: number): number {
    if (code === this.#delimiter) {
      this.#endCell();
      return from + 1;
    }
    if (code === QUOTE && (this.#isAfterQuote || this.#cell === '')) {
      if (this.#isAfterQuote) this.#cell += '"';
      this.#isAfterQuote = false;
      this.#isQuoted = true;
      return from + 1;
    }
    this.#isAfterQuote = false;
    const end = this.#endOfRun(text, from);
    this.#cell += text.slice(from, end);
    return end;
  }

  #endOfRun(text: string, from: number): number {
    let end = from + 1;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === this.#delimiter || code === RETURN || code === NEWLINE) break;
    }
    return end;
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#isAfterQuote = false;
  }

  #endRow(): string[] {
    this.#endCell();
    const row = this.#cells;
    this.#cells = [];
    return row;
  }
}
