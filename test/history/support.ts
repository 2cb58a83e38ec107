import type { History } from '../../lib/history/db.ts';
import { type Capture, type WriteCounts, writeReading } from '../../lib/history/write.ts';
import type { Order } from '../../lib/model/order.ts';
import type { Reading } from '../../lib/sources/source.ts';
import { makeReading, NOW, SHOP } from './build.ts';
import { readOrdersFile } from './read-orders-file.ts';

export type OpenHistory = (name?: string) => History;

/** One thing that the history must do; runs in Node and in browsers alike and throws when it does not. */
export interface HistoryCase {
  name: string;
  run(openHistory: OpenHistory): Promise<void>;
}

/** A case that gets a fresh history, which is deleted afterwards. */
export function onHistory(
  name: string,
  run: (db: History, openHistory: OpenHistory) => Promise<void>,
): HistoryCase {
  return {
    name,
    async run(openHistory) {
      const db = openHistory(`case-${crypto.randomUUID()}`);
      try {
        await run(db, openHistory);
      } finally {
        await db.delete();
      }
    },
  };
}

/** JSON with sorted keys: two values are the same when their texts are. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(
    value,
    (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    1,
  );
}

/** Fails unless both are the same data. */
export function same(actual: unknown, expected: unknown, what = 'value'): void {
  const [got, want] = [canonical(actual) ?? 'undefined', canonical(expected) ?? 'undefined'];
  if (got === want) return;
  const [gotLines, wantLines] = [got.split('\n'), want.split('\n')];
  const at = Math.max(0, wantLines.findIndex((line, index) => line !== gotLines[index]) - 2);
  const part = (lines: string[]) => lines.slice(at, at + 24).join('\n');
  throw new Error(`${what}: from line ${at + 1}, expected\n${part(wantLines)}\ngot\n${part(gotLines)}`);
}

export function ok(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}

/** The error that something rejects with, or a failure when it does not. */
export async function rejection(work: () => Promise<unknown>): Promise<Error> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('not so: it rejects with an error');
}

let captures = 0;

/** A capture of the page of the usual shop, with what a case says about it. */
export function makeCapture(fields: Partial<Capture> = {}): Capture {
  captures += 1;
  return {
    id: `capture-${captures}`,
    at: NOW,
    sourceId: 'seller/order-list',
    origin: 'seller-us.tiktok.com',
    kind: 'page',
    owner: SHOP,
    ...fields,
  };
}

/** Writes orders as one capture. */
export function write(
  db: History,
  orders: Order[],
  fields: Partial<Capture> = {},
  reading: Partial<Reading> = {},
): Promise<WriteCounts> {
  return writeReading(db, makeCapture(fields), makeReading(orders, reading));
}

/** Writes the orders of a file in parts, each shop's orders as their own, as an import does. */
export async function importOrders(
  db: History,
  orders: Order[],
  id: string,
  partSize = 1000,
): Promise<WriteCounts> {
  const sum = { created: 0, updated: 0, unchanged: 0 };
  for (let start = 0; start < orders.length; start += partSize) {
    const part = orders.slice(start, start + partSize);
    for (const [, own] of Map.groupBy(part, (order) => `${order.role}|${order.account}`)) {
      const [first] = own;
      if (!first) continue;
      const owner = { role: first.role, account: first.account, market: first.market };
      const file = {
        id,
        kind: 'file',
        origin: 'orders.json',
        sourceId: 'files/orderlens-json',
        owner,
      } as const;
      const counts = await write(db, own, file);
      for (const name of ['created', 'updated', 'unchanged'] as const) sum[name] += counts[name];
    }
  }
  return sum;
}

export async function importText(
  db: History,
  text: string,
  id: string = crypto.randomUUID(),
): Promise<WriteCounts> {
  return importOrders(db, readOrdersFile(text), id);
}

/** Every row of every table. */
export async function everything(db: History): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables);
}

/** The one order in the history. */
export async function onlyOrder(db: History): Promise<Order> {
  const rows = await db.orders.toArray();
  const [row] = rows;
  if (rows.length !== 1 || !row) throw new Error(`not so: one order, there are ${rows.length}`);
  return row.order;
}
