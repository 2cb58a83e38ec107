import { afterEach, beforeEach, expect } from 'vitest';
import { type Shop, type ShopOptions, startShop } from '../../shop/server.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Place } from './seller-center.ts';
import type { Browser, BrowserName, LaunchOptions } from './types.ts';

/** Every test is written once and runs in both. */
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

type SessionOptions = ShopOptions & Omit<LaunchOptions, 'shop'>;

/** Starts a browser with the extension. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

/** A new shop and a new browser for each test; afterwards, no test may have seen the extension ask the net. */
export function useSession(name: BrowserName, options: SessionOptions = {}): Place {
  const session: Partial<Place> = {};
  beforeEach(async () => {
    session.shop = await startShop(options);
    session.browser = await launch(name, { ...options, shop: session.shop });
  });
  afterEach(async () => {
    const { shop, browser } = session;
    delete session.shop;
    delete session.browser;
    try {
      if (shop && browser) await expectNoOwnRequests(shop, browser);
    } finally {
      await browser?.close();
      await shop?.close();
    }
  });
  // Only read inside a test, where both are there.
  return session as Place;
}

/** Fails when anybody but the shop's own pages asked the net for anything. */
export async function expectNoOwnRequests(shop: Shop, browser: Browser): Promise<void> {
  expect(await browser.ownRequests(), 'requests of the extension').toEqual([]);
  expect(shop.unexpected(), 'requests to TikTok that its pages did not make').toEqual([]);
  expect(shop.foreignHosts(), 'hosts that are not TikTok').toEqual([]);
}
