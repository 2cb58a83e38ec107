import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { turnOn } from '../e2e/harness/product.ts';
import { type Place, walk } from '../e2e/harness/seller-center.ts';
import { startShop } from '../shop/server.ts';
import type { Market } from '../shop/types.ts';
import { captureBuyer } from './start-buyer.ts';
import { type Captured, describe, readCaptured } from './start-report.ts';
import { type Side, takeScreenshots } from './start-screenshots.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURES = join(ROOT, '.output/start');
const SHOPS: { market: Market; orders: number }[] = [
  { market: 'US', orders: 120 },
  { market: 'VN', orders: 60 },
];

const BUYER_ORDERS = 45;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Somebody can look at a window here. */
function hasScreen(): boolean {
  if (process.env['CI']) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function capture(place: Place): Promise<Captured> {
  for (const { market } of SHOPS) {
    await turnOn(place.browser, market);
    await (await walk(place, market)).show();
  }
  return readCaptured(
    place.browser,
    SHOPS.reduce((sum, shop) => sum + shop.orders, 0),
  );
}

/** Leaves the order page and the dashboard open until Ctrl-C. */
async function stayOpen({ browser, shop }: Place): Promise<void> {
  await browser.open(browser.extensionUrl('dashboard.html'));
  await browser.open(shop.pageUrl('US'));
  say('The order page and the dashboard stay open. Ctrl-C ends it.');
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}

async function takePictures(place: Place, side: Side): Promise<void> {
  for (const path of await takeScreenshots(place, side, PICTURES)) say(`  ${relative(ROOT, path)}`);
}

const isHeadless = !hasScreen();
say(
  `Starting a local TikTok Shop and Chromium${isHeadless ? ' without a window, for there is no screen' : ''} …`,
);
rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const shop = await startShop({ shops: SHOPS, buyerOrders: BUYER_ORDERS });
const browser = await launchChromium({ shop, headless: isHeadless });
try {
  const captured = await capture({ shop, browser });
  for (const line of describe(captured)) say(line);
  if (captured.shops.size === 0) process.exitCode = 1;
  else if (isHeadless) await takePictures({ shop, browser }, 'seller');
  for (const line of await captureBuyer({ shop, browser })) say(line);
  if (isHeadless) await takePictures({ shop, browser }, 'buyer');
  else await stayOpen({ shop, browser });
} finally {
  await browser.close();
  await shop.close();
}
