import browser from 'webextension-polyfill';
import { HOSTS, originPattern } from '../model/market.ts';
import { send } from './client.ts';

/** Asks for hosts, in the user's click; true when they were granted and the content scripts are registered. */
export async function turnOn(hostnames: readonly string[]): Promise<boolean> {
  // The request must come first and at once: the browser accepts it only inside the click.
  const isGranted = await browser.permissions.request({ origins: hostnames.map(originPattern) });
  if (isGranted) await send('access.sync', {});
  return isGranted;
}

/** Gives one host back. */
export async function turnOff(hostname: string): Promise<void> {
  await browser.permissions.remove({ origins: [originPattern(hostname)] });
  await send('access.sync', {});
}

/** The hosts that are turned on, sellers' before the buyers'. */
export async function grantedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return HOSTS.filter((host) => origins.includes(originPattern(host)));
}

const NOTIFICATIONS = { permissions: ['notifications'] } satisfies browser.Permissions.Permissions;

/** Asks for notifications, in the user's click; true when the browser allows them. */
export function allowNotifications(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS);
}

/** Gives the permission for notifications back. */
export async function giveUpNotifications(): Promise<void> {
  await browser.permissions.remove(NOTIFICATIONS);
}

/** Whether the browser allows notifications now. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS);
}

/** Calls back whenever a host or notifications are granted or taken back. */
export function onPermissionsChanged(callback: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(callback);
    browser.permissions.onRemoved.removeListener(callback);
  });
}

/** Opens one of our own pages in a tab. */
export async function openPage(path: '/dashboard.html' | '/welcome.html', hash = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) + hash });
}

/** Opens a page of TikTok in a tab. */
export async function openTikTok(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** The host of the tab that the user looks at, where the browser tells it (a granted or clicked tab). */
export async function activeHost(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ? new URL(tab.url).hostname : null;
}

/** The version in the manifest. */
export function version(): string {
  return browser.runtime.getManifest().version;
}
