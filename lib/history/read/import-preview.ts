import { orderKey } from '../../model/key.ts';
import type { Order } from '../../model/order.ts';
import { underKnownAccounts } from '../adopt.ts';
import type { FieldChange, History, OrderRow } from '../db.ts';
import { diffOrders } from '../fields.ts';
import { mergeTold } from '../merge.ts';

/** What an import would do, counted before anything is written. */
export interface ImportPreview {
  total: number;
  created: number;
  /** Known orders that the file tells more about. */
  completed: number;
  /** Known orders of which the file says something else than the history: the newer value wins. */
  conflicting: number;
  unchanged: number;
}

/** Two parts of one file as one. */
export function addPreviews(a: ImportPreview, b: ImportPreview): ImportPreview {
  return {
    total: a.total + b.total,
    created: a.created + b.created,
    completed: a.completed + b.completed,
    conflicting: a.conflicting + b.conflicting,
    unchanged: a.unchanged + b.unchanged,
  };
}

const SLICE = 500;

/** Compares a file's orders with the history. Stops at an abort with what it has counted. */
export async function previewImport(
  db: History,
  orders: readonly Order[],
  signal: AbortSignal,
): Promise<ImportPreview> {
  const preview: ImportPreview = {
    total: orders.length,
    created: 0,
    completed: 0,
    conflicting: 0,
    unchanged: 0,
  };
  for (let start = 0; start < orders.length && !signal.aborted; start += SLICE) {
    const slice = await underKnownAccounts(db, orders.slice(start, start + SLICE));
    const known = await db.orders.bulkGet(slice.map(orderKey));
    slice.forEach((order, index) => {
      preview[effectOf(known[index], order)] += 1;
    });
  }
  return preview;
}

function effectOf(
  known: OrderRow | undefined,
  order: Order,
): 'created' | 'completed' | 'conflicting' | 'unchanged' {
  if (!known) return 'created';
  if (diffOrders(known.order, order).some((field) => isConflict(field, order))) return 'conflicting';
  return diffOrders(known.order, mergeTold(known, { order }).order).length > 0 ? 'completed' : 'unchanged';
}

/** Whether both sides say something, and not the same. */
function isConflict({ path, old, new: fresh }: FieldChange, order: Order): boolean {
  if (path.startsWith('sources/')) return false;
  // A file that tells no status says nothing against one, and a guessed date nothing against a known one.
  if (path === 'status' && order.status === 'UNKNOWN' && order.statusLabel === null) return false;
  if (path === 'isDateInferred' || (path === 'placedAt' && order['isDateInferred'] === true)) return false;
  const isSaid = (value: unknown) => value !== null && value !== '';
  return isSaid(old) && isSaid(fresh) && !(/(?:^|\.)\w+At$/.test(path) && isOneMinute(old, fresh));
}

const MINUTE_MS = 60_000;

/** Whether one time tells the seconds of the other, which stands at the beginning of its minute. */
function isOneMinute(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  return Math.min(a, b) % MINUTE_MS === 0 && Math.abs(a - b) < MINUTE_MS;
}
