import { RIGHT_SOON_MS } from '../../insights/rights.ts';
import { DAY_MS, HOUR_MS } from '../../model/time.ts';
import { type AccountRow, type History, NO_TIME, type OrderRow, type RollupRow } from '../db.ts';
import type { NoteRow } from '../notes.ts';
import { newestOfRole } from './role-list.ts';
import { readTotals } from './totals.ts';

/** A buyer's day at a glance. Every list is a short range of an index, however long the history is. */
export interface BuyerSummary {
  orderCount: number;
  onTheWayCount: number;
  /** Past the end of their estimate, the oldest first; expected, the next first; without an estimate. */
  late: OrderRow[];
  expected: OrderRow[];
  withoutEta: OrderRow[];
  /** Delivered in the last days, newest first. */
  arrived: OrderRow[];
  /** Not paid yet, and cancelled within two days unless they are, the next first. */
  toPay: OrderRow[];
  /** The return window ends soon, the next first. */
  returnsEnding: OrderRow[];
  /** Orders with money owed, the oldest first, and whether there are more than were read. */
  owed: OrderRow[];
  isMoreOwed: boolean;
  /** Changes that are watched, each with its order as it is now. */
  changes: { note: NoteRow; row: OrderRow }[];
}

const ARRIVED_DAYS = 3;
const MAX_ROWS = 20;
const MAX_OWED = 200;
const PAY_SOON_MS = 48 * HOUR_MS;
// Of the unpaid orders the newest: what waits longer than these has been cancelled since.
const MAX_UNPAID = 100;

/** Reads the summary of some buyer accounts at a moment; of totals that were read already where there are some. */
export async function readBuyerSummary(
  db: History,
  accounts: readonly AccountRow[],
  now: number,
  known?: readonly RollupRow[],
): Promise<BuyerSummary> {
  const names = new Set(accounts.map(({ account }) => account));
  const isOurs = ({ order }: OrderRow) => order.role === 'buyer' && names.has(order.account);
  const day = new Date(now).setHours(0, 0, 0, 0);
  const range = (index: keyof OrderRow & string, from: number, to: number) =>
    db.orders.where(index).between(from, to, true, false).and(isOurs);
  const [late, expected, withoutEta, arrived, toPay, returnsEnding, owed, changes, counts] =
    await Promise.all([
      range('arrivesAt', 0, day).limit(MAX_ROWS).toArray(),
      range('arrivesAt', day, NO_TIME).limit(MAX_ROWS).toArray(),
      db.orders.where('arrivesAt').equals(NO_TIME).and(isOurs).reverse().limit(MAX_ROWS).toArray(),
      range('arrivedAt', now - ARRIVED_DAYS * DAY_MS, now + 1)
        .reverse()
        .limit(MAX_ROWS)
        .toArray(),
      readToPay(db, isOurs, now),
      range('returnEndsAt', now, now + RIGHT_SOON_MS)
        .limit(MAX_ROWS)
        .toArray(),
      range('owedSince', 0, NO_TIME)
        .limit(MAX_OWED + 1)
        .toArray(),
      readChanges(db, isOurs),
      countOrders(names, known ?? readTotals(db)),
    ]);
  const isMoreOwed = owed.length > MAX_OWED;
  const lists = { late, expected, withoutEta, arrived, toPay, returnsEnding, changes };
  return { ...counts, ...lists, owed: owed.slice(0, MAX_OWED), isMoreOwed };
}

async function readToPay(db: History, isOurs: (row: OrderRow) => boolean, now: number): Promise<OrderRow[]> {
  const rows = await db.orders.bulkGet(await newestOfRole(db, 'buyer', 'UNPAID', MAX_UNPAID));
  const cancelsAt = (row: OrderRow) => row.order.deadlines.autoCancelAt ?? NO_TIME;
  return rows
    .filter((row) => row !== undefined)
    .filter((row) => isOurs(row) && cancelsAt(row) > now && cancelsAt(row) <= now + PAY_SOON_MS)
    .sort((a, b) => cancelsAt(a) - cancelsAt(b))
    .slice(0, MAX_ROWS);
}

async function readChanges(
  db: History,
  isOurs: (row: OrderRow) => boolean,
): Promise<BuyerSummary['changes']> {
  const notes = await db.notes.where('watchedAt').above(0).reverse().limit(MAX_ROWS).toArray();
  const rows = await db.orders.bulkGet(notes.map((note) => note.orderKey));
  return notes.flatMap((note, index) => {
    const row = rows[index];
    return row && isOurs(row) ? [{ note, row }] : [];
  });
}

async function countOrders(
  names: ReadonlySet<string>,
  totals: readonly RollupRow[] | Promise<RollupRow[]>,
): Promise<Pick<BuyerSummary, 'orderCount' | 'onTheWayCount'>> {
  const ours = (await totals).filter((row) => row.role === 'buyer' && names.has(row.account));
  const sum = (...counts: string[]) =>
    ours.reduce((all, row) => all + counts.reduce((own, name) => own + (row.counts[name] ?? 0), 0), 0);
  return {
    orderCount: sum('orders'),
    onTheWayCount: sum('status.PARTIALLY_SHIPPING', 'status.AWAITING_COLLECTION', 'status.IN_TRANSIT'),
  };
}
