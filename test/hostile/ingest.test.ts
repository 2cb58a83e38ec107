import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../lib/background/ingest.ts';
import { exportJson } from '../../lib/export/json.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { readDriftReport } from '../../lib/history/read/health.ts';
import { checkRollups } from '../../lib/history/rollups.ts';
import { readOrdersFile } from '../history/read-orders-file.ts';
import { entryText, HOSTILE, NAMES } from './corpus.ts';
import { watchPrototypes } from './pollution.ts';

const HOST = 'seller-us.tiktok.com';
const LIST = `https://${HOST}/api/fulfillment/na/order/list?oec_seller_id=7&shop_region=US`;
const NOW = Date.UTC(2026, 10, 21, 5);

watchPrototypes();
const opened: History[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
function fresh(): History {
  const db = openHistory(`hostile-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

const listText = (...entries: string[]) =>
  `{"code":0,"message":"success","data":{"main_orders":[${entries.join()}]}}`;
const take = (db: History, bodyText: string, at = NOW, requestText = '') =>
  takeIn(db, { url: LIST, requestText, bodyText }, HOST, at);
const idsOf = async (db: History) => (await db.orders.toArray()).map((row) => row.order.id);
const [GOOD_A, GOOD_B] = ['577100000000000001', '577100000000000002'];

test.each(HOSTILE)(
  '$name costs none of its neighbours',
  async ({ text, is, isOdd }) => {
    const db = fresh();
    const body = listText(entryText(GOOD_A), text, entryText(GOOD_B));
    expect(await take(db, body)).toBe(true);
    expect(await take(db, body, NOW + 60_000)).toBe(true);
    const ids = await idsOf(db);
    expect(ids).toEqual(expect.arrayContaining([GOOD_A, GOOD_B]));
    expect(ids).toHaveLength(is === 'order' ? 3 : 2);
    const drift = await db.drift.toArray();
    if (is === 'broken') expect(drift.find((row) => row.path === 'order')?.count).toBe(2);
    if (isOdd !== null) expect(drift.length > 0).toBe(isOdd);
    expect([await db.inbox.count(), (await checkRollups(db)).wrong]).toEqual([0, 0]);
  },
  20_000,
);

test.each(HOSTILE)(
  'a history with $name can be exported and imported again',
  async ({ text }) => {
    const db = fresh();
    await take(db, listText(entryText(GOOD_A), text));
    const file = await (await exportJson(db, new Date(NOW), () => {}, new AbortController().signal)).text();
    const stored = (await db.orders.toArray()).map((row) => row.order);
    expect(readOrdersFile(file)).toEqual(stored);
  },
  20_000,
);

test.each(Object.entries(NAMES))('%s is kept as it was sent, to be shown as text', async (_name, text) => {
  const db = fresh();
  const json = JSON.stringify(text);
  await take(db, listText(entryText(GOOD_A, { sku_module: `[{"sku_id":"1","product_name":${json}}]` })));
  expect((await db.orders.toArray())[0]?.order.items[0]?.name).toBe(text);
});

test.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['a code that is a text', '{"code":"0","data":{}}'],
  ['a code that is a list', '{"code":[0],"data":{}}'],
  ['data that is a list', '{"code":0,"data":[]}'],
  ['data that is a text', '{"code":0,"data":"x"}'],
  ['orders that are an object', '{"code":0,"data":{"main_orders":{"0":{}}}}'],
  ['orders that are a number', '{"code":0,"data":{"main_orders":7}}'],
  ['no JSON', 'Service Unavailable'],
  ['a truncated answer', listText(entryText(GOOD_A)).slice(0, 90)],
  [
    'an answer nested 10,000 deep',
    `{"code":0,"data":{"main_orders":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
  ],
  [
    'an entry nested 10,000 deep',
    listText(entryText(GOOD_A, { x: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}` })),
  ],
])('%s for an answer is counted and gone', async (_name, body) => {
  const db = fresh();
  await expect(take(db, body)).resolves.toBe(true);
  expect([await db.orders.count(), await db.inbox.count()]).toEqual([0, 0]);
  expect(await db.drift.count()).toBeGreaterThan(0);
});

test.each([
  'null',
  '[]',
  '"x"',
  '7',
  '{"main_order_id":{"a":1}}',
  '{"search_condition":7}',
  '{',
  '{"search_condition":{"condition_list":{"__proto__":{"polluted":1}}}}',
])('the request %s costs no order', async (request) => {
  const db = fresh();
  await take(db, listText(entryText(GOOD_A)), NOW, request);
  expect(await idsOf(db)).toEqual([GOOD_A]);
});

test('one id in a thousand entries is one order', async () => {
  const db = fresh();
  await take(db, listText(...Array.from({ length: 1000 }, () => entryText(GOOD_A))));
  expect([await idsOf(db), (await checkRollups(db)).wrong]).toEqual([[GOOD_A], 0]);
});

test('the drift report holds none of the hostile values', async () => {
  const db = fresh();
  for (const { text } of HOSTILE.filter((entry) => entry.text.length < 5000)) await take(db, listText(text));
  const report = await readDriftReport(db, '1');
  for (const secret of ['evil', 'alert', 'HYPERLINK', 'unavailable', '5779', 'gpj', '12.50'])
    expect(report).not.toContain(secret);
});
