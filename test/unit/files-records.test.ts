import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type History, openHistory } from '../../lib/history/db.ts';
import { eraseHistory } from '../../lib/history/erase.ts';
import { type ImportPart, writeImport } from '../../lib/history/import.ts';
import { readDriftReport } from '../../lib/history/read/health.ts';
import { undoCapture } from '../../lib/history/undo.ts';
import type { ShopRecord } from '../../lib/model/record.ts';
import { makeOrder, NOW } from '../history/build.ts';
import { write } from '../history/support.ts';

let db: History;
beforeEach(() => {
  db = openHistory(`records-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const ME = { role: 'buyer', account: 'file:Me', market: null } as const;
const voucher = (id: string, status = 'NEW'): ShopRecord => ({
  ...{ kind: 'voucher', id, at: NOW, shop: 'Pots', orderId: null, title: null, text: '$1 off', status },
});
const add = (importId: string, fields: Partial<ImportPart>) =>
  writeImport(
    db,
    {
      ...{ importId, fileName: 'data.json', sourceId: 'files/tiktok-data-json', account: 'file:Me' },
      ...{ seenAt: NOW, orders: [], records: [], misses: [], brokenCount: 0, ...fields },
    },
    NOW,
  );
const statuses = async () => (await db.records.toArray()).map(({ id, status }) => [id, status]);

test('records come in with an import, and go with its undo', async () => {
  const orders = [makeOrder({ id: '1' }, ME)];
  expect(await add('a', { orders, records: [voucher('v1'), voucher('v2')] })).toEqual({
    ...{ created: 1, updated: 0, unchanged: 0, records: 2 },
  });
  await add('a', { records: [voucher('v3')] });
  await add('a', { orders: [makeOrder({ id: '2' }, ME)] });
  expect(await db.captures.toArray()).toMatchObject([{ id: 'a', createdCount: 2, recordCount: 3 }]);
  expect((await db.records.where('shop').equals('Pots').toArray()).map(({ key }) => key)).toEqual([
    'voucher|file:Me|v1',
    'voucher|file:Me|v2',
    'voucher|file:Me|v3',
  ]);
  await undoCapture(db, 'a', NOW);
  expect([await db.records.count(), await db.orders.count(), await db.accounts.count()]).toEqual([0, 0, 0]);
});

test('an import that only has records can be undone', async () => {
  await add('a', { records: [voucher('v1')] });
  expect(await db.captures.toArray()).toMatchObject([{ id: 'a', origin: 'data.json', recordCount: 1 }]);
  await undoCapture(db, 'a', NOW);
  expect(await db.records.count()).toBe(0);
});

test('the same file again adds no record, and a newer one says what changed', async () => {
  await add('a', { records: [voucher('v1'), voucher('v2')] });
  expect((await add('b', { records: [voucher('v1'), voucher('v2')] })).records).toBe(0);
  expect((await add('c', { seenAt: NOW + 1, records: [voucher('v1', 'USED')] })).records).toBe(1);
  expect((await add('d', { records: [voucher('v1', 'OLD')] })).records).toBe(0);
  expect(await statuses()).toEqual([
    ['v1', 'USED'],
    ['v2', 'NEW'],
  ]);
  await undoCapture(db, 'c', NOW);
  expect(await statuses()).toEqual([
    ['v1', 'NEW'],
    ['v2', 'NEW'],
  ]);
});

test('what was undone does not come back with a later undo', async () => {
  await add('a', { records: [voucher('v1')] });
  await add('b', { seenAt: NOW + 1, records: [voucher('v1', 'USED')] });
  await undoCapture(db, 'a', NOW);
  expect(await statuses()).toEqual([['v1', 'USED']]);
  await undoCapture(db, 'b', NOW);
  expect(await statuses()).toEqual([]);
});

test('an account of files stays as long as anything of it does', async () => {
  await add('a', { orders: [makeOrder({ id: '1' }, ME)] });
  await add('b', { orders: [makeOrder({ id: '2' }, ME)], records: [voucher('v1')] });
  await add('c', { records: [voucher('v2')] });
  await undoCapture(db, 'a', NOW);
  expect(await db.accounts.count()).toBe(1);
  await undoCapture(db, 'b', NOW);
  expect(await db.accounts.count()).toBe(1);
  await undoCapture(db, 'c', NOW);
  expect(await db.accounts.count()).toBe(0);
});

test('what could not be read is counted, and told without values', async () => {
  const misses = [{ path: 'OrderHistories[].total', expected: 'amount with currency', got: 'string' }];
  await add('a', { misses, brokenCount: 2 });
  expect(await db.captures.toArray()).toMatchObject([{ id: 'a', brokenCount: 2 }]);
  expect(await readDriftReport(db, '1')).toMatch(
    /files\/tiktok-data-json {2}OrderHistories\[\]\.total .* x1/,
  );
});

test('deleting everything deletes records', async () => {
  await add('a', { records: [voucher('v1')] });
  await eraseHistory(db);
  expect(await db.records.count()).toBe(0);
});

test('a file whose orders all stand under a page’s account adds no account', async () => {
  const page = { role: 'buyer', account: 'acc_me', market: 'US' } as const;
  await write(db, [makeOrder({ id: '1' }, page)], { owner: page });
  expect(await add('a', { orders: [makeOrder({ id: '1', paymentMethod: 'Card' }, ME)] })).toMatchObject({
    created: 0,
    updated: 1,
  });
  expect((await db.accounts.toArray()).map(({ key }) => key)).toEqual(['buyer|acc_me']);
  await undoCapture(db, 'a', NOW);
  expect((await db.orders.toArray()).map(({ order }) => order.paymentMethod)).toEqual([null]);
});
