import { drainInbox, takeIn } from '../../../lib/background/ingest.ts';
import type { History } from '../../../lib/history/db.ts';
import { readDriftReport, readDriftSummary } from '../../../lib/history/read/health.ts';
import { SOURCES } from '../../../lib/sources/registry.ts';
import type { Source } from '../../../lib/sources/source.ts';
import { HOUR, NOW } from '../build.ts';
import { type HistoryCase, ok, onHistory, rejection, same } from '../support.ts';

const HOST = 'seller-us.tiktok.com';
const URL_OF_LIST = `https://${HOST}/api/fulfillment/na/order/list?oec_seller_id=7&shop_region=US`;
const listOf = (...orders: unknown[]) =>
  JSON.stringify({ code: 0, message: 'success', data: { main_orders: orders } });
const entry = (id: string) => ({
  main_order_id: id,
  trade_order_module: { create_time: '1795237200' },
  order_status_module: [{ sku_display_status: 111 }],
  price_module: { grand_total: { price_val: '12.50', currency: 'USD' } },
});
const payload = (bodyText: string, url = URL_OF_LIST) => ({ url, requestText: '', bodyText });
const waiting = (db: History, bodyText: string, attempts = 0, url = URL_OF_LIST) =>
  db.inbox.add({ ...payload(bodyText, url), host: HOST, seenAt: NOW, attempts });
const ids = async (db: History) => (await db.orders.toArray()).map((row) => row.order.id).sort();

/** A case with a source that fails for one address, as a fault in a reader would. */
function withFaultySource(name: string, run: (db: History, url: string) => Promise<void>): HistoryCase {
  return onHistory(name, async (db) => {
    const faulty: Source = {
      id: 'test/faulty',
      matches: (url) => url.pathname === '/faulty',
      read() {
        throw new Error('fault');
      },
    };
    const list = SOURCES as Source[];
    list.push(faulty);
    try {
      await run(db, `https://${HOST}/faulty`);
    } finally {
      list.splice(list.indexOf(faulty), 1);
    }
  });
}

