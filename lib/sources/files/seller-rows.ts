import type { Order } from '../../model/order.ts';
import type { Miss } from '../source.ts';
import { pathName } from '../tolerant.ts';
import type { OpenFile } from './file-source.ts';
import type { Header } from './seller-columns.ts';
import type { TableRow } from './seller-table.ts';

/** Where an export comes from: the file, its own name for the source, and the sheet in a workbook. */
export interface ExportPlace {
  file: OpenFile;
  /** The id that stands in an order's `sources`. */
  sourceId: string;
  sheetName: string | null;
}

/** Takes the rows of one export; its orders are whole when the last row has come. */
export interface RowsReader {
  /** A row below the header. */
  add(row: TableRow): void;
  /** The orders, each once. Throws ImportError when nothing of the file can be trusted. */
  orders(): Generator<Order>;
  /** Rows that could not be read at all, and what was odd; complete after the last order. */
  readonly brokenCount: number;
  readonly misses: Miss[];
}

/** A row that tells of no order, as a miss; all of a file are one kind, however many there are. */
export function brokenRow(field: string): Miss {
  return { path: pathName('rows[]', [field]), expected: 'id', got: 'something else' };
}

/** Columns that nobody reads: when something expected is gone, they tell where it may have moved to. */
export function unreadColumns(header: Header, isPassedBy: (name: string) => boolean): Miss[] {
  return header.others
    .filter((name) => name.trim() !== '' && !isPassedBy(name))
    .map((name) => ({
      path: pathName('rows[]', [name.trim().replace(/[^A-Za-z0-9]+/g, '_')]),
      expected: 'nothing',
      got: 'unread',
    }));
}
