import { describe, expect, test } from 'vitest';
import { expectedOrders } from '../shop/expected.ts';
import type { Market } from '../shop/types.ts';
import {
  ALL_MARKETS,
  answersOf,
  byId,
  type Family,
  makeShop,
  mergeAll,
  readAnswer,
  withoutOrigin,
} from './shop.ts';

const SIZE = 200;
const shops = new Map(ALL_MARKETS.map((market) => [market, makeShop(market, SIZE)]));
const shopOf = (market: Market) => shops.get(market) ?? makeShop(market, SIZE);

function expectAll(market: Market, families: readonly Family[], level: 'list' | 'all'): void {
  const shop = shopOf(market);
  const merged = mergeAll(families.flatMap((family) => answersOf(shop, family)));
  const wanted = byId(expectedOrders(shop.orders, level));
  expect(merged.size).toBe(SIZE);
  for (const order of merged.values()) expect(withoutOrigin(order)).toEqual(wanted.get(order.id));
}

describe.each(ALL_MARKETS)('%s', (market) => {
  test('the list is read field by field', () => {
    expectAll(market, ['list'], 'list');
  });

  test('list, detail, history and tracking make the whole order', () => {
    expectAll(market, ['list', 'get', 'history', 'logistics'], 'all');
  });

  test('so they do when the tracking comes first', () => {
    expectAll(market, ['logistics', 'history', 'list', 'get'], 'all');
  });

  test('so they do when the list comes again after the rest', () => {
    expectAll(market, ['list', 'get', 'history', 'logistics', 'list'], 'all');
  });

  test('so they do when everything comes twice', () => {
    const once: Family[] = ['list', 'get', 'history', 'logistics'];
    expectAll(market, [...once, ...once], 'all');
  });

  test.each<Family>(['list', 'get', 'history', 'logistics', 'counts'])(
    'nothing is missed in %s',
    (family) => {
      for (const answer of answersOf(shopOf(market), family)) {
        const { misses, brokenCount, session } = readAnswer(answer);
        expect([misses, brokenCount, session]).toEqual([[], 0, 'ok']);
      }
    },
  );

  test('the account, the source and the time stand in each order', () => {
    const [answer] = answersOf(shopOf(market), 'list');
    if (!answer) throw new Error('There is a page');
    for (const { account, role, sources } of readAnswer(answer, 77).orders) {
      expect([account, role, sources]).toEqual([
        'acc_shop',
        'seller',
        [{ id: 'seller/order-list', seenAt: 77 }],
      ]);
    }
  });

  test('the whole list tells how many orders the shop has', () => {
    const scopes = answersOf(shopOf(market), 'list').map((answer) => readAnswer(answer).scope);
    expect(new Set(scopes.map((scope) => JSON.stringify(scope)))).toEqual(
      new Set([JSON.stringify({ isWhole: true, totalCount: SIZE })]),
    );
  });

  test('the count of orders to ship is the page’s own', () => {
    const [answer] = answersOf(shopOf(market), 'counts');
    const wanted = answer && JSON.parse(answer.bodyText).data.count_map['101'];
    expect(answer && readAnswer(answer).toShipCount).toBe(Number(wanted));
  });
});