export const inboxCases = [
  onHistory('an answer is taken in and the inbox is empty again', async (db) => {
    same(await takeIn(db, payload(listOf(entry('11'), entry('12'))), HOST, NOW), true);
    same(await ids(db), ['11', '12']);
    same([await db.inbox.count(), (await db.accounts.toArray())[0]?.host], [0, HOST]);
  }),
  onHistory('an address that nobody reads is not taken', async (db) => {
    const urls = [
      'https://seller-us.tiktok.com/api/v1/pay/statement/order/list',
      'https://seller-us.tiktok.com.evil.com/api/fulfillment/na/order/list',
      'https://eviltiktok.com/api/fulfillment/na/order/list',
      'http://seller-us.tiktok.com/api/fulfillment/na/order/list',
      '/api/fulfillment/na/order/list',
      'javascript:alert(1)',
      '',
    ];
    for (const url of urls) same(await takeIn(db, payload(listOf(entry('1')), url), HOST, NOW), false, url);
    same([await db.orders.count(), await db.inbox.count()], [0, 0]);
  }),
  onHistory('the API host of cross-border shops is read', async (db) => {
    const url =
      'https://api16-normal-sg.tiktokshopglobalselling.com/api/fulfillment/order/list?seller_id=7&shop_region=VN';
    same(
      await takeIn(db, payload(listOf(entry('11')), url), 'seller.tiktokshopglobalselling.com', NOW),
      true,
    );
    same(
      (await db.accounts.toArray()).map(({ market, host }) => [market, host]),
      [['VN', 'seller.tiktokshopglobalselling.com']],
    );
  }),
  onHistory('what an earlier worker left is read by the next', async (db) => {
    await waiting(db, listOf(entry('11')), 1);
    await waiting(db, listOf(entry('12')));
    await drainInbox(db);
    same([await ids(db), await db.inbox.count()], [['11', '12'], 0]);
  }),
  onHistory('the time of a late answer is when it was seen', async (db) => {
    await waiting(db, listOf(entry('11')));
    await drainInbox(db);
    same((await db.orders.toArray())[0]?.order.sources, [{ id: 'seller/order-list', seenAt: NOW }]);
  }),
  onHistory('a payload that ended the worker three times is dropped and counted', async (db) => {
    await waiting(db, listOf(entry('11')), 3);
    await waiting(db, listOf(entry('12')), 2);
    await drainInbox(db);
    same([await ids(db), await db.inbox.count()], [['12'], 0]);
    const [row] = await db.drift.toArray();
    same([row?.sourceId, row?.path, row?.got, row?.count], ['seller/order-list', 'body', 'unfinished', 1]);
  }),
  withFaultySource('a payload that fails waits for the next start, three times', async (db, url) => {
    await rejection(() => takeIn(db, payload('{}', url), HOST, NOW));
    const attempts: unknown[] = [];
    for (let start = 0; start < 3; start += 1) {
      attempts.push((await db.inbox.toArray())[0]?.attempts);
      await drainInbox(db).catch(() => {});
    }
    same(attempts, [1, 2, 3]);
    same([await db.inbox.count(), (await db.drift.toArray())[0]?.got], [0, 'unfinished']);
  }),
  withFaultySource('a payload that fails does not hold up those behind it', async (db, url) => {
    await waiting(db, '{}', 0, url);
    await waiting(db, listOf(entry('12')));
    await drainInbox(db).catch(() => {});
    same(await ids(db), ['12']);
    same(await db.inbox.count(), 1, 'only what failed waits');
  }),
  onHistory('what is no JSON is counted and gone', async (db) => {
    for (const text of ['', '<html>', '{"code":0,"data":{"main_or', `${'['.repeat(9999)}${']'.repeat(9999)}`])
      same(await takeIn(db, payload(text), HOST, NOW), true);
    same([await db.inbox.count(), await db.orders.count()], [0, 0]);
    same(
      (await db.drift.toArray()).map(({ path, got, count }) => [path, got, count]),
      [['body', 'unreadable', 4]],
    );
  }),
  onHistory('a broken order does not stop the others, and it is counted', async (db) => {
    const broken = [null, 'gone', 7, [], {}, { main_order_id: null }, { main_order_id: {} }];
    await takeIn(db, payload(listOf(entry('11'), ...broken, entry('12'))), HOST, NOW);
    same(await ids(db), ['11', '12']);
    same((await readDriftSummary(db, NOW + HOUR)).brokenOrders, 7);
    same(
      (await db.captures.toArray()).map(({ createdCount, brokenCount }) => [createdCount, brokenCount]),
      [[2, 7]],
    );
  }),
  onHistory('a session that ended is told, and the orders stay', async (db) => {
    await takeIn(db, payload(listOf(entry('11'))), HOST, NOW);
    const codes = [
      [10000, 'verification'],
      [98001002, 'signed-out'],
      [98001008, 'signed-out'],
      [22008000, 'failed'],
      [0, 'ok'],
    ] as const;
    for (const [code, session] of codes) {
      await takeIn(db, payload(JSON.stringify({ code, message: 'x' })), HOST, NOW);
      same((await db.accounts.toArray())[0]?.session, session, String(code));
    }
    same(await ids(db), ['11']);
  }),
  onHistory('the drift report has paths, types and counts, and can be copied', async (db) => {
    same((await readDriftReport(db, '1.2.3')).includes('Everything was read.'), true);
    await takeIn(db, payload(listOf({ ...entry('11'), trade_order_module: 'Nguyen Van A' })), HOST, NOW);
    await takeIn(db, payload(listOf({ ...entry('12'), trade_order_module: 'Tran Thi B' })), HOST, NOW);
    const report = await readDriftReport(db, '1.2.3');
    ok(report.includes('OrderLens 1.2.3'), 'the version is there');
    ok(
      report.includes('main_orders[].trade_order_module  expected object, got string  x2  last 2026-11-21'),
      report,
    );
    ok(!/Nguyen|Tran|11\b.*Van/.test(report), 'no name is in it');
  }),
  onHistory('ever new paths do not fill the history', async (db) => {
    for (let page = 0; page < 12; page += 1) {
      const odd = Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [`field_${page}_${index}`, 1]),
      );
      await takeIn(db, payload(listOf({ ...entry('11'), ...odd, price_module: 5 })), HOST, NOW);
    }
    ok((await db.drift.count()) <= 500, `at most 500 rows, there are ${await db.drift.count()}`);
  }),
];
