import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { listenToNotices, tell } from '../../lib/background/notify.ts';
import { type AlertRow, type History, openHistory } from '../../lib/history/db.ts';
import { ALERT_SETTINGS_KEY } from '../../lib/history/read/alert-settings.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import { HOUR, makeAlert, makeOrder, NOW } from '../history/build.ts';
import { write } from '../history/support.ts';

const ID = '577000000000000001';
const KEY = `seller|acc_shop|${ID}`;
let db: History;
let isGranted = true;
const create = vi.fn();
const clear = vi.fn();
const opened = vi.fn();
const after = vi.fn(async () => {});
let onClick: (id: string) => Promise<void>;
let onButton: (id: string, button: number) => Promise<void>;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  isGranted = true;
  for (const mock of [create, clear, opened, after]) mock.mockReset();
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => isGranted);
  create.mockImplementation(async (id) => id);
  vi.spyOn(browser.notifications, 'create').mockImplementation(create);
  vi.spyOn(browser.notifications, 'clear').mockImplementation(async (id) => clear(id));
  vi.spyOn(browser.notifications, 'getAll').mockResolvedValue({});
  vi.spyOn(browser.tabs, 'create').mockImplementation(async ({ url }) => opened(url));
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `own://${path}`);
  vi.spyOn(browser.notifications.onClicked, 'addListener').mockImplementation((listener) => {
    onClick = listener as unknown as typeof onClick;
  });
  vi.spyOn(browser.notifications.onButtonClicked, 'addListener').mockImplementation((listener) => {
    onButton = listener as unknown as typeof onButton;
  });
  db = openHistory(`notify-${crypto.randomUUID()}`);
  await db.meta.put({ key: ALERT_SETTINGS_KEY, value: { ...DEFAULT_ALERT_SETTINGS, notifies: true } });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
  vi.useRealTimers();
});

const due = (fields: Partial<AlertRow> = {}) => makeAlert({ id: 'a', topic: 'a', tellAt: NOW, ...fields });
const stored = (id = 'a') => db.alerts.get(id);

test('an alert that is due is shown with its buttons, once', async () => {
  await db.alerts.bulkPut([due({ severity: 'critical' }), due({ id: 'b', topic: 'b', tellAt: NOW + 1 })]);
  await tell(db, NOW);
  await tell(db, NOW);
  expect(create).toHaveBeenCalledTimes(1);
  expect(create).toHaveBeenCalledWith('a', {
    type: 'basic',
    iconUrl: 'own://icon/128.png',
    title: 'Ship within 4 h',
    message: 'Mug · $82.00 · …000001',
    requireInteraction: true,
    buttons: [{ title: 'Snooze 1 h' }, { title: 'Done' }],
  });
  expect(await stored()).toMatchObject({ toldAt: NOW, openKind: 'ship-by' });
});

test('a browser that refuses buttons shows it without them', async () => {
  create.mockRejectedValueOnce(new TypeError('buttons is unsupported'));
  await db.alerts.put(due());
  await tell(db, NOW);
  expect(create.mock.calls.map(([id, options]) => [id, 'buttons' in options])).toEqual([
    ['a', true],
    ['a', false],
  ]);
});

test('where notifications are off or not allowed, it stands in the list alone', async () => {
  isGranted = false;
  await db.alerts.put(due());
  await tell(db, NOW);
  expect(await stored()).toMatchObject({ toldAt: NOW, openKind: 'ship-by' });
  isGranted = true;
  await db.meta.put({ key: ALERT_SETTINGS_KEY, value: DEFAULT_ALERT_SETTINGS });
  await db.alerts.put(due({ id: 'b', topic: 'b' }));
  await tell(db, NOW);
  expect(await stored('b')).toMatchObject({ toldAt: NOW });
  expect(create).not.toHaveBeenCalled();
});

test('a desktop that fails loses no alert', async () => {
  create.mockRejectedValue(new Error('no desktop'));
  await db.alerts.put(due());
  await tell(db, NOW);
  expect(await stored()).toMatchObject({ toldAt: NOW, openKind: 'ship-by' });
});

test('the notification of what waits no more goes, and that of what was deleted', async () => {
  const options = { type: 'basic', title: '', message: '' } as const;
  const shown = {
    a: options,
    b: options,
    c: options,
    d: options,
    'summary|a': options,
    'summary|d': options,
  };
  vi.spyOn(browser.notifications, 'getAll').mockResolvedValue(shown);
  const told = { tellAt: NOW + HOUR };
  await db.alerts.bulkPut([
    due({ ...told, doneAt: NOW, openKind: undefined }),
    due({ ...told, id: 'b', openKind: undefined }),
    due({ ...told, id: 'c' }),
  ]);
  await tell(db, NOW);
  expect(clear.mock.calls.flat()).toEqual(['a', 'b', 'd', 'summary|d']);
});

test('a click opens the order on its shop’s page, in the dashboard, or all alerts', async () => {
  listenToNotices(db, after)();
  await write(db, [makeOrder({ id: ID })]);
  await db.alerts.bulkPut([
    due({ orderKey: KEY }),
    due({ id: 'b', orderKey: 'seller|file:Old|5', accountKey: 'seller|file:Old' }),
    due({ id: 'c', orderKey: null, accountKey: null }),
  ]);
  for (const id of ['a', 'b', 'c', 'summary|a']) await onClick(id);
  expect(opened.mock.calls.flat()).toEqual([
    `https://seller-us.tiktok.com/order/detail?order_no=${ID}`,
    'own:///dashboard.html#orders/seller%7Cfile%3AOld%7C5',
    'own:///dashboard.html#alerts',
    'own:///dashboard.html#alerts',
  ]);
  expect(clear.mock.calls.flat()).toEqual(['a', 'b', 'c', 'summary|a']);
});

test('the buttons put it off for an hour, or say that it is done', async () => {
  listenToNotices(db, after)();
  await db.alerts.bulkPut([due(), due({ id: 'b', topic: 'b' })]);
  await tell(db, NOW);
  await onButton('a', 0);
  await onButton('b', 1);
  const snoozed = await stored();
  expect([snoozed?.tellAt, snoozed?.openKind]).toEqual([NOW + HOUR, undefined]);
  expect(await stored('b')).toMatchObject({ doneAt: NOW });
  expect(after).toHaveBeenCalledTimes(2);
});

test('listens once, and as soon as the browser has notifications', async () => {
  const add = vi.spyOn(browser.notifications.onClicked, 'addListener').mockReturnValue();
  const listen = listenToNotices(db, after);
  const { notifications } = browser;
  Reflect.set(browser, 'notifications', undefined);
  listen();
  await db.alerts.put(due());
  await tell(db, NOW);
  expect(await stored()).toMatchObject({ toldAt: NOW });
  Reflect.set(browser, 'notifications', notifications);
  listen();
  listen();
  expect(add).toHaveBeenCalledTimes(1);
});
