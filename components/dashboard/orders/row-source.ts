import type { OrderRow } from '../../../lib/history/read/rows.ts';

/** Where a table gets its rows from. A row that is not there yet is undefined. */
export interface RowSource {
  count: number;
  rowAt: (index: number) => OrderRow | undefined;
  /** Tells which rows are in view, so that they can be read, and which one the keyboard is on. */
  show: (first: number, last: number, active: number) => void;
}
