import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { makeWorkplace } from '../e2e/harness/folders.ts';
import { unpackedId, writeProfile } from '../e2e/harness/profile.ts';
import { adviceFor, findTool } from '../scripts/browsers.mjs';
import type { Shop } from '../shop/server.ts';

/** A Chromium with the extension, and an empty page in it to compare with. */
export interface BenchBrowser {
  context: BrowserContext;
  /** An address of the extension. */
  url(path: string): string;
  close(): Promise<void>;
}

/** What the extension's pages see of the browser, as far as the bench uses it. */
declare global {
  var chrome: {
    permissions: { request(permissions: { origins: string[] }): Promise<boolean> };
    scripting: {
      getRegisteredContentScripts(): Promise<unknown[]>;
      unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
    };
  };
}

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts Chromium with a copy of the extension; with a shop, TikTok's hosts are the shop's. */
export async function startBrowser(options: { shop?: Shop; granted: boolean }): Promise<BenchBrowser> {
  const executablePath = findTool('chromium');
  if (!executablePath) throw new Error(adviceFor('chromium'));
  const place = makeWorkplace('.output/chrome-mv3');
  const { extension } = place;
  writeFileSync(join(extension, 'empty.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  writeProfile(place.folder('profile'), extension, options.granted);
  const proxy = options.shop ? [`--proxy-server=http://127.0.0.1:${options.shop.proxyPort}`] : [];
  const context = await chromium.launchPersistentContext(place.folder('profile'), {
    executablePath,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...QUIET, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`, ...proxy],
  });
  const browser: BenchBrowser = {
    context,
    url: (path) => `chrome-extension://${unpackedId(extension)}/${path}`,
    async close() {
      await context.close();
      place.remove();
    },
  };
  if (options.granted) await turnOn(browser);
  return browser;
}

async function turnOn(browser: BenchBrowser): Promise<void> {
  await inTab(browser, browser.url('welcome.html'), async (page) => {
    const isOn = await page.evaluate(() =>
      chrome.permissions.request({ origins: ['https://seller-us.tiktok.com/*'] }),
    );
    if (!isOn) throw new Error('The host was not granted');
    // The background registers the content scripts on the grant.
    await page.waitForFunction(
      async () => (await chrome.scripting.getRegisteredContentScripts()).length === 2,
    );
  });
}

/** Opens an address in a new tab and closes it again after `use`. */
export async function inTab<T>(
  browser: BenchBrowser,
  url: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.context.newPage();
  try {
    await page.goto(url);
    return await use(page);
  } finally {
    await page.close();
  }
}
