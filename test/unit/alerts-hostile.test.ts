import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweep } from '../../lib/alerts/sweep.ts';
import { markTold, noticesDue } from '../../lib/alerts/tell.ts';
import { nextWakeAt } from '../../lib/alerts/wake.ts';
import { markAlerts, moveAlerts, snoozeAlerts } from '../../lib/history/alerts.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { readOpenAlerts } from '../../lib/history/read/alerts.ts';
import { BUDGETS_KEY } from '../../lib/history/read/spending-settings.ts';
import { undoCapture } from '../../lib/history/undo.ts';
import type { Order } from '../../lib/model/order.ts';
import { RuleOverride } from '../../lib/model/rule-override.ts';
import { DAY, HOUR, makeAlert, makeDeadlines, makeOrder, NOW } from '../history/build.ts';
import { write } from '../history/support.ts';
import { bought, sold } from './alerts-support.ts';

let db: History;
beforeEach(async () => {
  db = openHistory(`hostile-${crypto.randomUUID()}`);
  await sweep(db, NOW);
});
afterEach(() => db.delete());

const ID = '577000000000000001';
const MINUTE = 60_000;
const SHIP_BY = NOW + 5 * HOUR;
const toShip = (fields: Partial<Order> = {}) =>
  makeOrder({
    id: ID,
    status: 'AWAITING_SHIPMENT',
    deadlines: makeDeadlines({ shipByAt: SHIP_BY, autoCancelAt: SHIP_BY + 5 * DAY }),
    ...fields,
  });
const seenAt = (at: number) => ({ sources: [{ id: 'seller/order-list', seenAt: at }] });
const titles = async () => (await readOpenAlerts(db, 99)).map(({ title }) => title);
const told = async (at: number): Promise<string[]> => {
  const found: string[] = [];
  for (let due = await noticesDue(db, at); due.length > 0; due = await noticesDue(db, at))
    for (const { title, alertIds } of due) {
      found.push(title);
      await markTold(db, alertIds, at);
    }
  return found;
};

test('what was told and put off waits, though something else is told meanwhile', async () => {
  await db.alerts.bulkPut([makeAlert({ id: 'a|1', topic: 'a', title: 'A', tellAt: NOW })]);
  expect(await told(NOW)).toEqual(['A']);
  await snoozeAlerts(db, ['a|1'], NOW + HOUR);
  await db.alerts.put(makeAlert({ id: 'b|1', topic: 'b', title: 'B', tellAt: NOW + 1 }));
  expect(await told(NOW + 1)).toEqual(['B']);
  expect(await titles()).toEqual(['B']);
  expect(await told(NOW + HOUR)).toEqual(['A']);
});

test('what is put off while its notification comes up stays put off', async () => {
  await db.alerts.put(makeAlert({ id: 'a|1', topic: 'a', title: 'A', tellAt: NOW }));
  const [notice] = await noticesDue(db, NOW);
  await snoozeAlerts(db, ['a|1'], NOW + HOUR);
  await markTold(db, notice?.alertIds ?? [], NOW);
  expect(await titles()).toEqual([]);
  expect(await told(NOW + HOUR)).toEqual(['A']);
});

test('an order at the end of time does not keep the others from being told', async () => {
  const last = 8.64e15;
  await write(db, [bought({ id: '9', status: 'DELIVERED', deliveredAt: last, placedAt: last })], {
    owner: { role: 'buyer', account: 'acc_me', market: 'US' },
  });
  await write(db, [toShip()]);
  await sweep(db, NOW + 1000);
  expect(await titles()).toEqual(['Ship within 12 h']);
});

test('an alert whose order needs it again is open again, and is told once', async () => {
  await write(db, [toShip()]);
  await sweep(db, SHIP_BY);
  expect(await told(SHIP_BY)).toEqual(['Past its ship-by time']);
  await write(db, [toShip({ status: 'IN_TRANSIT', ...seenAt(SHIP_BY + 1) })], { at: SHIP_BY + 1 });
  await sweep(db, SHIP_BY + 1);
  expect(await titles()).toEqual([]);
  await write(db, [toShip(seenAt(SHIP_BY + 2))], { at: SHIP_BY + 2 });
  await sweep(db, SHIP_BY + 2);
  expect(await titles()).toEqual(['Past its ship-by time']);
  expect(await told(SHIP_BY + 3)).toEqual([]);
  const [open] = await readOpenAlerts(db, 9);
  await markAlerts(db, [open?.id ?? ''], 'done', SHIP_BY + 4);
  await sweep(db, SHIP_BY - HOUR);
  await sweep(db, SHIP_BY + 5);
  expect(await titles()).toEqual([]);
});

