import { mkdirSync } from 'node:fs';
import puppeteer, { type Browser as FirefoxProcess, type Page } from 'puppeteer-core';
import { adviceFor, findTool } from '../../scripts/browsers.mjs';
import { FirefoxAdmin } from './firefox-admin.ts';
import { EXTENSION_ID, EXTENSION_UUID, preferences } from './firefox-preferences.ts';
import { openFirefoxTab } from './firefox-tab.ts';
import { makeWorkplace } from './folders.ts';
import type { Browser, LaunchOptions } from './types.ts';

/** Starts Firefox with a copy of the extension, by way of the shop's proxy. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const { shop, granted = true, extension = '.output/firefox-mv3' } = options;
  const place = makeWorkplace(extension);
  const downloads = place.folder('downloads');
  mkdirSync(downloads);
  const prefs = preferences({ proxyPort: shop.proxyPort, downloads, granted });
  const firefox = await start(options, prefs);
  const origin = `moz-extension://${EXTENSION_UUID}`;
  const admin = new FirefoxAdmin(await blankPage(firefox), EXTENSION_ID);
  await admin.start();
  if (options.desktop) await admin.watchNotices();
  await firefox.installExtension(place.extension);
  return {
    name: 'firefox',
    extensionUrl: (path) => `${origin}/${path}`,
    open: (url) => openFirefoxTab(firefox, url, { admin, downloads }),
    killWorker: () => admin.endBackground(),
    ownRequests: () => admin.ownRequests(),
    ...(options.desktop && { notices: admin.notices }),
    close: async () => {
      await firefox.close();
      place.remove();
    },
  };
}

function start(
  { headless = true, display }: LaunchOptions,
  extraPrefsFirefox: Record<string, unknown>,
): Promise<FirefoxProcess> {
  const executablePath = findTool('firefox');
  if (!executablePath) throw new Error(adviceFor('firefox'));
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: true,
    // Without it no tool may look at pages of extensions.
    args: ['--remote-allow-system-access'],
    env: { ...process.env, ...(display ? { DISPLAY: display } : {}), MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox,
  });
}

async function blankPage(firefox: FirefoxProcess): Promise<Page> {
  const [page] = await firefox.pages();
  return page ?? firefox.newPage();
}
