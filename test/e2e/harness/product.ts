import type { ExpectedOrder } from '../../shop/expected.ts';
import type { Market } from '../../shop/types.ts';
import { hostOf } from './seller-center.ts';
import type { Browser, Tab } from './types.ts';

/** What the welcome page calls the markets. */
const LABELS: Record<Market, string> = {
  US: 'United States',
  VN: 'Vietnam',
  ID: 'Indonesia',
  BR: 'Brazil',
  XB: 'Cross-border, Southeast Asia and Europe',
};

interface Extension {
  scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
}

/** What "Export JSON" writes. */
export interface ExportFile {
  format: string;
  exportedAt: string;
  orders: (ExpectedOrder & { account: string; sources: { id: string; seenAt: number }[] })[];
}

/** Fills the welcome page in and clicks "Turn on"; the browser's question is answered elsewhere. */
export async function askToTurnOn(browser: Browser, market: Market): Promise<Tab> {
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  await tab.check({ role: 'checkbox', name: 'I sell on TikTok Shop' }, true);
  await tab.choose({ role: 'combobox', name: 'Market' }, LABELS[market]);
  await tab.click({ role: 'button', name: 'Turn on' });
  return tab;
}

/** Waits until the content scripts of a host are registered, or no longer are. */
export async function waitForScripts(tab: Tab, host: string, isOn: boolean): Promise<void> {
  const hasScripts = async (wanted: { host: string; isOn: boolean }): Promise<boolean> => {
    const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
    const scripts = await (browser ?? chrome).scripting.getRegisteredContentScripts();
    const isThere = scripts.some(({ matches }) =>
      matches?.some((pattern) => pattern.startsWith(`https://${wanted.host}/`)),
    );
    return isThere === wanted.isOn;
  };
  await tab.waitFor(hasScripts, { host, isOn });
}

/** Turns a market on by way of the welcome page. */
export async function turnOn(browser: Browser, market: Market): Promise<void> {
  const tab = await askToTurnOn(browser, market);
  await waitForScripts(tab, hostOf(market), true);
  await tab.close();
}

/** Opens one room of the dashboard by its link. */
export async function openRoom(
  browser: Browser,
  name: 'Orders' | 'Alerts' | 'Data' | 'Settings',
): Promise<Tab> {
  const tab = await browser.open(browser.extensionUrl('dashboard.html'));
  await tab.click({ role: 'link', name });
  return tab;
}

/** Takes a market back in Settings. */
export async function turnOff(browser: Browser, market: Market): Promise<void> {
  const tab = await openRoom(browser, 'Settings');
  await tab.click({ role: 'button', name: `Turn off ${hostOf(market)}` });
  await waitForScripts(tab, hostOf(market), false);
  await tab.close();
}

/** What "Export JSON" on the open Data page writes now. */
export async function exportFrom(data: Tab): Promise<ExportFile> {
  const { name, text } = await data.save({ role: 'button', name: 'Export JSON' });
  const file: ExportFile = JSON.parse(text);
  if (!/\.json$/.test(name) || file.format !== 'orderlens/1') throw new Error(`${name} is no export`);
  return file;
}

/** The pieces of text of one of the popup's regions. */
export async function readPopup(
  browser: Browser,
  region: 'Needs you' | 'Selling' | 'Revenue' | 'Spending',
): Promise<string[]> {
  const tab = await browser.open(browser.extensionUrl('popup.html'));
  const texts = await tab.texts({ role: 'region', name: region });
  await tab.close();
  return texts;
}
