import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dryRun } from '../../lib/alerts/dry-run.ts';
import { sweep } from '../../lib/alerts/sweep.ts';
import { nextWakeAt } from '../../lib/alerts/wake.ts';
import { overlaySummary } from '../../lib/background/overlay.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { readAlertRules } from '../../lib/history/read/alert-settings.ts';
import { readOpenAlerts } from '../../lib/history/read/alerts.ts';
import { checkRollups } from '../../lib/history/rollups.ts';
import { changeRuleOverrides } from '../../lib/history/rule-overrides.ts';
import { undoCapture } from '../../lib/history/undo.ts';
import { clocksOf, storedClocks } from '../../lib/insights/clocks.ts';
import type { Order } from '../../lib/model/order.ts';
import type { RuleOverride } from '../../lib/model/rule-override.ts';
import { DAY, HOUR, makeDeadlines, makeOrder, NOW } from '../history/build.ts';
import { write } from '../history/support.ts';

// A Thursday morning in Los Angeles: by the market's rule due at the end of Monday.
const PLACED = Date.parse('2026-11-19T18:00Z');
const BY_MARKET = Date.parse('2026-11-24T07:59:59Z');
/** By the shop's own rule: at the end of Friday. */
const BY_OWN = Date.parse('2026-11-21T07:59:59Z');
const OWN: RuleOverride[] = [
  {
    kind: 'dispatch',
    accountKey: 'seller|acc_shop',
    setAt: NOW,
    workingDays: 1,
    cutOff: null,
    timeZone: null,
  },
];
const toShip = (id: string, fields: Partial<Order> = {}) =>
  makeOrder({ id, status: 'AWAITING_SHIPMENT', placedAt: PLACED, ...fields });
const told = (id: string) =>
  toShip(id, { deadlines: makeDeadlines({ shipByAt: BY_MARKET, autoCancelAt: BY_MARKET + DAY }) });

let db: History;
beforeEach(() => {
  db = openHistory(`rules-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const dues = async () => (await db.orders.toArray()).map(({ order, shipDueAt }) => [order.id, shipDueAt]);
const titles = async () => (await readOpenAlerts(db, 9)).map(({ title }) => title);

test('a user’s own rule moves the orders that are there, in indexes and rollups, and back', async () => {
  await write(db, [toShip('1'), told('2'), toShip('3', { status: 'IN_TRANSIT' })]);
  const [orders, rollups] = [await db.orders.toArray(), await db.rollups.toArray()];
  await changeRuleOverrides(db, OWN);
  expect(await dues()).toEqual([
    ['1', BY_OWN],
    ['2', BY_MARKET],
    ['3', undefined],
  ]);
  expect((await checkRollups(db)).wrong).toBe(0);
  expect(await db.rollups.toArray()).not.toEqual(rollups);
  await changeRuleOverrides(db, []);
  expect([await db.orders.toArray(), await db.rollups.toArray()]).toEqual([orders, rollups]);
});

test('orders that are written, joined and set back have the places of the user’s own rule', async () => {
  await changeRuleOverrides(db, OWN);
  await write(db, [toShip('1')], { id: 'first' });
  expect(await dues()).toEqual([['1', BY_OWN]]);
  const later = toShip('1', {
    status: 'IN_TRANSIT',
    sources: [{ id: 'seller/order-list', seenAt: NOW + 1 }],
  });
  await write(db, [later], { id: 'second' });
  expect(await dues()).toEqual([['1', undefined]]);
  await undoCapture(db, 'second', NOW);
  expect(await dues()).toEqual([['1', BY_OWN]]);
  const noted = toShip('1', {
    hasBuyerNote: true,
    sources: [{ id: 'seller/order-list', seenAt: NOW + 2 }],
  });
  await write(db, [noted], { id: 'third' });
  expect(await dues()).toEqual([['1', BY_OWN]]);
  expect((await checkRollups(db)).wrong).toBe(0);
});

test('an order that a page names goes by the rule of its shop, no more by that of the file', async () => {
  await changeRuleOverrides(db, OWN);
  const file = { role: 'seller', account: 'a file', market: 'US' } as const;
  const ofFile = makeOrder({
    ...toShip('1'),
    account: 'a file',
    sources: [{ id: 'files/orders', seenAt: NOW }],
  });
  await write(db, [ofFile], { kind: 'file', owner: file, origin: 'orders.csv', sourceId: 'files/orders' });
  expect(await dues()).toEqual([['1', BY_MARKET]]);
  await write(db, [toShip('1', { hasBuyerNote: true })]);
  expect(await dues()).toEqual([['1', BY_OWN]]);
});

test('alerts follow the user’s own rule, with its words', async () => {
  await changeRuleOverrides(db, OWN);
  await write(db, [toShip('1')], { at: BY_OWN - 30 * HOUR });
  await sweep(db, BY_OWN - 29 * HOUR);
  expect(await nextWakeAt(db, BY_OWN - 24.5 * HOUR)).toBe(BY_OWN - 24 * HOUR);
  await sweep(db, BY_OWN - 23 * HOUR);
  await sweep(db, BY_OWN + 1);
  const [alert] = await readOpenAlerts(db, 9);
  expect([alert?.title, alert?.dueAt]).toEqual(['Past its ship-by time', BY_OWN]);
  expect(alert?.why).toMatch(/^Your own rule: 1 working day after the order/);
  const events = await dryRun(db, await readAlertRules(db), BY_OWN - 29 * HOUR, BY_OWN + 1);
  expect(events.map(({ title, dueAt }) => [title, dueAt])).toContainEqual(['Ship within 4 h', BY_OWN]);
});

test('what has passed by a rule that was just set is told; what was told by the one before is over', async () => {
  await sweep(db, NOW - 5 * HOUR);
  await write(db, [toShip('1')], { at: NOW - 4 * HOUR });
  await sweep(db, NOW - 3 * HOUR);
  expect(await titles()).toEqual([]);
  await changeRuleOverrides(db, OWN);
  await sweep(db, NOW);
  expect(await titles()).toEqual(['Ship within 4 h']);
  await sweep(db, NOW);
  expect(await db.alerts.count()).toBe(1);
  await changeRuleOverrides(db, []);
  await sweep(db, NOW + 1);
  expect(await titles()).toEqual([]);
});

test('lists, popup and overlay show the time of the user’s own rule', async () => {
  await write(db, [toShip('1'), told('2')]);
  const [plain] = await db.orders.toArray();
  expect(plain && storedClocks(plain)).toEqual(plain && clocksOf(plain.order));
  await changeRuleOverrides(db, OWN);
  const [own, page] = await db.orders.toArray();
  expect(own && storedClocks(own)).toMatchObject({ shipByAt: BY_OWN, shipByWhy: 'Your own rule' });
  expect(page && storedClocks(page)).toEqual(page && clocksOf(page.order));
  const { orders } = await overlaySummary(db, 'seller-us.tiktok.com', ['1']);
  expect(orders[0]?.shipByAt).toBe(BY_OWN);
});
