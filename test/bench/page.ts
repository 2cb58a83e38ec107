import Dexie from 'dexie';
import { sweep } from '../../lib/alerts/sweep.ts';
import { type History, MIGRATIONS, type OrderRow, openHistory } from '../../lib/history/db.ts';
import { eraseHistory } from '../../lib/history/erase.ts';
import { writeReading } from '../../lib/history/write.ts';
import { parseJson } from '../../lib/sources/json.ts';
import { orderList } from '../../lib/sources/seller/order-list.ts';
import { emptyReading } from '../../lib/sources/source.ts';
import { BUYER, buyerOrders } from './buyer-orders.ts';
import { dueOrders, SELLER } from './due-orders.ts';

// Runs inside an extension page of a real browser: what it times is the code that ships, on that browser's
// IndexedDB. The payloads are made beforehand and their making is not counted.

const OWNER = { role: 'seller', account: 'acc_bench', market: 'US' } as const;
const URL_OF_LIST = new URL('https://seller-us.tiktok.com/api/fulfillment/na/order/list');
const COMPARED = 'bench-history';
const RAW = 'bench-raw';

// The background reads the next answers while the last are being written, as messages arrive; an import has as
// many parts on their way.
const IN_FLIGHT = 8;

/** Reads and writes payloads of a number of orders each, as captures. Returns the milliseconds it took. */
async function ingest(db: History, texts: string[]): Promise<number> {
  const start = performance.now();
  const writing: Promise<unknown>[] = [];
  for (const text of texts) {
    const reading = orderList.read({
      url: URL_OF_LIST,
      request: null,
      body: parseJson(text),
      owner: OWNER,
      seenAt: 1,
    });
    const capture = {
      id: crypto.randomUUID(),
      at: Date.now(),
      sourceId: orderList.id,
      origin: 'bench',
      kind: 'page',
    } as const;
    writing.push(writeReading(db, { ...capture, owner: OWNER }, reading));
    if (writing.length >= IN_FLIGHT) await writing.shift();
    // Each answer is a message of its own: between two of them the database goes on.
    else await new Promise((resolve) => setTimeout(resolve));
  }
  await Promise.all(writing);
  return performance.now() - start;
}

/** Puts the same rows into a store with the same indexes, by plain IndexedDB, in transactions of a size. */
async function putRaw(store: IDBDatabase, rows: OrderRow[]): Promise<number> {
  const start = performance.now();
  for (let at = 0; at < rows.length; at += perTransaction) {
    await new Promise<void>((resolve, reject) => {
      const transaction = store.transaction('orders', 'readwrite');
      const orders = transaction.objectStore('orders');
      for (const row of rows.slice(at, at + perTransaction)) orders.put(row);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
  }
  return performance.now() - start;
}

async function openRaw(): Promise<IDBDatabase> {
  await Dexie.delete(RAW);
  const twin = new Dexie(RAW);
  twin.version(1).stores({ orders: MIGRATIONS[0]?.stores['orders'] ?? '' });
  const opened = await twin.open();
  return opened.backendDB();
}

let db: History | undefined;
let raw: IDBDatabase | undefined;
let perTransaction = 0;

/** Opens the two stores that are compared, both empty; raw puts go so many to a transaction. */
async function openComparison(size: number): Promise<void> {
  perTransaction = size;
  await Dexie.delete(COMPARED);
  db = openHistory(COMPARED);
  await db.open();
  raw = await openRaw();
}

/** Ingests some payloads, then puts the rows that came of them raw: one turn, so that both meet the same noise. */
async function compareTurn(texts: string[]): Promise<{ stored: number; ingestMs: number; rawMs: number }> {
  if (!db || !raw) throw new Error('openComparison comes first');
  const before = await db.orders.count();
  const ingestMs = await ingest(db, texts);
  const last = await db.changes.orderBy('id').reverse().limit(texts.length).toArray();
  const rows = (await db.orders.bulkGet(last.flatMap((change) => change.created))).filter(
    (row) => row !== undefined,
  );
  const rawMs = await putRaw(raw, rows);
  return { stored: (await db.orders.count()) - before, ingestMs, rawMs };
}

/** Closes both and deletes them. */
async function closeComparison(): Promise<void> {
  db?.close();
  raw?.close();
  await Dexie.delete(COMPARED);
  await Dexie.delete(RAW);
}

/** Empties the extension's own history. */
async function empty(): Promise<void> {
  const own = openHistory();
  await eraseHistory(own);
  own.close();
}

/** Adds payloads to the extension's own history. */
async function fill(texts: string[]): Promise<number> {
  const own = openHistory();
  await ingest(own, texts);
  const stored = await own.orders.count();
  own.close();
  return stored;
}

/** Adds a part of a buyer's orders to the extension's own history, as an import does. */
async function fillBuyer(from: number, count: number): Promise<number> {
  const own = openHistory();
  for (let at = from; at < from + count; at += 500) {
    const capture = {
      id: 'bench',
      at: Date.now(),
      sourceId: 'files/bench',
      origin: 'bench',
      kind: 'file',
      owner: BUYER,
    } as const;
    const orders = buyerOrders(at, Math.min(500, from + count - at), Date.now());
    await writeReading(own, capture, { ...emptyReading(), orders });
  }
  const stored = await own.orders.count();
  own.close();
  return stored;
}

/**
 * Makes the extension's own history that of a seller whose next orders are due, as its pages would tell it, and
 * lets the alerts find what to say. Returns how many orders and how many open alerts there are.
 */
async function fillDue(count: number): Promise<{ stored: number; alerts: number }> {
  const own = openHistory();
  const now = Date.now();
  // What is there before it begins is told of in its own time; what comes after is news.
  await sweep(own, now);
  for (let at = 0; at < count; at += 500) {
    const capture = {
      id: crypto.randomUUID(),
      at: now,
      sourceId: orderList.id,
      origin: 'bench',
      kind: 'page',
      owner: SELLER,
    } as const;
    const orders = dueOrders(at, Math.min(500, count - at), count, now);
    await writeReading(own, capture, { ...emptyReading(), orders });
  }
  await sweep(own, now);
  const stored = await own.orders.count();
  const alerts = await own.alerts.where('openKind').above('').count();
  own.close();
  return { stored, alerts };
}

Object.assign(globalThis, {
  bench: { openComparison, compareTurn, closeComparison, empty, fill, fillBuyer, fillDue },
});
