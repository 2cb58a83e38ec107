import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../lib/background/ingest.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { answerBuyerCall, type BuyerData } from '../shop/buyer/api.ts';
import { type BuyerLevel, COUNTDOWN_SLACK_MS, expectedBuyerOrders } from '../shop/buyer/expected.ts';
import { BUYER, generateBuyerOrders } from '../shop/buyer/generator.ts';

const HOST = 'www.tiktok.com';
const NOW = Date.UTC(2026, 10, 21, 5);
const SHOP: BuyerData = { buyer: BUYER, orders: generateBuyerOrders(60, 1, NOW), now: () => NOW };

const opened: History[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

interface Call {
  method: string;
  path: string;
  query?: string;
  body?: unknown;
}

/** Asks the local shop as its page does, and takes the answer in as the content script hands it over. */
async function visit(db: History, { method, path, query = '', body }: Call, at: number, userId?: string) {
  const url = new URL(`https://${HOST}${path}?aid=1233${query}`);
  const call = { method, path, query: url.searchParams, body, isDrifted: false };
  const bodyText = answerBuyerCall(SHOP, call) ?? '';
  const requestText = body === undefined ? '' : JSON.stringify(body);
  expect(await takeIn(db, { url: url.href, requestText, bodyText, userId }, HOST, at)).toBe(true);
  return JSON.parse(bodyText).dynamic_data;
}

async function walk(db: History, level: BuyerLevel, userId?: string): Promise<void> {
  let at = NOW;
  for (let index: unknown, more = true; more; at += 1000) {
    const list_order_req = { tab: 0, filter: [{ status: 0 }], index, cursor: 0, size: 10 };
    const body = { req: [{ component_type: 4, list_order_req }] };
    const told = await visit(
      db,
      { method: 'POST', path: '/api/v1/aftersale/list_order/get', body },
      at,
      userId,
    );
    more = told.list_order_items.has_more;
    index = told.list_order_items.next_index;
  }
  if (level === 'list') return;
  for (const { id, parcels } of SHOP.orders) {
    at += 1000;
    const query = `&main_order_id=${id}`;
    await visit(db, { method: 'GET', path: '/api/v1/aftersale/order_detail/get', query }, at, userId);
    for (const parcel of level === 'all' ? parcels : []) {
      const place = `${query}&pkg_id=${parcel.id}&type=1`;
      // The page of a parcel is another app's and does not tell who is signed in.
      await visit(db, { method: 'GET', path: '/api/v1/shop/logistics_detail/get', query: place }, at);
      const body = { main_order_id: id };
      await visit(db, { method: 'POST', path: '/api/v1/shop/logistics_package_list/get', body }, at);
    }
  }
}

test.each(['list', 'detail', 'all'] as const)(
  'the level %s becomes the history, once and again',
  async (level) => {
    const db = openHistory(`buyer-${crypto.randomUUID()}`);
    opened.push(db);
    for (const _time of [1, 2]) {
      await walk(db, level, BUYER.userId);
      const truth = new Map(expectedBuyerOrders(SHOP.orders, level).map((order) => [order.id, order]));
      const stored = (await db.orders.toArray()).map((row) => row.order);
      expect(stored).toHaveLength(truth.size);
      for (const order of stored) {
        const expected = truth.get(order.id);
        const { autoCancelAt } = order.deadlines;
        const due = expected?.deadlines.autoCancelAt ?? null;
        // A countdown is told by the shop, whose clock stands; the walk takes a second a page.
        if (autoCancelAt !== null && due !== null) {
          expect(Math.abs(autoCancelAt - due)).toBeLessThanOrEqual(COUNTDOWN_SLACK_MS + 1000 * 100);
          order.deadlines.autoCancelAt = due;
        }
        expect.soft(order, `${expected?.id}`).toMatchObject({ ...expected });
      }
    }
    expect(
      (await db.accounts.toArray()).map(({ role, origin, market, session }) => [
        role,
        origin,
        market,
        session,
      ]),
    ).toEqual([['buyer', 'page', 'US', 'ok']]);
    expect(await db.inbox.count()).toBe(0);
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain(
      BUYER.userId,
    );
  },
);
