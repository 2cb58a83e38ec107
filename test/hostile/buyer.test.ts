import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../lib/background/ingest.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { checkRollups } from '../../lib/history/rollups.ts';
import { BUYER_HOST } from '../../lib/model/market.ts';
import { entryText, NAMES } from './corpus.ts';
import { watchPrototypes } from './pollution.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const SHOP_HOST = 'seller-us.tiktok.com';
const LIST = `https://${BUYER_HOST}/api/v1/aftersale/list_order/get?aid=1233`;
const DETAIL = `https://${BUYER_HOST}/api/v1/aftersale/order_detail/get?main_order_id=577100000000000003`;
const DOM = `https://${BUYER_HOST}/shop/order_detail?main_order_id=577100000000000003#dom`;
const SELLER_LIST = `https://${SHOP_HOST}/api/fulfillment/na/order/list?seller_id=7&shop_region=US`;
const SELLER_BODY = `{"code":0,"data":{"main_orders":[${entryText('577100000000000009')}]}}`;
const USER = '7478689000000000001';

watchPrototypes();
const opened: History[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
function fresh(): History {
  const db = openHistory(`hostile-buyer-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

const cardText = (id: string, name = '"Mug"', extra = '') =>
  `{"items":[{"main_order_id":"${id}","seller_info":{"name":${name}},"skus":[{"product_name":${name}}]}],` +
  `"order_info":{"order_date":{"template":"Ordered on {{t}}","data_list":[{"type":2,"data":"1795237200"}]}},` +
  `"status":{"title":{"template":"Order completed","data_list":[]}}${extra}}`;
const listText = (...cards: string[]) =>
  `{"code":0,"dynamic_data":{"list_order_items":{"orders":[${cards.join()}],"has_more":false}}}`;
const take = (db: History, bodyText: string, url = LIST, host = BUYER_HOST) =>
  takeIn(db, { url, requestText: '', bodyText, userId: USER }, host, NOW);
const idsOf = async (db: History) => (await db.orders.toArray()).map((row) => row.order.id);
const [GOOD_A, GOOD_B, BAD] = ['577100000000000001', '577100000000000002', '577100000000000003'];

describe('whose word counts', () => {
  test('a buyer’s page can tell nothing about a shop', async () => {
    const db = fresh();
    expect(await take(db, SELLER_BODY, SELLER_LIST)).toBe(false);
    expect(await take(db, SELLER_BODY, SELLER_LIST.replace(SHOP_HOST, BUYER_HOST))).toBe(false);
    expect([await db.orders.count(), await db.accounts.count(), await db.inbox.count()]).toEqual([0, 0, 0]);
  });

  test('a seller’s page can tell nothing about what somebody bought', async () => {
    const db = fresh();
    for (const url of [LIST, DETAIL, DOM]) expect(await take(db, listText(), url, SHOP_HOST)).toBe(false);
    expect(await take(db, SELLER_BODY, SELLER_LIST, SHOP_HOST)).toBe(true);
    expect((await db.accounts.toArray()).map(({ role }) => role)).toEqual(['seller']);
  });

  test('an address elsewhere is nobody’s', async () => {
    const db = fresh();
    for (const host of ['www.tiktok.com.evil.com', 'eviltiktok.com', 'evil.com'])
      expect(await take(db, listText(cardText(GOOD_A)), LIST.replace(BUYER_HOST, host))).toBe(false);
    expect(await db.inbox.count()).toBe(0);
  });
});

const ODD: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(NAMES).map(([name, text]) => [`${name} for a name`, cardText(BAD, JSON.stringify(text))]),
  ),
  '__proto__ in a card': cardText(BAD, '"Mug"', ',"__proto__":{"polluted":1},"constructor":{"polluted":1}'),
  'a template of nothing but places': cardText(BAD).replace('Ordered on {{t}}', '{{a}}'.repeat(10_000)),
  'a date beyond all time': cardText(BAD).replace('1795237200', '9'.repeat(300)),
  'a list for a template': cardText(BAD).replace(/"title":\{[^}]*\}/, '"title":[[]]'),
  'a number for a card': '7',
  'nothing for a card': 'null',
  'a card without items': '{"items":[]}',
  'an id of 10,000 digits': cardText('5'.repeat(10_000)),
  'an id with a bar': cardText('5|buyer|x'),
};

test.each(Object.entries(ODD))('%s costs none of its neighbours', async (_name, card) => {
  const db = fresh();
  const body = listText(cardText(GOOD_A), card, cardText(GOOD_B));
  for (let time = 0; time < 2; time += 1) expect(await take(db, body)).toBe(true);
  expect(await idsOf(db)).toEqual(expect.arrayContaining([GOOD_A, GOOD_B]));
  expect((await db.orders.count()) <= 3).toBe(true);
  expect([await db.inbox.count(), (await checkRollups(db)).wrong]).toEqual([0, 0]);
});

test.each([
  ['no JSON', 'oops'],
  ['half of it', listText(cardText(GOOD_A)).slice(0, 80)],
  ['a thousand levels', '['.repeat(1000) + ']'.repeat(1000)],
])('%s is counted as not readable', async (_name, text) => {
  const db = fresh();
  expect(await take(db, text)).toBe(true);
  expect([await db.orders.count(), await db.inbox.count(), await db.drift.count()]).toEqual([0, 0, 1]);
});

test.each([
  ['signed out', '{"code":40000}', 'signed-out'],
  ['an error', '{"code":5}', 'failed'],
])('a list that says %s is the account’s, and takes no order away', async (_name, text, session) => {
  const db = fresh();
  await take(db, listText(cardText(GOOD_A)));
  await take(db, text, DETAIL);
  const sessionOf = async () => (await db.accounts.toArray()).map((row) => row.session);
  expect(await sessionOf()).toEqual([session === 'failed' ? 'ok' : session]);
  await take(db, text);
  expect(await sessionOf()).toEqual([session]);
  expect(await idsOf(db)).toEqual([GOOD_A]);
});
