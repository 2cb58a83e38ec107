import { expect } from 'vitest';
import { COUNTDOWN_SLACK_MS, type ExpectedBuyerOrder } from '../../shop/buyer/expected.ts';
import { type ExportFile, exportFrom, waitForScripts } from './product.ts';
import type { Browser, Tab } from './types.ts';

/** What the content scripts of the buyer's pages are registered for: the shop's pages, not the whole host. */
const SHOP_PAGES = 'www.tiktok.com/shop';

/** Clicks "Turn on" for who only buys; the browser's question is answered elsewhere. */
export async function askToTurnOnBuying(browser: Browser): Promise<Tab> {
  const tab = await browser.open(browser.extensionUrl('welcome.html'));
  await tab.check({ role: 'checkbox', name: 'I sell on TikTok Shop' }, false);
  await tab.check({ role: 'checkbox', name: 'I buy on TikTok Shop' }, true);
  await tab.click({ role: 'button', name: 'Turn on' });
  return tab;
}

/** Turns the buyer's pages on by way of the welcome page. */
export async function turnOnBuying(browser: Browser): Promise<void> {
  const tab = await askToTurnOnBuying(browser);
  await waitForBuying(tab, true);
  await tab.close();
}

/** Waits until the buyer's content scripts are registered, or no longer are. */
export function waitForBuying(tab: Tab, isOn: boolean): Promise<void> {
  return waitForScripts(tab, SHOP_PAGES, isOn);
}

interface Exported extends ExpectedBuyerOrder {
  account: string;
  sources: { id: string; seenAt: number }[];
}

/** The orders of an export, as a buyer's. */
export function boughtIn(file: ExportFile): Exported[] {
  return file.orders as unknown as Exported[];
}

/** Waits until the export holds exactly these orders, each field as told; returns them. Fields may be added. */
export async function expectBought(data: Tab, expected: readonly ExpectedBuyerOrder[]): Promise<Exported[]> {
  let orders: Exported[] = [];
  const exported = async () => {
    orders = boughtIn(await exportFrom(data));
    return plain(orders, expected);
  };
  await expect.poll(exported, { timeout: 20_000, interval: 400 }).toMatchObject(plain(expected, expected));
  return orders;
}

/**
 * Orders in one sequence, without what only the extension knows. Parcels that have pages of their own come in no
 * sequence, and a countdown is told to some seconds.
 */
function plain(orders: readonly ExpectedBuyerOrder[], truth: readonly ExpectedBuyerOrder[]): object[] {
  const dueAt = new Map(truth.map((order) => [order.id, order.deadlines.autoCancelAt]));
  return orders
    .map((order) => {
      const { account, sources, ...rest } = order as Exported;
      const { autoCancelAt } = rest.deadlines;
      const due = dueAt.get(order.id);
      const isNear = autoCancelAt !== null && due && Math.abs(autoCancelAt - due) <= COUNTDOWN_SLACK_MS;
      const packages = rest.packages.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
      return {
        ...rest,
        packages,
        deadlines: { ...rest.deadlines, autoCancelAt: isNear ? due : autoCancelAt },
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a buyer spent this month as the popup should write it: paid and not cancelled, less what came back. */
export function spentThisMonth(orders: readonly ExpectedBuyerOrder[], now: number): string {
  const monthOf = (atMs: number | null) => new Date(atMs ?? 0).toLocaleDateString('en-CA').slice(0, 7);
  const counted = orders.filter(
    ({ status, paidAt, placedAt }) =>
      paidAt !== null && status !== 'CANCELLED' && monthOf(placedAt) === monthOf(now),
  );
  const minor = counted.reduce((sum, { amounts }) => sum + (amounts.total ?? 0) - (amounts.refunded ?? 0), 0);
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(minor / 100);
}

/** The pieces of text of a buyer's region in the popup. */
export async function readBuyerPopup(
  browser: Browser,
  region: 'Needs you' | 'Deliveries' | 'Spending',
): Promise<string[]> {
  const tab = await browser.open(browser.extensionUrl('popup.html'));
  const texts = await tab.texts({ role: 'region', name: region });
  await tab.close();
  return texts;
}

interface Extension {
  scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
}

/** The pages that content scripts are registered for; to be asked on one of the extension's own pages. */
export function registeredPages(own: Tab): Promise<string[]> {
  return own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
    const scripts = await (browser ?? chrome).scripting.getRegisteredContentScripts();
    return [...new Set(scripts.flatMap(({ matches }) => matches ?? []))].sort();
  });
}
