import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweep } from '../../lib/alerts/sweep.ts';
import { markTold, noticesDue } from '../../lib/alerts/tell.ts';
import { nextWakeAt } from '../../lib/alerts/wake.ts';
import { markAlerts, snoozeAlerts } from '../../lib/history/alerts.ts';
import { type AlertRow, type History, openHistory } from '../../lib/history/db.ts';
import { ALERT_SETTINGS_KEY } from '../../lib/history/read/alert-settings.ts';
import { countOpenAlerts, readAlertHistory, readOpenAlerts } from '../../lib/history/read/alerts.ts';
import { undoCapture } from '../../lib/history/undo.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import type { Order } from '../../lib/model/order.ts';
import { DAY, HOUR, makeAlert, makeDeadlines, makeOrder, NOW, SHOP } from '../history/build.ts';
import { write } from '../history/support.ts';

let db: History;
beforeEach(async () => {
  db = openHistory(`sweep-${crypto.randomUUID()}`);
  await sweep(db, NOW);
});
afterEach(() => db.delete());

const ID = '577000000000000001';
const toShip = (shipByAt: number, fields: Partial<Order> = {}) =>
  makeOrder({
    id: ID,
    status: 'AWAITING_SHIPMENT',
    deadlines: makeDeadlines({ shipByAt, autoCancelAt: shipByAt + 5 * DAY }),
    ...fields,
  });
const shipped = (seenAt: number) =>
  toShip(NOW + 25 * HOUR, { status: 'IN_TRANSIT', sources: [{ id: 'seller/order-list', seenAt }] });
const stages = async () => (await db.alerts.orderBy('at').toArray()).map(({ id }) => id.split('|').at(-1));
const only = async (stage: string): Promise<AlertRow> => {
  const row = (await db.alerts.toArray()).find(({ id }) => id.endsWith(`|${stage}`));
  if (!row) throw new Error(`no alert ${stage}`);
  return row;
};
const set = (fields: Partial<AlertSettings>) =>
  db.meta.put({ key: ALERT_SETTINGS_KEY, value: { ...DEFAULT_ALERT_SETTINGS, ...fields } });
/** What is told at a moment: the titles, marked as told. */
const told = async (at: number): Promise<string[]> => {
  const titles: string[] = [];
  for (let due = await noticesDue(db, at); due.length > 0; due = await noticesDue(db, at)) {
    for (const { title, alertIds } of due) {
      titles.push(title);
      await markTold(db, alertIds, at);
    }
  }
  return titles;
};

test('each stage of a ship-by time is found once, and takes the place of the one before', async () => {
  await set({ channels: { 'stale-data': 'off' } });
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + 1);
  expect(await stages()).toEqual([]);
  for (const hours of [1, 1, 13, 14, 21, 25, 30]) await sweep(db, NOW + hours * HOUR);
  expect(await stages()).toEqual(['24h', '12h', '4h', 'overdue']);
  expect((await readOpenAlerts(db, 9)).map(({ title }) => title)).toEqual(['Past its ship-by time']);
  expect(await countOpenAlerts(db)).toEqual({ count: 1, words: '1 overdue', isCritical: true });
  expect((await readAlertHistory(db, { before: null, limit: 2 })).map(({ at }) => at - NOW)).toEqual([
    25 * HOUR,
    21 * HOUR,
  ]);
});

test('what was slept through is one notification, with the latest stage', async () => {
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + 22 * HOUR);
  expect(await stages()).toEqual(['24h', '12h', '4h']);
  expect(await told(NOW + 22 * HOUR)).toEqual(['Ship within 4 h']);
  const rows = await db.alerts.toArray();
  expect(rows.map(({ toldAt }) => toldAt)).toEqual(rows.map(() => NOW + 22 * HOUR));
  expect(await told(NOW + 23 * HOUR)).toEqual([]);
});

test('an order that is shipped needs nothing any more', async () => {
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + 2 * HOUR);
  await write(db, [shipped(NOW + 3 * HOUR)], { at: NOW + 3 * HOUR });
  await sweep(db, NOW + 3 * HOUR);
  expect(await only('24h')).toMatchObject({ overAt: NOW + 3 * HOUR });
  expect(await told(NOW + 3 * HOUR)).toEqual([]);
  await sweep(db, NOW + 30 * HOUR);
  expect(await stages()).toEqual(['24h']);
});

