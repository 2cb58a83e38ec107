import Dexie, { type Table, type Transaction } from 'dexie';
import type { AlertEvent, AlertKind } from '../model/alert.ts';
import type { Order, Role } from '../model/order.ts';
import type { ShopRecord } from '../model/record.ts';
import type { Reading } from '../sources/source.ts';
import { createHistory } from './migrations/0001-create-history.ts';
import { addRecords } from './migrations/0002-add-records.ts';
import { addBuyer } from './migrations/0003-add-buyer.ts';
import { addAlerts } from './migrations/0004-add-alerts.ts';
import type { NoteRow } from './notes.ts';
import type { Places } from './places.ts';
import type { Stamps } from './stamps.ts';

/** An order as it is stored: the exported order, and what its indexes need. */
export interface OrderRow {
  key: string;
  /** `placedAt`, or when it was first seen: every order has a place in the list. */
  sortAt: number;
  /** The day that its money counts for, in the shop's zone when it was written; "unknown" without a date. */
  day: string;
  /** When it must be shipped, while it still must be. Absent rows are not in the index. */
  shipDueAt?: number;
  /** When the earliest open return must be answered; `NO_TIME` where the page gives no time. */
  returnDueAt?: number;
  /** When an open cancellation request must be answered, likewise. */
  cancelDueAt?: number;
  /** When it cancels itself unless it is shipped, while it still must be. */
  autoCancelAt?: number;
  /** A buyer's: what its products are found again by. */
  productKeys?: string[];
  /** A buyer's, while money is owed: since when. */
  owedSince?: number;
  /** A buyer's, while it is on its way: when it is expected; `NO_TIME` without an estimate. */
  arrivesAt?: number;
  /** A buyer's, once it is there: when it came, and when it can be returned no more. */
  arrivedAt?: number;
  returnEndsAt?: number;
  order: Order;
  /** When the order's values were told, where they were not all told at once. */
  told?: Stamps;
}
export const NO_TIME = 8.64e15;

/**
 * Sums over orders. Bucket "all", "day:YYYY-MM-DD" (by the order's day) or "hour:NNNNNNNN" (hours since
 * 1970, open ship-by times, currency ""). Counts: orders, revenueMinor, refundedMinor, `status.X`, ...
 * A buyer's orders count in "month:YYYY-MM", "seller:SPAN|NAME" and "category:SPAN|NAME" too (`axisBucket`).
 */
export interface RollupRow {
  role: Role;
  account: string;
  currency: string;
  bucket: string;
  counts: Record<string, number>;
}

/** One field that a capture changed. Paths as `fieldsOf` writes them. */
export interface FieldChange {
  path: string;
  old: unknown;
  new: unknown;
}

/** What a capture changed in one order; and, to undo it, the stamps that it had before and how its entries stood. */
export interface UpdatedOrder {
  key: string;
  fields: FieldChange[];
  told?: Stamps | undefined;
  places?: Places | undefined;
}

/** What one capture (or a part of an import) did: append-only, and enough to undo it. */
export interface ChangeRow {
  id?: number;
  captureId: string;
  at: number;
  sourceId: string;
  created: string[];
  updated: UpdatedOrder[];
  updatedKeys: string[];
}

/** One capture or import that changed something or could not be read in full. */
export interface CaptureRow {
  id: string;
  at: number;
  sourceId: string;
  /** The host of the page, or the name of the file. */
  origin: string;
  accountKey: string;
  createdCount: number;
  updatedCount: number;
  brokenCount: number;
  /** How many vouchers, reviews, returns and messages an import added; absent where it had none. */
  recordCount?: number;
  undoneAt: number | null;
}

/** What a data export told about a shop beside its orders. The key is `kind|account|id`. */
export interface RecordRow extends ShopRecord {
  key: string;
  account: string;
  captureId: string;
  seenAt: number;
  /** What an earlier import said of it, to be set back. */
  before: RecordRow | null;
}

/** An alert, and what became of it. */
export interface AlertRow extends AlertEvent {
  /** Its kind while it waits for the user: what the badge counts. Absent once it is read news, done, over or snoozed. */
  openKind?: AlertKind;
  /** When it is to be told; absent once it was, and where it never is. */
  tellAt?: number;
  toldAt: number | null;
  readAt: number | null;
  doneAt: number | null;
  /** When its order needed it no more, or a later stage took its place. */
  overAt: number | null;
}

/** One shop (or buyer) of which orders are stored. */
export interface AccountRow {
  key: string;
  role: Role;
  account: string;
  market: string | null;
  host: string | null;
  /**
   * "page" when a page on TikTok told who it is, "host" when all that is known of it is the host of the page,
   * "file" when it is only known from an import.
   */
  origin: 'page' | 'host' | 'file';
  label: string | null;
  lastSeenAt: number | null;
  session: Reading['session'];
  /** How many orders Seller Center says the shop has, from an unfiltered list. */
  wholeCount: number | null;
  /** How many orders Seller Center itself counted under To ship, and when. */
  toShip: { count: number; at: number } | null;
}

/** A payload that arrived and is not read yet: it survives the worker. */
export interface InboxRow {
  id?: number;
  url: string;
  requestText: string;
  bodyText: string;
  host: string;
  /** The account name of the buyer, where the page told who it is. */
  buyer?: string | null;
  seenAt: number;
  attempts: number;
}

/** One kind of surprise in a source's payloads: a path and types, never a value. */
export interface DriftRow {
  key: string;
  sourceId: string;
  path: string;
  expected: string;
  got: string;
  count: number;
  lastAt: number;
}

export interface MetaRow {
  key: string;
  value: unknown;
}

export interface Migration {
  version: number;
  /** Dexie's schema language: table -> primary key and indexes. */
  stores: Record<string, string>;
  /** Brings the rows of the version before up to this one. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}

interface Tables {
  orders: Table<OrderRow, string>;
  rollups: Table<RollupRow, [string, string, string, string]>;
  changes: Table<ChangeRow, number>;
  captures: Table<CaptureRow, string>;
  accounts: Table<AccountRow, string>;
  inbox: Table<InboxRow, number>;
  drift: Table<DriftRow, string>;
  meta: Table<MetaRow, string>;
  notes: Table<NoteRow, string>;
  records: Table<RecordRow, string>;
  alerts: Table<AlertRow, string>;
}
export type History = Dexie & Tables;

export const MIGRATIONS: readonly Migration[] = [createHistory, addRecords, addBuyer, addAlerts];

const LATEST = Math.max(...MIGRATIONS.map((migration) => migration.version));
// Dexie multiplies its version numbers by ten in the browser's database.
const DEXIE_VERSION_FACTOR = 10;

/** A newer OrderLens wrote this history; it stays as it is. */
export class NewerHistoryError extends Error {
  constructor() {
    super(
      'A newer version of OrderLens wrote this history. Update OrderLens to open it; nothing was changed.',
    );
  }
}

/** The history of this browser. Nothing is read before the first query. */
export function openHistory(name = 'orderlens'): History {
  // Dexie adds the tables of the declared schema to the instance.
  const db = new Dexie(name) as History;
  for (const { version, stores, upgrade } of MIGRATIONS) {
    const declared = db.version(version).stores(stores);
    if (upgrade) declared.upgrade(upgrade);
  }
  // Dexie opens a database of a newer version as if it were ours; writing to it could spoil what it does not know.
  db.on('ready', () => {
    if (db.backendDB().version > LATEST * DEXIE_VERSION_FACTOR) throw new NewerHistoryError();
  });
  return db;
}
