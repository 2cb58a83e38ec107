import { describe, test } from 'vitest';
import { expectExport } from './harness/expect-export.ts';
import { askToTurnOn, openRoom, turnOn, waitForScripts } from './harness/product.ts';
import { follow, hostOf, look, nextPage, openDetail, openOrders } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Browser } from './harness/types.ts';

describe.each(BROWSERS)('the worker in %s', (name) => {
  const session = useSession(name, { shops: [{ market: 'US', orders: 9 }], pageSize: 4 });

  test('may end between every two steps', async () => {
    const { browser, shop } = session;
    await browser.killWorker();
    const welcome = await askToTurnOn(browser, 'US');
    await waitForScripts(welcome, hostOf('US'), true);
    await browser.killWorker();
    const tab = await openOrders(session, 'US');
    await browser.killWorker();
    while (await nextPage(tab)) await killThenWait(browser);
    for (const order of shop.orders('US')) {
      await openDetail(tab, order.id);
      await killThenWait(browser);
    }
    const data = await openRoom(browser, 'Data');
    await browser.killWorker();
    await expectExport(data, shop.expected('US', 'all'));
  });

  test('may end in the middle of a step, again and again', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    const tab = await browser.open(shop.pageUrl('US', '/homepage'));
    const killing = new AbortController();
    const killer = killAgainAndAgain(browser, killing.signal);
    await follow(tab, '/order');
    while (await nextPage(tab)) await look();
    for (const order of shop.orders('US')) {
      await openDetail(tab, order.id);
      await look();
    }
    killing.abort();
    await killer;
    const data = await openRoom(browser, 'Data');
    await expectExport(data, shop.expected('US', 'all'));
  });

  test('may end while two tabs are read at once', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    const [one, two] = await Promise.all([openOrders(session, 'US'), openOrders(session, 'US')]);
    const [first, ...others] = shop.orders('US');
    await Promise.all([nextPage(one), openDetail(two, first?.id ?? '')]);
    await browser.killWorker();
    await look();
    await Promise.all([nextPage(one), openDetail(two, others[0]?.id ?? '')]);
    for (const order of others.slice(1)) {
      await openDetail(two, order.id);
      await look();
    }
    const data = await openRoom(browser, 'Data');
    await expectExport(data, shop.expected('US', 'all'));
  });
});

/** Ends the worker while it may still be at work on what the page has just shown. */
async function killThenWait(browser: Browser): Promise<void> {
  await browser.killWorker();
  await look();
}

async function killAgainAndAgain(browser: Browser, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await browser.killWorker();
    await look().then(look).then(look);
  }
}
