import browser from 'webextension-polyfill';
import { grantedHosts } from '../messages/client-browser.ts';
import { STOP_MESSAGE } from '../messages/stop.ts';
import { originPattern } from '../model/market.ts';

const HOOK = { id: 'hook', js: ['content-scripts/hook.js'], world: 'MAIN' } as const;
const SELLER = { id: 'seller', js: ['content-scripts/seller.js'], world: 'ISOLATED' } as const;

// A grant is told twice, by the browser and by the page that asked: one after the other, or both register.
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the registered content scripts follow the granted hosts; returns the hosts. New hosts start in tabs
 * that are open already; the pages of hosts that were taken back are told to stop.
 */
export function syncAccess(): Promise<string[]> {
  const next = last.catch(() => {}).then(followGrants);
  last = next;
  return next;
}

async function followGrants(): Promise<string[]> {
  const hosts = await grantedHosts();
  const matches = hosts.map(originPattern);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const before = registered.find((script) => script.id === SELLER.id)?.matches ?? [];
  // Between unregistering and registering, a page that loads would get no script: what is right is left alone.
  if (registered.length === 2 && isSame(before, matches)) return hosts;
  const ids = registered.map((script) => script.id);
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  if (hosts.length > 0) {
    const scripts = [HOOK, SELLER].map((script) => ({
      ...script,
      js: [...script.js],
      matches,
      runAt: 'document_start' as const,
    }));
    await browser.scripting.registerContentScripts(scripts);
  }
  if (before.some((pattern) => !matches.includes(pattern))) await stopPages(hosts);
  return hosts;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry) => b.includes(entry));
}

/** Starts in the tabs of a host that were open when it was turned on; they need no reload. */
export async function startInOpenTabs(hosts: readonly string[]): Promise<void> {
  if (hosts.length === 0) return;
  const tabs = await browser.tabs.query({ url: hosts.map(originPattern) });
  for (const { id, incognito } of tabs) {
    if (id === undefined || incognito) continue;
    for (const { js, world } of [HOOK, SELLER]) {
      // A tab that shows an error page takes no scripts; the others still do.
      await browser.scripting
        .executeScript({ target: { tabId: id }, files: [...js], world, injectImmediately: true })
        .catch(() => {});
    }
  }
}

async function stopPages(hosts: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  const message = { [STOP_MESSAGE]: hosts };
  // Most tabs have no script of ours and answer with an error.
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? null : browser.tabs.sendMessage(id, message))),
  );
}
