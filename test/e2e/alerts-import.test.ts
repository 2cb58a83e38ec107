import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyOrder, type Order, type OrderStatus } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import {
  HOUR,
  readAlerts,
  readIcon,
  shownTitles,
  toldTitles,
  turnOnNotifications,
} from './harness/alerts.ts';
import { openRoom } from './harness/product.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Tab } from './harness/types.ts';

const COUNT = 10_000;
const DAY = 24 * HOUR;
const PREVIEW = { role: 'region', name: 'Import preview' } as const;
const IMPORT = { role: 'region', name: 'Import' } as const;
const LONG = { timeout: 120_000, interval: 500 };

// Whatever an old file may say of its orders: some look as if they waited still, with every clock run out.
const STATUSES: readonly OrderStatus[] = [
  'COMPLETED',
  'AWAITING_SHIPMENT',
  'IN_TRANSIT',
  'DELIVERED',
  'CANCELLED',
  'PARTIALLY_SHIPPING',
  'UNPAID',
];

let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlens-old-'));
  path = join(folder, 'orders.json');
  const orders = Array.from({ length: COUNT }, (_, number) => oldOrder(number, Date.now()));
  writeFileSync(path, fileOf(orders));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(orders: readonly Order[]): string {
  return JSON.stringify({ format: 'orderlens/1', exportedAt: new Date().toISOString(), orders });
}

/** An order of the last year, up to yesterday, half of them sold and half bought; every clock of it has run out. */
function oldOrder(number: number, now: number): Order {
  const role = number % 2 === 0 ? 'seller' : 'buyer';
  const placedAt = now - 12 * DAY - Math.floor((number / COUNT) * 350 * DAY);
  const order = emptyOrder(String(576_000_000_000_000_000n + BigInt(number)), {
    role,
    account: `acc_old_${role}`,
    market: 'US',
  });
  Object.assign(order, { currency: 'USD', placedAt, paidAt: placedAt, status: STATUSES[number % 7] });
  order.sources = [{ id: 'seller/order-list', seenAt: placedAt + 3 * DAY }];
  order.amounts = { ...order.amounts, total: 2500 + number, items: 2500 + number };
  const past = {
    shipByAt: placedAt + 2 * DAY,
    autoCancelAt: placedAt + 6 * DAY,
    returnByAt: placedAt + 10 * DAY,
  };
  order.deadlines = { ...order.deadlines, ...past };
  return { ...order, stage: stageOf(order) };
}

/** An order whose next stage comes in some seconds: when it is told, all the others were looked at. */
function freshOrder(now: number): Order {
  const order = oldOrder(COUNT, now);
  Object.assign(order, { status: 'AWAITING_SHIPMENT', stage: 'pending', placedAt: now - DAY });
  const dueAt = now + 4 * HOUR + 20_000;
  order.deadlines = { ...order.deadlines, shipByAt: dueAt, autoCancelAt: dueAt + 5 * DAY, returnByAt: null };
  return order;
}

async function importFile(data: Tab, file: string, said: string): Promise<void> {
  await data.setFile('Import file', file);
  await expect.poll(() => data.has(PREVIEW), LONG).toBe(true);
  await data.click({ role: 'button', name: 'Add to history' });
  await expect.poll(async () => (await data.texts(IMPORT)).join(' '), LONG).toContain(said);
}

describe.each(BROWSERS)('importing old orders in %s', (name) => {
  const session = useSession(name, { desktop: true });

  test('raises no notification, however many they are; what is still to come is told of', async () => {
    const { browser } = session;
    await turnOnNotifications(browser);
    const data = await openRoom(browser, 'Data');
    await importFile(data, path, `Imported: ${COUNT.toLocaleString('en')} new`);
    await browser.killWorker();
    const second = join(folder, `${name}.json`);
    writeFileSync(second, fileOf([freshOrder(Date.now())]));
    await importFile(data, second, 'Imported: 1 new');
    await expect.poll(() => shownTitles(browser), { timeout: 60_000 }).toEqual(['Ship within 4 h']);
    expect(await toldTitles(browser)).toEqual(['Ship within 4 h']);
    const ofOrders = (await readAlerts(data)).filter(({ orderKey }) => orderKey !== null);
    expect(ofOrders.map(({ title }) => title)).toEqual(['Ship within 4 h']);
    expect((await readIcon(data)).badge).toBe('1');
  }, 300_000);
});
