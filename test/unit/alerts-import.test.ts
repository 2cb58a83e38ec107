import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { followClock } from '../../lib/background/alerts.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { writeImport } from '../../lib/history/import.ts';
import { ALERT_SETTINGS_KEY } from '../../lib/history/read/alert-settings.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import type { Order } from '../../lib/model/order.ts';
import { DAY, HOUR, NOW } from '../history/build.ts';
import { makeLife, orderAt } from '../history/lives.ts';
import { createRandom } from '../shop/random.ts';

const create = vi.fn(async () => 'id');
const badge = vi.fn();
let db: History;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
  vi.spyOn(browser.notifications, 'create').mockImplementation(create);
  vi.spyOn(browser.notifications, 'getAll').mockResolvedValue({});
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ text }) => badge(text));
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue();
  vi.spyOn(browser.action, 'setTitle').mockResolvedValue();
  vi.spyOn(browser.alarms, 'create').mockResolvedValue();
  db = openHistory(`alerts-import-${crypto.randomUUID()}`);
  await db.meta.put({ key: ALERT_SETTINGS_KEY, value: { ...DEFAULT_ALERT_SETTINGS, notifies: true } });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
  vi.useRealTimers();
});

const random = createRandom(10_000);
const OWNERS = [
  { role: 'seller', account: 'file:Shop', market: 'US' },
  { role: 'buyer', account: 'file:Me', market: 'US' },
] as const;

/** Orders of many lives, as a file has them that was written now. */
function oldOrders(count: number, placedAt: (index: number) => number): Order[] {
  const source = { id: 'files/orderlens-json', seenAt: NOW };
  return Array.from({ length: count }, (_, index) => {
    const id = `57700000000${String(index).padStart(7, '0')}`;
    const life = makeLife(id, OWNERS[index % 2] ?? OWNERS[0], placedAt(index), random);
    return orderAt(life, NOW);
  }).flatMap((order) => (order ? [{ ...order, sources: [source] }] : []));
}

async function importAll(orders: readonly Order[]): Promise<void> {
  const file = { importId: 'i1', fileName: 'orders.json', sourceId: 'files/orderlens-json' };
  const rest = { account: 'file:Shop', seenAt: NOW, records: [], misses: [], brokenCount: 0 };
  for (let start = 0; start < orders.length; start += 500) {
    const part = orders.slice(start, start + 500);
    await writeImport(db, { ...file, ...rest, orders: part }, NOW);
    if (start % 2000 === 0) await followClock(db);
  }
  await followClock(db);
}

test('an import of 10,000 old orders raises no notification and no alert', async () => {
  await followClock(db);
  const read = vi.spyOn(db.orders, 'bulkGet');
  await importAll(oldOrders(10_000, (index) => NOW - 3 * DAY - index * HOUR));
  expect(await db.orders.count()).toBe(10_000);
  expect([await db.alerts.count(), create.mock.calls.length]).toEqual([0, 0]);
  expect(badge).toHaveBeenLastCalledWith('');
  // Nor are they all read again to find that out.
  const keys = read.mock.calls.flatMap(([asked]) => asked as unknown as string[]);
  expect(keys.length).toBeLessThan(100);
  // What of them still lies ahead comes as time goes on.
  vi.setSystemTime(NOW + DAY);
  await followClock(db);
  const later = await db.alerts.toArray();
  expect(later.length).toBeGreaterThan(0);
  expect(later.filter(({ at }) => at <= NOW)).toEqual([]);
  expect(create.mock.calls.length).toBeLessThanOrEqual(3);
});
