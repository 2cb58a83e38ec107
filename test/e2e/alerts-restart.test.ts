import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Shop, startShop } from '../shop/server.ts';
import {
  HOUR,
  leaveOneToShip,
  openQuietly,
  readIcon,
  readStored,
  seeOrders,
  shownTitles,
  toldTitles,
  turnOnNotifications,
} from './harness/alerts.ts';
import { makeWorkplace, type Workplace } from './harness/folders.ts';
import { openRoom, turnOn } from './harness/product.ts';
import { expectNoOwnRequests, launch } from './harness/session.ts';
import type { Browser } from './harness/types.ts';

// So long before a stage the order is seen: time enough to close the browser.
const AHEAD = 8000;
const HOURS = { role: 'textbox', name: 'Before a ship-by time' } as const;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let place: Workplace;
let shop: Shop;
let browser: Browser | undefined;

const start = () => launch('chromium', { shop, place, desktop: true });

beforeEach(async () => {
  place = makeWorkplace('.output/chrome-mv3');
  shop = await startShop({ shops: [{ market: 'US', orders: 6 }] });
});
afterEach(async () => {
  try {
    if (browser) await expectNoOwnRequests(shop, browser);
  } finally {
    await browser?.close();
    await shop.close();
    place.remove();
    browser = undefined;
  }
});

async function restart(open: Browser, meanwhileMs: number): Promise<Browser> {
  await expectNoOwnRequests(shop, open);
  await open.close();
  await wait(meanwhileMs);
  browser = await start();
  return browser;
}

test('what becomes due while the browser is closed is told once when it starts', async () => {
  browser = await start();
  await turnOn(browser, 'US');
  await turnOnNotifications(browser);
  const dueAt = Date.now() + AHEAD;
  leaveOneToShip(shop, 'US', dueAt + 4 * HOUR);
  await seeOrders({ shop, browser }, 'US');
  await expect.poll(() => shownTitles(browser as Browser)).toEqual(['Ship within 12 h']);
  const again = await restart(browser, dueAt - Date.now() + 1000);
  await expect.poll(() => shownTitles(again)).toEqual(['Ship within 4 h']);
  const own = await openQuietly(again);
  await expect.poll(async () => (await readIcon(own)).badge).toBe('1');
  await again.killWorker();
  await seeOrders({ shop, browser: again }, 'US');
  expect(await toldTitles(again)).toEqual(['Ship within 4 h']);
});

test('settings are kept, and what was typed wrong is said and changes nothing', async () => {
  browser = await start();
  const settings = await openRoom(browser, 'Settings');
  await settings.click({ role: 'checkbox', name: 'Quiet hours' });
  await settings.fill(HOURS, '6, many');
  await settings.click({ role: 'textbox', name: 'Not seen for long: after' });
  await settings.waitFor(() => document.querySelector('.checked [role="alert"]') !== null, null);
  await settings.fill(HOURS, '6');
  await settings.click({ role: 'textbox', name: 'Not seen for long: after' });
  const stored = { shipByHours: [6], quiet: { from: '22:00', to: '07:00' } };
  await expect.poll(() => readStored(settings, 'alerts.settings')).toMatchObject(stored);
  await browser.killWorker();
  const again = await restart(browser, 0);
  const room = await openRoom(again, 'Settings');
  await room.texts({ role: 'region', name: 'Alerts' });
  expect(await readStored(room, 'alerts.settings')).toMatchObject(stored);
  const shown = () =>
    room.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.checked input')].map(({ value }) => value),
    );
  await expect.poll(shown).toContain('6');
});
