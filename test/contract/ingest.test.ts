import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../lib/background/ingest.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { checkRollups } from '../../lib/history/rollups.ts';
import { expectedOrders } from '../shop/expected.ts';
import { mutateOrder, type OrderChange } from '../shop/mutate.ts';
import type { Market } from '../shop/types.ts';
import { ALL_MARKETS, type Answer, answersOf, byId, makeShop, NOW, withoutOrigin } from './shop.ts';

const opened: History[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
function fresh(): History {
  const db = openHistory(`contract-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

async function takeAll(
  db: History,
  shop: ReturnType<typeof makeShop>,
  answers: readonly Answer[],
  from = NOW,
) {
  for (const [index, answer] of answers.entries())
    expect(await takeIn(db, answer, shop.info.host, from + index * 1000)).toBe(true);
}

interface Told {
  returns: readonly object[];
}
const asItIs = (order: Told): Told => order;
// The history keeps by when a return had to be answered; the shop's own record forgets it with the answer.
const withoutAnswers = (order: Told): Told => ({
  ...order,
  returns: order.returns.map((entry) => ({ ...entry, respondByAt: null })),
});

async function expectStored(
  db: History,
  shop: ReturnType<typeof makeShop>,
  level: 'list' | 'all',
  view = asItIs,
) {
  const wanted = byId(expectedOrders(shop.orders, level));
  const rows = await db.orders.toArray();
  expect(rows).toHaveLength(shop.orders.length);
  for (const { order } of rows) {
    const expected = wanted.get(order.id);
    expect(view(withoutOrigin(order))).toEqual(expected && view(expected));
  }
  expect((await checkRollups(db)).wrong).toBe(0);
  expect(await db.inbox.count()).toBe(0);
  expect(await db.drift.toArray()).toEqual([]);
}

test.each(ALL_MARKETS)(
  '%s: pages of the list become the history',
  async (market) => {
    const [db, shop] = [fresh(), makeShop(market, 200)];
    await takeAll(db, shop, answersOf(shop, 'list'));
    await expectStored(db, shop, 'list');
    const [account] = await db.accounts.toArray();
    expect(account).toMatchObject({
      market: shop.info.region,
      host: shop.info.host,
      wholeCount: 200,
      origin: 'page',
    });
  },
  90_000,
);

test.each(ALL_MARKETS)(
  '%s: all answers become the history',
  async (market) => {
    const [db, shop] = [fresh(), makeShop(market, 45)];
    const answers = (['list', 'get', 'history', 'logistics', 'counts'] as const).flatMap((family) =>
      answersOf(shop, family),
    );
    await takeAll(db, shop, answers);
    await expectStored(db, shop, 'all');
    const changes = await db.changes.count();
    await takeAll(db, shop, answers, NOW + 3_600_000);
    expect(await db.changes.count()).toBe(changes);
    await expectStored(db, shop, 'all');
  },
  90_000,
);

const STEPS: OrderChange[] = ['pay', 'pack', 'ship', 'deliver', 'request-return', 'refund', 'complete'];

/** One order through its life: seen in the list and in full after each step. */
async function live(
  market: Market,
  read: readonly ('list' | 'get' | 'history' | 'logistics')[],
  level: 'list' | 'all',
) {
  const [db, shop] = [fresh(), makeShop(market, 8)];
  const order = shop.orders.find((entry) => entry.paidAt === null && entry.returns.length === 0);
  if (!order) throw new Error('There is an unpaid order');
  shop.orders = [order];
  for (const [index, step] of STEPS.entries()) {
    const at = NOW + index * 3_600_000;
    mutateOrder(order, step, at);
    await takeAll(
      db,
      shop,
      read.flatMap((family) => answersOf(shop, family)),
      at + 60_000,
    );
    const [row] = await db.orders.toArray();
    const [wanted] = expectedOrders(shop.orders, level);
    expect(row && [step, row.order.status, row.order.stage]).toEqual([step, wanted?.status, wanted?.stage]);
  }
  await expectStored(db, shop, level, withoutAnswers);
}

test.each(ALL_MARKETS)(
  '%s: an order is followed through its life in full',
  async (market) => {
    await live(market, ['list', 'get', 'history', 'logistics'], 'all');
  },
  90_000,
);

test.each(ALL_MARKETS)('%s: a package that gets its id when it is packed is one package', async (market) => {
  const [db, shop] = [fresh(), makeShop(market, 200)];
  const order = shop.orders.find(({ packages }) => packages.length === 1 && packages[0]?.packageId === null);
  if (!order) throw new Error('There is an order without a package id');
  shop.orders = [order];
  await takeAll(db, shop, answersOf(shop, 'list'));
  mutateOrder(order, 'pack', NOW);
  for (const parcel of order.packages) parcel.packageId = '3300000000000000077';
  await takeAll(db, shop, answersOf(shop, 'list'), NOW + 60_000);
  await expectStored(db, shop, 'list');
});
