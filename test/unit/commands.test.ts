import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { followClock } from '../../lib/background/alerts.ts';
import { createHandlers } from '../../lib/background/commands.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import type { Caller } from '../../lib/messages/server.ts';
import type { Order } from '../../lib/model/order.ts';
import { HOUR, makeDeadlines, makeOrder, NOW } from '../history/build.ts';
import { write } from '../history/support.ts';

const HOST = 'seller-us.tiktok.com';
const page: Caller = { from: 'seller', host: HOST };
const own: Caller = { from: 'own', host: '' };
const badge = vi.fn();
const alarm = vi.fn();
const noAlarm = vi.fn();
let db: History;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  for (const spy of [badge, alarm, noAlarm]) spy.mockReset();
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ text }) => badge(text));
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue();
  vi.spyOn(browser.action, 'setTitle').mockResolvedValue();
  vi.spyOn(browser.alarms, 'create').mockImplementation(alarm);
  vi.spyOn(browser.alarms, 'clear').mockImplementation(async () => noAlarm());
  db = openHistory(`commands-${crypto.randomUUID()}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
  vi.useRealTimers();
});

const handlersOf = (history: History) => createHandlers(history, () => followClock(history));

const due = (id: string, shipByAt: number, owner = makeOrder({}).account) =>
  makeOrder(
    { id, status: 'AWAITING_SHIPMENT', deadlines: makeDeadlines({ shipByAt }) },
    { role: 'seller', account: owner, market: 'US' },
  );

const listBody = JSON.stringify({
  code: 0,
  data: {
    main_orders: [
      {
        main_order_id: '577000000000000001',
        order_status_module: [{ sku_display_status: 111 }],
        trade_order_module: { create_time: '1795064400', latest_rts_time: '1795236900' },
      },
    ],
  },
});
const url = `https://${HOST}/api/fulfillment/na/order/list?seller_id=7&shop_region=US`;

test('an answer that is submitted is in the history, and on the badge', async () => {
  const payload = { url, requestText: '', bodyText: listBody };
  const reply = await handlersOf(db)['capture.submit'](payload, page);
  expect(reply).toEqual({ accepted: true });
  expect((await db.orders.toArray()).map(({ order }) => order.id)).toEqual(['577000000000000001']);
  expect(badge).toHaveBeenLastCalledWith('1');
});

test('answers that were dropped are counted in the drift report', async () => {
  const drop = handlersOf(db)['capture.dropped'];
  await drop({ reason: 'rate', count: 12 }, page);
  await drop({ reason: 'rate', count: 3 }, page);
  await drop({ reason: 'bytes', count: 1 }, page);
  const rows = await db.drift.toArray();
  expect(rows.map(({ sourceId, expected, count }) => [sourceId, expected, count])).toEqual([
    ['capture', 'within the limit of bytes', 1],
    ['capture', 'within the limit of rate', 15],
  ]);
});

test('the overlay hears of the shops of its own host alone', async () => {
  await write(db, [due('577000000000000001', NOW)]);
  const other = { role: 'seller', account: 'acc_vn', market: 'VN' } as const;
  await write(db, [due('577000000000000002', NOW, 'acc_vn')], {
    owner: other,
    origin: 'seller-vn.tiktok.com',
  });
  const read = handlersOf(db)['overlay.read'];
  const orderIds = ['577000000000000001', '577000000000000002', '577000000000000003'];
  expect((await read({ orderIds }, page)).orders.map((order) => order.id)).toEqual(['577000000000000001']);
  expect((await read({ orderIds }, { from: 'seller', host: 'seller-vn.tiktok.com' })).orders).toHaveLength(1);
  expect((await read({ orderIds }, { from: 'seller', host: 'seller-br.tiktok.com' })).orders).toEqual([]);
});

test('the overlay hears of clocks and sums, and of no name', async () => {
  await write(db, [
    {
      ...due('577000000000000001', NOW),
      counterparty: 'T*** A***',
      status: 'AWAITING_SHIPMENT',
      currency: 'USD',
      amounts: { ...makeOrder({}).amounts, total: 500, refunded: 100 },
    },
  ]);
  const reply = await handlersOf(db)['overlay.read']({ orderIds: ['577000000000000001'] }, page);
  expect(JSON.stringify(reply)).not.toContain('T***');
  expect(reply.revenue).toEqual([{ currency: 'USD', amountMinor: 400 }]);
  expect(reply.orders).toEqual([
    {
      id: '577000000000000001',
      isToShip: true,
      shipByAt: NOW,
      autoCancelAt: null,
      returnOpen: null,
      cancelRequested: null,
      hasBuyerNote: false,
    },
  ]);
});

test('the overlay stays folded until it is shown', async () => {
  const handlers = handlersOf(db);
  const isFolded = async () => (await handlers['overlay.read']({ orderIds: [] }, page)).isFolded;
  expect(await isFolded()).toBe(false);
  await handlers['overlay.fold']({ isFolded: true }, page);
  expect(await isFolded()).toBe(true);
  await handlers['overlay.show']({ isFolded: false }, own);
  expect(await isFolded()).toBe(false);
});

test('a shop gets a label, and loses an empty one', async () => {
  await write(db, []);
  const label = async (text: string | null) => {
    await handlersOf(db)['account.rename']({ key: 'seller|acc_shop', label: text }, own);
    return (await db.accounts.get('seller|acc_shop'))?.label;
  };
  expect([await label(' Mugs '), await label('  '), await label(null)]).toEqual(['Mugs', null, null]);
  await handlersOf(db)['account.rename']({ key: 'seller|none', label: 'x' }, own);
  expect(await db.accounts.count()).toBe(1);
});

test('each part of an import is written for the shops that it holds', async () => {
  const add = handlersOf(db)['import.add'];
  const part = (ids: string[], owner: string) => ids.map((id) => due(id, NOW + HOUR, owner));
  const send = (importId: string, orders: Order[]) =>
    add(
      {
        importId,
        fileName: `${importId}.json`,
        sourceId: 'files/orderlens-json',
        account: 'file:a',
        seenAt: NOW,
        orders,
        records: [],
        misses: [],
        brokenCount: 0,
      },
      own,
    );
  const first = [...part(['1', '2'], 'file:a'), ...part(['3'], 'file:b')];
  expect(await send('i', first)).toEqual({ created: 3, updated: 0, unchanged: 0, records: 0 });
  const second = [...part(['4'], 'file:b'), ...part(['1'], 'file:a')];
  expect(await send('i', second)).toEqual({ created: 1, updated: 0, unchanged: 1, records: 0 });
  expect((await db.accounts.toArray()).map(({ key, origin }) => [key, origin])).toEqual([
    ['seller|file:a', 'file'],
    ['seller|file:b', 'file'],
  ]);
  expect(await db.captures.toArray()).toMatchObject([{ id: 'i', origin: 'i.json', createdCount: 4 }]);
  expect(await send('j', [])).toEqual({ created: 0, updated: 0, unchanged: 0, records: 0 });
});

test('undo, check and erase do their work and bring the badge up to date', async () => {
  const handlers = handlersOf(db);
  await write(db, [due('1', NOW - HOUR)], { id: 'c1' });
  await write(db, [due('2', NOW - HOUR)], { id: 'c2' });
  await followClock(db);
  expect(badge).toHaveBeenLastCalledWith('2');
  expect(await handlers['capture.undo']({ captureId: 'c1' }, own)).toEqual({
    removed: 1,
    restored: 0,
    kept: 0,
  });
  expect(badge).toHaveBeenLastCalledWith('1');
  await db.rollups.clear();
  expect(await handlers['history.check']({ repair: true }, own)).toMatchObject({ wrong: 3 });
  expect(await handlers['history.check']({ repair: false }, own)).toMatchObject({ wrong: 0 });
  await handlers['history.erase']({}, own);
  expect([await db.orders.count(), badge.mock.lastCall]).toEqual([0, ['']]);
});

const nextAlarm = async (at: number) => {
  vi.setSystemTime(at);
  await followClock(db);
  return (alarm.mock.lastCall?.[1]?.when - NOW) / HOUR;
};

test('the one alarm rings at the next clock, and within an hour while there are any orders', async () => {
  await followClock(db);
  expect(noAlarm.mock.invocationCallOrder[0]).toBeGreaterThan(alarm.mock.invocationCallOrder[0] ?? 0);
  await write(db, [due('1', NOW + 4.5 * HOUR), due('2', NOW + 30 * HOUR)]);
  expect(await nextAlarm(NOW)).toBe(0.5);
  expect(await nextAlarm(NOW + 0.5 * HOUR)).toBe(1.5);
  expect(await nextAlarm(NOW + 4 * HOUR)).toBe(4.5);
  expect(await nextAlarm(NOW + 5.25 * HOUR)).toBe(6);
  expect(new Set(alarm.mock.calls.map(([name]) => name))).toEqual(new Set(['clock']));
});

test('a step that fails keeps no other from being taken, and the clock running', async () => {
  await write(db, [due('1', NOW - HOUR)]);
  vi.spyOn(browser.action, 'setTitle').mockRejectedValueOnce(new Error('no icon'));
  await expect(followClock(db)).rejects.toThrow('no icon');
  expect(alarm).toHaveBeenLastCalledWith('clock', { when: NOW + HOUR, periodInMinutes: 60 });
});
