import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../lib/background/ingest.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { entryText } from './corpus.ts';
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

test('50 MB of text are taken in or refused, without harm', async () => {
  const db = fresh();
  const body = listText(entryText(GOOD_A, { note_module: `{"buyer_note":"${'n'.repeat(50_000_000)}"}` }));
  await expect(take(db, body)).resolves.toBe(true);
  await take(db, listText(entryText(GOOD_B)));
  expect(await idsOf(db)).toContain(GOOD_B);
  expect(await db.inbox.count()).toBe(0);
}, 90_000);

test('100,000 orders in one list all arrive', async () => {
  const db = fresh();
  const entries = Array.from(
    { length: 100_000 },
    (_, index) => `{"main_order_id":"577${String(index).padStart(15, '0')}"}`,
  );
  await take(db, listText(...entries));
  expect(await db.orders.count()).toBe(100_000);
  const [total] = await db.rollups.where('bucket').equals('all').toArray();
  expect(total?.counts['orders']).toBe(100_000);
}, 90_000);

test('100,000 broken orders are counted, and the good one among them arrives', async () => {
  const db = fresh();
  const entries = Array.from({ length: 100_000 }, () => '7');
  await take(db, listText(...entries, entryText(GOOD_A)));
  expect(await idsOf(db)).toEqual([GOOD_A]);
  expect((await db.drift.toArray()).find((row) => row.path === 'order')?.count).toBe(100_000);
}, 90_000);

test.each([
  ['items', 'sku_module', '{"order_line_ids":["0000"]}'],
  ['parcels', 'delivery_module', '{"fulfill_unit_id":"0000"}'],
  ['returns', 'reverse_module', '{"reverse_order_id":"0000"}'],
])(
  'an order with 20,000 %s is taken twice in time, and harms no other',
  async (_name, module, part) => {
    const db = fresh();
    const parts = Array.from({ length: 20_000 }, (_, index) =>
      part.replace('0000', String(1_000_000 + index)),
    );
    const body = (list: string[]) =>
      listText(entryText(GOOD_A), entryText('577100000000000003', { [module]: `[${list.join()}]` }));
    const start = performance.now();
    await take(db, body(parts));
    await take(db, body(parts.toReversed()), NOW + 60_000);
    expect(performance.now() - start).toBeLessThan(8000);
    expect(await idsOf(db)).toContain(GOOD_A);
  },
  120_000,
);
