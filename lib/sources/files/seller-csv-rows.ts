import Papa from 'papaparse';
import { chunksOf } from './chunks.ts';
import { headText, notUtf8, refuseUtf16 } from './encoding.ts';
import { ImportError, type OpenFile } from './file-source.ts';
import { type Header, readHeader } from './seller-columns.ts';
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
  newline: '\r\n' | '\n' | '\r';
  header: Header;
}

/** How a CSV export of Seller Center is written, told by its first bytes; undefined when it is none. */
export function csvLayout(file: Pick<OpenFile, 'head'>): Layout | undefined {
  const text = headText(file);
  const newline = (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n') as Layout['newline'];
  const layouts = DELIMITERS.flatMap((delimiter) => {
    const header = headerOf(text, delimiter, newline);
    return header ? [{ delimiter, newline, header }] : [];
  });
  return layouts.sort((a, b) => b.header.columns.size - a.header.columns.size)[0];
}

function headerOf(text: string, delimiter: string, newline: Layout['newline']): Header | undefined {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: MAX_HEADER_ROW });
  for (const row of data) {
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
  layout: Layout,
  signal: AbortSignal,
): AsyncGenerator<TableRow> {
  refuseUtf16(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 0;
  let readBytes = 0;
  for await (const chunk of chunksOf(file, file.blob.stream(), signal)) {
    readBytes += chunk.length;
    rest += decode(decoder, `row ${number + 1} or after it`, file.name, chunk);
    const { data, cursor } = parse(rest, layout, true);
    rest = rest.slice(cursor);
    if (rest.length > MAX_ROW_CHARS) throw neverEnds(number + data.length + 1);
    for (const cells of data) yield { cells, number: ++number, readBytes };
  }
  rest += decode(decoder, 'its end', file.name);
  const { data, isCut } = parse(rest, layout, false);
  if (isCut) throw neverEnds(number + data.length);
  for (const cells of data) {
    const isOpen = cells === data.at(-1) && !rest.endsWith(layout.newline);
    if (isOpen && cells.length < layout.header.width) {
      throw new ImportError(
        `This file ends in the middle of row ${number + 1}: it was cut short. Download it again from Seller Center; nothing was imported.`,
      );
    }
    yield { cells, number: ++number, readBytes };
  }
}

function decode(decoder: TextDecoder, where: string, name: string, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw notUtf8(name, where);
  }
}

function parse(text: string, { delimiter, newline }: Layout, isOpen: boolean) {
  // Papa's own streaming of files needs a FileReader; its parser takes any text and says where the last whole
  // row ended.
  const parser = new Papa.Parser({ delimiter, newline, quoteChar: '"' });
  const result: Papa.ParseResult<string[]> = parser.parse(text, 0, isOpen);
  const isCut = !isOpen && result.errors.some((error) => error.code === 'MissingQuotes');
  return { data: text === '' ? [] : result.data, cursor: result.meta.cursor, isCut };
}

function neverEnds(row: number): ImportError {
  return new ImportError(
    `Row ${row} of this file never ends: a quotation mark is opened there and not closed, so the file was cut short or changed. Download it again from Seller Center; nothing was imported.`,
  );
}
