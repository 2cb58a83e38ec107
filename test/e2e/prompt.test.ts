import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Shop, startShop } from '../shop/server.ts';
import { type Display, startDisplay } from './harness/display.ts';
import { expectExport } from './harness/expect-export.ts';
import { askToTurnOn, openRoom, waitForScripts } from './harness/product.ts';
import { countPieces, hostOf, openOrders } from './harness/seller-center.ts';
import { expectNoOwnRequests, launch } from './harness/session.ts';
import type { Browser } from './harness/types.ts';

// The browser's own question takes a moment to come up, and ignores keys until then.
const QUESTION_MS = 1500;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let display: Display | undefined;
let shop: Shop;
let browser: Browser | undefined;

beforeEach(async () => {
  display = await startDisplay();
  shop = await startShop({ shops: [{ market: 'US', orders: 6 }] });
  browser = await launch('chromium', { shop, headless: false, display: display.name, granted: false });
});
afterEach(async () => {
  try {
    if (browser) await expectNoOwnRequests(shop, browser);
  } finally {
    await browser?.close();
    await shop.close();
    display?.close();
  }
});

test('the build as it is shipped starts when the browser’s real question is answered with yes', async () => {
  if (!browser || !display) throw new Error('There is no browser');
  const welcome = await askToTurnOn(browser, 'US');
  await wait(QUESTION_MS);
  display.press('Tab');
  await wait(200);
  display.press('Return');
  await waitForScripts(welcome, hostOf('US'), true);
  await openOrders({ shop, browser }, 'US');
  const data = await openRoom(browser, 'Data');
  await expectExport(data, shop.expected('US', 'list'));
});

test('and stays off when it is answered with no', async () => {
  if (!browser || !display) throw new Error('There is no browser');
  const welcome = await askToTurnOn(browser, 'US');
  await wait(QUESTION_MS);
  display.press('Escape');
  await welcome.waitFor(() => document.body.textContent?.includes('stays off') === true, null);
  await waitForScripts(welcome, hostOf('US'), false);
  const tab = await openOrders({ shop, browser }, 'US');
  await wait(500);
  expect(await countPieces(tab)).toBe(0);
  expect(
    (await (await openRoom(browser, 'Data')).save({ role: 'button', name: 'Export JSON' })).text,
  ).not.toContain('"id"');
});
