import { strFromU8, unzipSync } from 'fflate';
import { streamXlsxRows } from 'hucre/xlsx';
import { chunksOf } from './chunks.ts';
import { ImportError, type OpenFile } from './file-source.ts';
import type { TableRow } from './seller-table.ts';

/** A spreadsheet is read whole; the largest export known has a few megabytes. */
const MAX_XLSX_BYTES = 100 * 1024 ** 2;
/** What the sheets' shared texts may unpack to; the sheets themselves are read as a stream. */
const MAX_TEXTS_BYTES = 300 * 1024 ** 2;
/** The list of a workbook's sheets has a few hundred bytes. */
const MAX_LIST_BYTES = 1024 ** 2;

/** Whether a file is a spreadsheet of Excel's kind, by its first bytes and its name. */
export function isXlsx({ head, name }: OpenFile): boolean {
  const isSpreadsheetName = /\.(xlsx|xlsm|xls)$/i.test(name);
  if (isOldOrLocked(head)) return isSpreadsheetName;
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 0x03 || head[3] !== 0x04) return false;
  return isSpreadsheetName || new TextDecoder('latin1').decode(head).includes('[Content_Types].xml');
}

/** Excel's older format and every workbook with a password are compound files, no zips. */
function isOldOrLocked(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;
}

/** A sheet of a workbook, whose rows are read when they are asked for. */
export interface Sheet {
  name: string;
  rows(): AsyncGenerator<TableRow>;
}

/**
 * The sheets of a workbook. Rows are counted as they come: the range that the file declares for itself is wrong
 * in TikTok's exports (seller-center.md 5.1). Throws ImportError for what can't be opened.
 */
export async function xlsxSheets(file: OpenFile, signal: AbortSignal): Promise<Sheet[]> {
  if (file.blob.size > MAX_XLSX_BYTES) {
    const megabytes = Math.ceil(file.blob.size / 1024 ** 2);
    throw new ImportError(
      `${file.name} has ${megabytes} MB, and a spreadsheet is read up to 100 MB. Export a shorter period, or choose CSV in Seller Center's export; nothing was imported.`,
    );
  }
  if (isOldOrLocked(file.head)) {
    throw new ImportError(
      `${file.name} is protected with a password or saved in Excel's older format (.xls). Download it again from Seller Center, or save it as .xlsx without a password; nothing was imported.`,
    );
  }
  const bytes = await bytesOf(file, signal);
  const names = await orWords(file.name, async () => sheetNames(bytes, file.name));
  return names.map((name, index) => ({
    name,
    async *rows() {
      const rows = streamXlsxRows(bytes, { sheet: index });
      for (;;) {
        signal.throwIfAborted();
        const { done, value } = await orWords(file.name, () => rows.next());
        if (done) return;
        yield { cells: value.values, number: value.index + 1, readBytes: bytes.length };
      }
    },
  }));
}

async function bytesOf(file: OpenFile, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.blob.size);
  let at = 0;
  for await (const chunk of chunksOf(file, file.blob.stream(), signal)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The names of a workbook's sheets, in their order; throws for a zip that is no workbook. */
function sheetNames(bytes: Uint8Array, fileName: string): string[] {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/worksheets\//i.test(name)) size += originalSize;
      return name === 'xl/workbook.xml' && originalSize < MAX_LIST_BYTES;
    },
  });
  if (size > MAX_TEXTS_BYTES) {
    throw new ImportError(
      `${fileName} unpacks to more than a spreadsheet of orders can have. It was not opened; nothing was imported.`,
    );
  }
  const list = parts['xl/workbook.xml'];
  if (!list) throw new Error('no workbook');
  return [...strFromU8(list).matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(
    ([, name = '']) => name,
  );
}

async function orWords<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      `${name} can't be opened as a spreadsheet (.xlsx): it is damaged, was cut short, or is something else. Download it again from Seller Center; nothing was imported.`,
    );
  }
}