test('of an order that was undone nothing is told, even if another was seen at the same time', async () => {
  await write(db, [toShip()], { id: 'gone' });
  await sweep(db, NOW + 1000);
  await undoCapture(db, 'gone', NOW + 2000);
  await write(db, [
    toShip({ id: '577000000000000002', deadlines: makeDeadlines({ shipByAt: NOW + 9 * DAY }) }),
  ]);
  await sweep(db, NOW + 2000);
  expect(await told(NOW + 3000)).toEqual([]);
});

test('an alert that is there already stays as the user left it when a twin is moved to it', async () => {
  const [from, to] = ['seller|acc_host|1', 'seller|acc_shop|1'];
  const at = (orderKey: string, fields = {}) =>
    makeAlert({ id: `ship-by|${orderKey}|5|4h`, topic: `ship-by|${orderKey}|5`, orderKey, ...fields });
  const done = at(to, { doneAt: NOW });
  delete done.openKind;
  await db.alerts.bulkPut([at(from), done]);
  await moveAlerts(db, new Map([[from, { to }]]));
  expect(await db.alerts.toArray()).toEqual([done]);
});

test('an alert names no buyer to whoever looks at a shop’s screen', async () => {
  await write(db, [sold({ ...toShip(), items: [], counterparty: 'Somebody Else' })]);
  await sweep(db, NOW + 1000);
  const [alert] = await readOpenAlerts(db, 9);
  expect(alert?.detail).toContain(`Order …${ID.slice(-6)}`);
  expect(alert?.detail).not.toContain('Somebody');
});

test('a user’s own rule in a zone that there is not is refused, as every order would be read by it', () => {
  const own = { kind: 'dispatch', accountKey: 'seller|x', setAt: NOW, workingDays: 1, cutOff: null };
  expect(RuleOverride.safeParse({ ...own, timeZone: 'Mars/Base' }).success).toBe(false);
  expect(RuleOverride.safeParse({ ...own, timeZone: 'Europe/London' }).success).toBe(true);
  expect(RuleOverride.safeParse({ ...own, timeZone: null }).success).toBe(true);
});

test('a budget that was raised is not said to be spent any more', async () => {
  const budget = (amountMinor: number) =>
    db.meta.put({ key: BUDGETS_KEY, value: [{ seller: null, currency: 'USD', amountMinor }] });
  await budget(8200);
  await write(db, [bought({ id: '9', placedAt: NOW })], {
    owner: { role: 'buyer', account: 'acc_me', market: 'US' },
  });
  await sweep(db, NOW + 1);
  expect(await titles()).toEqual(['Budget spent: all shops']);
  await budget(820_000);
  await sweep(db, NOW + 2);
  expect(await titles()).toEqual([]);
  await budget(8200);
  await sweep(db, NOW + 3);
  expect(await titles()).toEqual(['Budget spent: all shops']);
  await budget(10_000);
  await sweep(db, NOW + 4);
  expect(await titles()).not.toContain('Budget spent: all shops');
});

test('a walk through forty pages of orders that are due is not one summary each', async () => {
  const found: string[] = [];
  for (let page = 0; page < 40; page += 1) {
    const at = NOW + page * 5000;
    const orders = Array.from({ length: 20 }, (_, index) =>
      toShip({ id: `${577_000_000_000 + page * 20 + index}` }),
    );
    await write(db, orders, { at, id: `page ${page}` });
    await sweep(db, at);
    found.push(...(await told(at)));
  }
  expect(found).toEqual(['20 alerts']);
  expect(await told(NOW + 10 * MINUTE)).toEqual(['780 alerts']);
  expect(await nextWakeAt(db, NOW + 10 * MINUTE)).toBe(NOW + HOUR);
});

test('what can’t be said of budgets keeps nobody from hearing of orders', async () => {
  await db.alerts.put(
    makeAlert({ id: 'budget|x', topic: 'budget', kind: 'budget', orderKey: null, title: 'Budget' }),
  );
  await db.meta.put({ key: BUDGETS_KEY, value: [null] });
  await write(db, [toShip()]);
  await expect(sweep(db, NOW + 1000)).rejects.toThrow(TypeError);
  expect((await titles()).sort()).toEqual(['Budget', 'Ship within 12 h']);
});