test('a version counts until the capture that changed it, also when nobody looked in between', async () => {
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await write(db, [shipped(NOW + 14 * HOUR)], { at: NOW + 14 * HOUR });
  await sweep(db, NOW + 30 * HOUR);
  expect(await stages()).toEqual(['24h', '12h']);
  expect((await db.alerts.toArray()).every(({ overAt }) => overAt !== null)).toBe(true);
});

test('a clock that is set back and forward again tells nothing twice and loses nothing', async () => {
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + 14 * HOUR);
  expect(await told(NOW + 14 * HOUR)).toEqual(['Ship within 12 h']);
  await sweep(db, NOW - 5 * HOUR);
  expect(await told(NOW - 5 * HOUR)).toEqual([]);
  await sweep(db, NOW + 22 * HOUR);
  expect(await stages()).toEqual(['24h', '12h', '4h']);
  expect(await told(NOW + 22 * HOUR)).toEqual(['Ship within 4 h']);
});

test('a first sight tells the latest stage that has passed; of a file, only what lies ahead', async () => {
  await write(db, [toShip(NOW + 5 * HOUR), toShip(NOW - 8 * DAY, { id: '577000000000000002' })]);
  const file = { kind: 'file', sourceId: 'files/orderlens-json', at: NOW } as const;
  const fromFile = { sources: [{ id: 'files/orderlens-json', seenAt: NOW }] };
  await write(db, [toShip(NOW + 5 * HOUR, { id: '577000000000000003', ...fromFile })], file);
  await sweep(db, NOW + 1000);
  expect((await db.alerts.toArray()).map(({ orderKey, title }) => [orderKey, title])).toEqual([
    [`seller|acc_shop|${ID}`, 'Ship within 12 h'],
  ]);
  await sweep(db, NOW + HOUR);
  expect((await stages()).filter((stage) => stage === '4h')).toHaveLength(2);
});

test('the first sweep of a history that is there takes its pages’ orders as seen for the first time', async () => {
  const old = openHistory(`sweep-old-${crypto.randomUUID()}`);
  await write(old, [toShip(NOW + 5 * HOUR), toShip(NOW - 8 * DAY, { id: '577000000000000002' })]);
  await sweep(old, NOW);
  await sweep(old, NOW);
  expect((await old.alerts.toArray()).map(({ title }) => title)).toEqual(['Ship within 12 h']);
  await old.delete();
});

test('done silences what is not critical; snoozed comes back; read news waits no more', async () => {
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + HOUR);
  await markAlerts(db, [(await only('24h')).id], 'done', NOW + HOUR);
  await sweep(db, NOW + 13 * HOUR);
  expect(await only('12h')).toMatchObject({ doneAt: NOW + 13 * HOUR, toldAt: null });
  expect(await told(NOW + 13 * HOUR)).toEqual([]);
  await sweep(db, NOW + 21 * HOUR);
  expect(await told(NOW + 21 * HOUR)).toEqual(['Ship within 4 h']);
  const { id } = await only('4h');
  await snoozeAlerts(db, [id], NOW + 22 * HOUR);
  expect((await countOpenAlerts(db)).count).toBe(0);
  expect(await told(NOW + 22 * HOUR - 1)).toEqual([]);
  expect(await told(NOW + 22 * HOUR)).toEqual(['Ship within 4 h']);
  expect((await countOpenAlerts(db)).count).toBe(1);
  await markAlerts(db, [id], 'done', NOW);
  await markAlerts(db, [id], 'open', NOW);
  expect((await countOpenAlerts(db)).count).toBe(1);
  await db.alerts.put(makeAlert({ id: 'news', topic: 'news', severity: 'low', tellAt: NOW }));
  await markAlerts(db, ['news'], 'read', NOW);
  const news = await db.alerts.get('news');
  expect([news?.openKind, news?.tellAt, news?.readAt]).toEqual([undefined, undefined, NOW]);
});

test('quiet hours hold what is not critical, and a stage that is done is told no more', async () => {
  await set({ quiet: { from: '00:00', to: '23:59', holdsCritical: false } });
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + HOUR);
  expect(await told(NOW + HOUR)).toEqual([]);
  expect((await countOpenAlerts(db)).count).toBe(1);
  await sweep(db, NOW + 13 * HOUR);
  await markAlerts(db, [(await only('12h')).id], 'done', NOW + 13 * HOUR);
  expect((await db.alerts.where('tellAt').above(0).toArray()).map(({ id }) => id)).toEqual([]);
  await sweep(db, NOW + 21 * HOUR);
  expect(await told(NOW + 21 * HOUR)).toEqual(['Ship within 4 h']);
});

