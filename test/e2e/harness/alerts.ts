import type { Shop } from '../../shop/server.ts';
import type { Market, TrueOrder } from '../../shop/types.ts';
import { openRoom } from './product.ts';
import type { Place } from './seller-center.ts';
import { openOrders } from './seller-center.ts';
import type { Browser, Tab } from './types.ts';
import { until } from './wait.ts';

const NOTIFICATIONS = { role: 'checkbox', name: 'Show notifications' } as const;
export const HOUR = 3_600_000;

/** Switches notifications on in Settings; the browser's question is answered as the session says. */
export async function turnOnNotifications(browser: Browser): Promise<void> {
  const tab = await openRoom(browser, 'Settings');
  await tab.click(NOTIFICATIONS);
  await tab.waitFor(isChecked, NOTIFICATIONS.name);
  // The switch is on before the background has it.
  await until('notifications to be switched on', async () => {
    const settings = await readStored(tab, 'alerts.settings');
    return (settings as { notifies: boolean } | undefined)?.notifies === true;
  });
  await tab.close();
}

function isChecked(label: string): boolean {
  const labels = [...document.querySelectorAll('label')];
  return labels.find(({ textContent }) => textContent === label)?.querySelector('input')?.checked === true;
}

/** All rows of one of the history's tables, as the extension's own pages see them. */
function readTable<T>(own: Tab, name: string): Promise<T[]> {
  return own.evaluate(async (table) => {
    const opened = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('orderlens');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const rows = await new Promise<T[]>((done) => {
      const request = opened.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => done(request.result);
    });
    opened.close();
    return rows;
  }, name);
}

/** What the history has stored under a key. */
export async function readStored(own: Tab, key: string): Promise<unknown> {
  const rows = await readTable<{ key: string; value: unknown }>(own, 'meta');
  return rows.find((row) => row.key === key)?.value;
}

/** Leaves a shop one order that waits, to be shipped by a moment; all others have left. */
export function leaveOneToShip(shop: Shop, market: Market, shipByAt: number): TrueOrder {
  const waiting = shop.expected(market, 'list').filter(({ status }) => status === 'AWAITING_SHIPMENT');
  const [first, ...others] = waiting;
  for (const { id } of others) shop.mutate(market, id, 'ship');
  const order = shop.orders(market).find(({ id }) => id === first?.id);
  if (!order) throw new Error('No order waits');
  shop.mutate(market, order.id, (changed) => {
    Object.assign(changed, { shipByAt, autoCancelAt: shipByAt + 200 * HOUR, buyerNote: null });
  });
  return order;
}

/** Shows the order list, until the extension has read it, and closes it: no tab of TikTok stays. */
export async function seeOrders(place: Place, market: Market): Promise<void> {
  const tab = await openOrders(place, market);
  await tab.waitFor(() => document.querySelector('orderlens-overlay') !== null, null);
  await tab.close();
}

interface Extension {
  action: {
    getBadgeText(details: object): Promise<string>;
    getTitle(details: object): Promise<string>;
  };
  permissions: { remove(permissions: { permissions: string[] }): Promise<boolean> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  tabs: { query(filter: object): Promise<{ url?: string }[]> };
}

/** What the toolbar icon says: the number on it, and its title. */
export function readIcon(own: Tab): Promise<{ badge: string; title: string }> {
  return own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
    const { action } = browser ?? chrome;
    return { badge: await action.getBadgeText({}), title: await action.getTitle({}) };
  });
}

/** Opens one of the extension's own pages on which nothing happens, to ask the browser from there. */
export function openQuietly(browser: Browser): Promise<Tab> {
  return browser.open(browser.extensionUrl('welcome.html'));
}

/** The addresses of TikTok's pages that are open. */
export function tiktokTabs(own: Tab): Promise<string[]> {
  return own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
    const tabs = await (browser ?? chrome).tabs.query({});
    return tabs.flatMap(({ url }) => (url && new URL(url).hostname.endsWith('.tiktok.com') ? [url] : []));
  });
}

/** Sends a command as the extension's own pages do. */
export function command(own: Tab, name: string, data: object): Promise<unknown> {
  return own.evaluate(
    (message) => {
      const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
      return (browser ?? chrome).runtime.sendMessage(message);
    },
    { command: name, data },
  );
}

/** Takes the permission for notifications back, as somebody does in the browser's settings. */
export function revokeNotifications(own: Tab): Promise<boolean> {
  return own.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
    return (browser ?? chrome).permissions.remove({ permissions: ['notifications'] });
  });
}

/** The titles of the notifications that are shown now. */
export async function shownTitles({ notices }: Browser): Promise<string[]> {
  return ((await notices?.shown()) ?? []).map(({ title }) => title);
}

/** The titles of every notification that ever came. */
export async function toldTitles({ notices }: Browser): Promise<string[]> {
  return ((await notices?.told()) ?? []).map(({ title }) => title);
}

/** An alert as the history holds it. */
export interface StoredAlert {
  id: string;
  at: number;
  orderKey: string | null;
  title: string;
  openKind?: string;
  tellAt?: number;
  toldAt: number | null;
  doneAt: number | null;
  overAt: number | null;
}

/** Every alert of the history, the one that became due first in front. */
export async function readAlerts(own: Tab): Promise<StoredAlert[]> {
  return (await readTable<StoredAlert>(own, 'alerts')).sort((a, b) => a.at - b.at);
}
