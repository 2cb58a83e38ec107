import type { CDPSession, Page } from 'playwright-core';
import { OFFER_EVENT } from '../../lib/capture/wire.ts';
import { apiUrl, listPath } from '../shop/client.ts';
import { type Shop, startShop } from '../shop/server.ts';
import { type BenchBrowser, inTab, startBrowser } from './chromium.ts';
import { atMost, median, type Result, told } from './result.ts';

const CALLS = 4000;
const ROUNDS = 9;
const LISTS_PER_ROUND = 20;

/** What the hook costs the page's main thread: for a request that is none of ours, and for a list of 50 orders. */
export async function benchHook(): Promise<Result[]> {
  const shop = await startShop({ shops: [{ market: 'US', orders: 200 }] });
  const hooked = await startBrowser({ shop, granted: true });
  const plain = await startBrowser({ shop, granted: false });
  try {
    const [page, bare] = [await openQuietPage(hooked, shop), await openQuietPage(plain, shop)];
    const perRequest = await costOfUninteresting(page);
    const url = apiUrl('US', listPath('US'));
    const whole = await costOfList(page, bare, url);
    const alone = await costOfList(await openHookOnly(hooked, shop), bare, url);
    return [
      atMost('hook per uninteresting fetch', perRequest, 'ms', 0.05),
      told('one JSON.parse of a list of 50 orders, measured alike', alone.parseMs, 'ms'),
      told('hook per list of 50 orders, main thread', alone.extraMs, 'ms'),
      atMost('hook per list, ratio to one JSON.parse', alone.extraMs / alone.parseMs, 'x', 1.5),
      told('hook and hand-over to the background per list, main thread', whole.extraMs, 'ms'),
      told('hook and hand-over per list, ratio to one JSON.parse', whole.extraMs / whole.parseMs, 'x'),
    ];
  } finally {
    await Promise.all([hooked.close(), plain.close()]);
    await shop.close();
  }
}

async function openQuietPage(browser: BenchBrowser, shop: Shop): Promise<Page> {
  const page = await browser.context.newPage();
  // A page without a list: the overlay has nothing to do there.
  await page.goto(shop.pageUrl('US', '/homepage'));
  await page.waitForTimeout(500);
  return page;
}

/** A page with the hook, and with a listener of its own in the place of the content script. */
async function openHookOnly(browser: BenchBrowser, shop: Shop): Promise<Page> {
  await inTab(browser, browser.url('welcome.html'), (page) =>
    page.evaluate(() => chrome.scripting.unregisterContentScripts({ ids: ['seller'] })),
  );
  const page = await openQuietPage(browser, shop);
  await page.evaluate((offer) => {
    const parts: unknown[] = [];
    window.addEventListener('bench-channel', (event) => parts.push((event as CustomEvent).detail));
    window.dispatchEvent(new CustomEvent(offer, { detail: 'bench-channel', cancelable: true }));
    Reflect.set(window, 'parts', parts);
  }, OFFER_EVENT);
  return page;
}

/** The page's fetch against the untouched one of a frame, call by call in turns, with requests that end at once. */
async function costOfUninteresting(page: Page): Promise<number> {
  const rounds = await page.evaluate(
    async ({ calls, count }) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      if (String(window.fetch) === String((frame.contentWindow as typeof globalThis & Window).fetch)) {
        throw new Error('The hook is not there');
      }
      const untouched = (frame.contentWindow as typeof globalThis & Window).fetch.bind(window);
      const signal = AbortSignal.abort();
      const time = (fetcher: typeof fetch) => {
        const start = performance.now();
        for (let call = 0; call < calls; call += 1)
          fetcher('/api/v1/seller/message/list', { signal }).catch(() => {});
        return performance.now() - start;
      };
      const differences: number[] = [];
      for (let round = 0; round < count; round += 1) {
        differences.push((time(window.fetch) - time(untouched)) / calls);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return differences;
    },
    { calls: CALLS, count: ROUNDS },
  );
  return Math.max(0, median(rounds));
}

/** Three pages fetch the same lists in turns: one with the hook, one without, one that parses each list once. */
async function costOfList(
  page: Page,
  bare: Page,
  url: string,
): Promise<{ extraMs: number; parseMs: number }> {
  const [ours, theirs] = [await page.context().newCDPSession(page), await bare.context().newCDPSession(bare)];
  // The thread's own CPU time: what else the machine does must not count.
  for (const session of [ours, theirs])
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const hooks: number[] = [];
  const parses: number[] = [];
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    const hooked = await busyMs(ours, () => fetchLists(page, url, false));
    const without = await busyMs(theirs, () => fetchLists(bare, url, false));
    const parsed = await busyMs(theirs, () => fetchLists(bare, url, true));
    // The first rounds warm both up.
    if (round < 2) continue;
    hooks.push((hooked - without) / LISTS_PER_ROUND);
    parses.push((parsed - without) / LISTS_PER_ROUND);
  }
  return { extraMs: Math.max(0, median(hooks)), parseMs: median(parses) };
}

/** The time that the page's main thread was busy while something ran. */
async function busyMs(session: CDPSession, run: () => Promise<void>): Promise<number> {
  const before = await taskSeconds(session);
  await run();
  return ((await taskSeconds(session)) - before) * 1000;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0;
}

async function fetchLists(page: Page, url: string, isParsed: boolean): Promise<void> {
  await page.evaluate(
    async ({ address, count, parse }) => {
      const body = JSON.stringify({
        search_condition: { condition_list: {} },
        offset: 0,
        count: 50,
        sort_info: '6',
      });
      for (let index = 0; index < count; index += 1) {
        const text = await (await fetch(address, { method: 'POST', body })).text();
        if (parse) Reflect.set(window, 'parsed', JSON.parse(text));
        // The answer goes to the background; wait until that is over too.
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
    { address: url, count: LISTS_PER_ROUND, parse: isParsed },
  );
}
