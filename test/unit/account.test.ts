import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { accountOf } from '../../lib/background/account.ts';
import { type History, openHistory } from '../../lib/history/db.ts';

const HOST = 'seller-us.tiktok.com';
const SELLER = '7495190726385019412';
const url = (query: string) => new URL(`https://${HOST}/api/fulfillment/na/order/list?${query}`);
const US = url(`oec_seller_id=${SELLER}&shop_region=US`);

const opened: History[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
function fresh(): History {
  const db = openHistory(`account-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

test('one id is one account, time after time and after a restart', async () => {
  const db = fresh();
  const first = await accountOf(db, US, HOST);
  expect(await accountOf(db, US, HOST)).toEqual(first);
  db.close();
  const again = openHistory(db.name);
  opened.push(again);
  expect(await accountOf(again, US, HOST)).toEqual(first);
  expect(first).toEqual({
    role: 'seller',
    market: 'US',
    account: expect.stringMatching(/^acc_[0-9a-f]{24}$/),
  });
});

test('several tabs that ask at once get one salt', async () => {
  const db = fresh();
  const all = await Promise.all(Array.from({ length: 8 }, () => accountOf(db, US, HOST)));
  expect(new Set(all.map((owner) => owner.account)).size).toBe(1);
});

test('another browser has another salt and so another account', async () => {
  const [a, b] = [await accountOf(fresh(), US, HOST), await accountOf(fresh(), US, HOST)];
  expect(a.account).not.toBe(b.account);
});

test('the id is nowhere in the account, nor in what is stored', async () => {
  const db = fresh();
  const { account } = await accountOf(db, US, HOST);
  expect(account).not.toContain(SELLER.slice(0, 6));
  const stored = await Promise.all(db.tables.map((table) => table.toArray()));
  expect(JSON.stringify(stored)).not.toContain(SELLER);
});

test('each region and each seller is a shop of its own', async () => {
  const db = fresh();
  const queries = [
    `oec_seller_id=${SELLER}&shop_region=US`,
    `oec_seller_id=${SELLER}&shop_region=GB`,
    `oec_seller_id=${SELLER}&shop_region=VN`,
    `oec_seller_id=${SELLER}1&shop_region=US`,
  ];
  const owners = await Promise.all(queries.map((query) => accountOf(db, url(query), HOST)));
  expect(new Set(owners.map((owner) => owner.account)).size).toBe(4);
  expect(owners.map((owner) => owner.market)).toEqual(['US', 'GB', 'VN', 'US']);
});

test('"UK" and "GB" are one shop; so are the two names of the id', async () => {
  const db = fresh();
  const uk = await accountOf(db, url(`oec_seller_id=${SELLER}&shop_region=UK`), HOST);
  expect(await accountOf(db, url(`seller_id=${SELLER}&shop_region=GB`), HOST)).toEqual(uk);
  expect(await accountOf(db, url(`oec_seller_id=&seller_id=${SELLER}&shop_region=gb`), HOST)).toEqual(uk);
});

test('without an id in the address, the host is the shop', async () => {
  const db = fresh();
  const us = await accountOf(db, url(''), HOST);
  expect(us.market).toBe('US');
  expect(await accountOf(db, url('shop_region='), HOST)).toEqual(us);
  expect((await accountOf(db, url(''), 'seller-vn.tiktok.com')).account).not.toBe(us.account);
  expect(await accountOf(db, url(''), 'seller.tiktok.com')).toMatchObject({ market: null });
});

test('an unknown region falls back to the host', async () => {
  expect(await accountOf(fresh(), url(`seller_id=${SELLER}&shop_region=__proto__`), HOST)).toMatchObject({
    market: 'US',
  });
});
