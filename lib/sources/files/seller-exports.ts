import { type FilePart, type FileSource, ImportError, type OpenFile } from './file-source.ts';
import { PartBuffer } from './part-buffer.ts';
import { type Header, readHeader } from './seller-columns.ts';
import { csvLayout, csvRows, MAX_HEADER_ROW } from './seller-csv-rows.ts';
import { FinanceRows } from './seller-finance-rows.ts';
import { OrderRows } from './seller-order-rows.ts';
import type { ExportPlace, RowsReader } from './seller-rows.ts';
import { cellText, isEmptyRow, type TableRow } from './seller-table.ts';
import { isXlsx, xlsxSheets } from './seller-xlsx-rows.ts';

/** How often the progress shows while rows are taken, in rows. */
const PROGRESS_ROWS = 2000;

/** Seller Center's order export as CSV, of any market. */
export const sellerOrdersCsv: FileSource = csvSource('orders', {
  id: 'files/seller-orders-csv',
  label: 'Seller Center order export (CSV)',
});

/** Seller Center's income, settlement and on-hold exports as CSV. */
export const sellerFinanceCsv: FileSource = csvSource('finance', {
  id: 'files/seller-finance-csv',
  label: 'Seller Center finance export (CSV)',
});

/** Both as spreadsheets: which of the two one is stands in its sheets, so it shows when they are read. */
export const sellerXlsx: FileSource = {
  id: 'files/seller-xlsx',
  label: 'Seller Center export (XLSX)',
  matches: isXlsx,
  async *read(file, signal) {
    let isFound = false;
    for (const { name, rows } of await xlsxSheets(file, signal)) {
      const places = { orders: place(file, 'orders-xlsx', name), finance: place(file, 'finance-xlsx', name) };
      for await (const part of readRows(rows(), (header) => readerFor(header, places[header.kind]))) {
        isFound = true;
        yield part;
      }
    }
    if (!isFound) throw notAnExport(file.name);
  },
};

function csvSource(kind: Header['kind'], about: Pick<FileSource, 'id' | 'label'>): FileSource {
  return {
    ...about,
    matches: (file) => csvLayout(file)?.header.kind === kind,
    async *read(file, signal) {
      const layout = csvLayout(file);
      if (!layout) throw notAnExport(file.name);
      const at = place(file, `${kind}-csv`, null);
      yield* readRows(csvRows(file, layout, signal), (header) => readerFor(header, at));
    },
  };
}

function place(file: OpenFile, name: string, sheetName: string | null): ExportPlace {
  return { file, sourceId: `files/seller-${name}`, sheetName };
}

function readerFor(header: Header, at: ExportPlace): RowsReader {
  return header.kind === 'orders' ? new OrderRows(at, header) : new FinanceRows(at, header);
}

/** Reads a table from its header down; yields nothing for one without. Orders come when its last row was read. */
async function* readRows(
  rows: AsyncIterable<TableRow>,
  open: (header: Header) => RowsReader,
): AsyncGenerator<FilePart> {
  let reader: RowsReader | undefined;
  let readBytes = 0;
  const buffer = new PartBuffer();
  for await (const row of rows) {
    readBytes = row.readBytes;
    if (isEmptyRow(row.cells)) continue;
    if (reader) reader.add(row);
    else if (row.number > MAX_HEADER_ROW) return;
    else {
      const header = readHeader(row.cells.map(cellText));
      if (header) reader = open(header);
    }
    if (reader && row.number % PROGRESS_ROWS === 0) yield buffer.take(readBytes);
  }
  if (!reader) return;
  for (const order of reader.orders()) {
    buffer.addOrder(order, []);
    if (buffer.isFull(readBytes)) yield buffer.take(readBytes);
  }
  const last = buffer.take(readBytes);
  yield { ...last, misses: reader.misses, brokenCount: reader.brokenCount };
}

function notAnExport(name: string): ImportError {
  return new ImportError(
    `${name} is no export of Seller Center that OrderLens knows: no table in it has columns like "Order ID" and "Order Status", or "Order/adjustment ID" and "Total settlement amount", in its first ${MAX_HEADER_ROW} rows. Choose an order or finance export as Seller Center made it; nothing was imported.`,
  );
}