test('quiet hours that are changed, and a zone that is another, decide anew when something is told', async () => {
  await set({ quiet: { from: '00:00', to: '23:59', holdsCritical: false } });
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + HOUR);
  await write(db, [toShip(NOW + 26 * HOUR, { id: '577000000000000002' })]);
  await sweep(db, NOW + 2 * HOUR);
  const [snoozed] = await db.alerts.toArray();
  await snoozeAlerts(db, [snoozed?.id ?? ''], NOW + 9 * HOUR);
  await set({ quiet: null });
  await sweep(db, NOW + 3 * HOUR);
  expect(await told(NOW + 3 * HOUR)).toEqual(['Ship within 24 h']);
  expect(await told(NOW + 9 * HOUR)).toEqual(['Ship within 24 h']);
});

test('a kind that is switched off is found no more, and what is open of it is over', async () => {
  await write(db, [toShip(NOW + 25 * HOUR)]);
  await sweep(db, NOW + HOUR);
  await set({ channels: { 'ship-by': 'off' } });
  await sweep(db, NOW + 13 * HOUR);
  expect(await stages()).toEqual(['24h']);
  expect((await countOpenAlerts(db)).count).toBe(0);
});

test('what an undone capture told is over', async () => {
  await write(db, [toShip(NOW + 5 * HOUR)], { id: 'c1' });
  await sweep(db, NOW + 1000);
  expect((await countOpenAlerts(db)).count).toBe(1);
  await undoCapture(db, 'c1', NOW + 2000);
  await sweep(db, NOW + 2000);
  expect((await countOpenAlerts(db)).count).toBe(0);
  expect(await told(NOW + 3000)).toEqual([]);
});

test('an order that a page names anew takes its alerts along', async () => {
  const host = { role: 'seller', account: 'acc_host', market: 'US' } as const;
  await write(db, [makeOrder({ ...toShip(NOW + 5 * HOUR), account: 'acc_host' })], {
    owner: host,
    kind: 'host',
  });
  await sweep(db, NOW + 1000);
  await write(db, [toShip(NOW + 5 * HOUR)], { owner: SHOP, at: NOW + 2000 });
  await sweep(db, NOW + 2000);
  const rows = await db.alerts.toArray();
  expect(rows.map(({ orderKey, accountKey, overAt }) => [orderKey, accountKey, overAt])).toEqual([
    [`seller|acc_shop|${ID}`, 'seller|acc_shop', null],
  ]);
});

test('more than three at a time are one summary, shown again under the same id', async () => {
  const ids = ['1', '2', '3', '4', '5'].map((digit) => `57700000000000000${digit}`);
  await write(
    db,
    ids.map((id) => toShip(NOW + 5 * HOUR, { id })),
  );
  await sweep(db, NOW + 1000);
  const [first] = await noticesDue(db, NOW + 1000);
  expect(first).toMatchObject({ title: '5 alerts', isSummary: true });
  expect(first?.message.split('\n').at(-1)).toBe('and 1 more');
  await db.alerts.put(makeAlert({ id: 'later|x', topic: 'later', tellAt: NOW + 1500 }));
  const again = await noticesDue(db, NOW + 2000);
  expect(again).toEqual([first]);
  expect(await told(NOW + 2000)).toEqual(['5 alerts', 'Ship within 4 h']);
});

test('wakes at the next clock or notification, and within an hour', async () => {
  expect(await nextWakeAt(db, NOW)).toBeNull();
  await write(db, [toShip(NOW + 4.5 * HOUR)]);
  expect(await nextWakeAt(db, NOW)).toBe(NOW + 0.5 * HOUR);
  expect(await nextWakeAt(db, NOW + 0.5 * HOUR)).toBe(NOW + 1.5 * HOUR);
  await db.alerts.put(makeAlert({ tellAt: NOW + 1000 }));
  expect(await nextWakeAt(db, NOW)).toBe(NOW + 1000);
});

test('old alerts are forgotten in small steps, open ones never', async () => {
  const rows = Array.from({ length: 300 }, (_, index) =>
    makeAlert({ id: `a${index}`, topic: `a${index}`, at: NOW - 181 * DAY, overAt: NOW - 181 * DAY }),
  );
  for (const row of rows) delete row.openKind;
  await db.alerts.bulkPut([...rows, makeAlert({ at: NOW - 170 * DAY, overAt: NOW })]);
  await sweep(db, NOW);
  expect(await db.alerts.count()).toBe(101);
  await sweep(db, NOW);
  expect(await db.alerts.count()).toBe(1);
});
