import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { nameOfBuyer, ownerOf } from '../../lib/background/account.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import type { Account } from '../../lib/model/order.ts';
import { write } from '../history/support.ts';

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

const accountOf = async (...args: Parameters<typeof ownerOf>): Promise<Account> =>
  (await ownerOf(...args)).account;
/** A page of a shop or buyer was seen on a host. */
const seen = (db: History, owner: Account, origin = HOST, kind: 'page' | 'host' = 'page') =>
  write(db, [], { owner, origin, kind });

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
  expect((await ownerOf(db, url(''), HOST)).kind).toBe('host');
});

test('without an id it is the one shop that is known for the host', async () => {
  const db = fresh();
  const shop = await ownerOf(db, US, HOST);
  expect(shop.kind).toBe('page');
  await seen(db, shop.account);
  expect(await ownerOf(db, url(''), HOST)).toEqual(shop);
  expect(await ownerOf(db, url('shop_region=US'), HOST)).toEqual(shop);
  expect((await ownerOf(db, url('shop_region=GB'), HOST)).kind).toBe('host');
  expect((await ownerOf(db, url(''), 'seller-vn.tiktok.com')).kind).toBe('host');
});

test('without an id and with several shops on the host, nobody is guessed', async () => {
  const db = fresh();
  const shops = [await accountOf(db, US, HOST), await accountOf(db, url('seller_id=8&shop_region=US'), HOST)];
  for (const shop of shops) await seen(db, shop);
  const { account, kind } = await ownerOf(db, url(''), HOST);
  expect(kind).toBe('host');
  expect(shops.map((shop) => shop.account)).not.toContain(account.account);
});

test('an account that stands for the host is nobody who is known', async () => {
  const db = fresh();
  const first = await ownerOf(db, url(''), HOST);
  await seen(db, first.account, HOST, 'host');
  expect(await ownerOf(db, url(''), HOST)).toEqual(first);
  expect((await ownerOf(db, US, HOST)).account.account).not.toBe(first.account.account);
});

const BUYER_HOST = 'www.tiktok.com';
const USER = '7478689000000000001';
const DETAIL = new URL(`https://${BUYER_HOST}/api/v1/aftersale/order_detail/get?main_order_id=5&seller_id=9`);

test('a buyer is told by the page’s user id, and no address can say another', async () => {
  const db = fresh();
  const name = await nameOfBuyer(db, USER);
  expect(name).not.toContain(USER.slice(0, 6));
  expect(await ownerOf(db, DETAIL, BUYER_HOST, name)).toEqual({
    account: { role: 'buyer', account: name, market: 'US' },
    kind: 'page',
  });
  expect(await nameOfBuyer(db, `${USER.slice(0, -1)}2`)).not.toBe(name);
});

test('a buyer’s page without a user id is the one buyer’s that is known, else the host’s', async () => {
  const db = fresh();
  const unknown = await ownerOf(db, DETAIL, BUYER_HOST);
  expect(unknown).toMatchObject({ kind: 'host', account: { role: 'buyer', market: 'US' } });
  const known = await ownerOf(db, DETAIL, BUYER_HOST, await nameOfBuyer(db, USER));
  await seen(db, known.account, BUYER_HOST);
  expect(await ownerOf(db, DETAIL, BUYER_HOST)).toEqual(known);
});

test('an unknown region falls back to the host', async () => {
  expect(await accountOf(fresh(), url(`seller_id=${SELLER}&shop_region=__proto__`), HOST)).toMatchObject({
    market: 'US',
  });
});
