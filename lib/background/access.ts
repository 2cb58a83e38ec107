import browser from 'webextension-polyfill';
import { grantedHosts } from '../messages/client-browser.ts';
import { STOP_MESSAGE } from '../messages/stop.ts';
import { pagePatterns, roleOfHost } from '../model/market.ts';

const HOOK = { id: 'hook', js: ['content-scripts/hook.js'], world: 'MAIN' } as const;
const SELLER = { id: 'seller', js: ['content-scripts/seller.js'], world: 'ISOLATED' } as const;
const BUYER = { id: 'buyer', js: ['content-scripts/buyer.js'], world: 'ISOLATED' } as const;
type Script = typeof HOOK | typeof SELLER | typeof BUYER;

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
  const wanted = [HOOK, SELLER, BUYER]
    .map((script) => ({ script, matches: hosts.flatMap((host) => patternsFor(script, host)) }))
    .filter(({ matches }) => matches.length > 0);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const before = new Map(registered.map(({ id, matches = [] }) => [id, matches]));
  // Between unregistering and registering, a page that loads would get no script: what is right is left alone.
  const isRight =
    before.size === wanted.length &&
    wanted.every(({ script, matches }) => isSame(before.get(script.id) ?? [], matches));
  if (isRight) return hosts;
  if (before.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...before.keys()] });
  const scripts = wanted.map(({ script, matches }) => ({
    ...script,
    js: [...script.js],
    matches,
    runAt: 'document_start' as const,
  }));
  if (scripts.length > 0) await browser.scripting.registerContentScripts(scripts);
  const kept = new Set(wanted.flatMap(({ matches }) => matches));
  if ([...before.values()].flat().some((pattern) => !kept.has(pattern))) await stopPages(hosts);
  return hosts;
}

/** The pages of a host that a script runs on: the hook on all, the others on those of their role. */
function patternsFor(script: Script, host: string): readonly string[] {
  return script === HOOK || script.id === roleOfHost(host) ? pagePatterns(host) : [];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry) => b.includes(entry));
}

/** Starts in the tabs of hosts that were open when they were turned on; they need no reload. */
export async function startInOpenTabs(hosts: readonly string[]): Promise<void> {
  for (const host of hosts) {
    const tabs = await browser.tabs.query({ url: [...pagePatterns(host)] });
    const scripts = [HOOK, roleOfHost(host) === 'buyer' ? BUYER : SELLER];
    for (const { id, incognito } of tabs) if (id !== undefined && !incognito) await startIn(id, scripts);
  }
}

async function startIn(tabId: number, scripts: readonly Script[]): Promise<void> {
  for (const { js, world } of scripts) {
    // A tab that shows an error page takes no scripts; the others still do.
    await browser.scripting
      .executeScript({ target: { tabId }, files: [...js], world, injectImmediately: true })
      .catch(() => {});
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
