import { chunksOf } from './chunks.ts';
import { headText, notUtf8, refuseUtf16 } from './encoding.ts';
import { ImportError, type OpenFile } from './file-source.ts';
import { type Header, readHeader } from './seller-columns.ts';
import { CsvScanner } from './seller-csv-scanner.ts';
import type { TableRow } from './seller-table.ts';

// TikTok writes commas; tabs in a .csv were seen, and spreadsheet programs write semicolons where the comma is
// the decimal sign.
const DELIMITERS = [',', '\t', ';'] as const;
/** The header of the on-hold export stands in row 5; nothing stands lower. */
export const MAX_HEADER_ROW = 20;
/** No row is longer; a quotation mark that is never closed would take the whole file into one. */
const MAX_ROW_CHARS = 4 * 1024 ** 2;

interface Layout {
  delimiter: string;
  header: Header;
}

/** How a CSV export of Seller Center is written, told by its first bytes; undefined when it is none. */
export function csvLayout(file: Pick<OpenFile, 'head'>): Layout | undefined {
  const text = headText(file);
  const layouts = DELIMITERS.flatMap((delimiter) => {
    const header = headerOf(text, delimiter);
    return header ? [{ delimiter, header }] : [];
  });
  return layouts.sort((a, b) => b.header.columns.size - a.header.columns.size)[0];
}

function headerOf(text: string, delimiter: string): Header | undefined {
  const scanner = new CsvScanner(delimiter);
  const rows = [...scanner.push(text), scanner.end() ?? []];
  for (const row of rows.slice(0, MAX_HEADER_ROW)) {
    const header = readHeader(row);
    if (header) return header;
  }
  return undefined;
}

/**
 * The rows of a CSV file, a chunk of it at a time. Throws ImportError for another encoding, for a file that was
 * cut short and for a quotation mark that is never closed; the signal's reason at an abort.
 */
export async function* csvRows(
  file: OpenFile,
  { delimiter, header }: Layout,
  signal: AbortSignal,
): AsyncGenerator<TableRow> {
  refuseUtf16(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const scanner = new CsvScanner(delimiter);
  let number = 0;
  let readBytes = 0;
  for await (const chunk of chunksOf(file, file.blob.stream(), signal)) {
    readBytes += chunk.length;
    const text = decode(decoder, `row ${number + 1} or after it`, file.name, chunk);
    for (const cells of scanner.push(text)) yield { cells, number: ++number, readBytes };
    if (scanner.openChars > MAX_ROW_CHARS) throw neverEnds(number + 1);
  }
  scanner.push(decode(decoder, 'its end', file.name));
  if (scanner.isQuoted) throw neverEnds(number + 1);
  const last = scanner.end();
  if (last && last.length < header.width) {
    throw new ImportError(
      `This file ends in the middle of row ${number + 1}: it was cut short. Download it again from Seller Center; nothing was imported.`,
    );
  }
  if (last) yield { cells: last, number: number + 1, readBytes };
}

function decode(decoder: TextDecoder, where: string, name: string, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw notUtf8(name, where);
  }
}

function neverEnds(row: number): ImportError {
  return new ImportError(
    `Row ${row} of this file never ends: a quotation mark is opened there and not closed, so the file was cut short or changed. Download it again from Seller Center; nothing was imported.`,
  );
}
