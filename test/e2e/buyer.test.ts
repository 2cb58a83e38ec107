import { describe, expect, test } from 'vitest';
import { expectBought, readBuyerPopup, spentThisMonth, turnOnBuying } from './harness/buyer.ts';
import { detailPath, goToBuyerPage, openBuyerPage, viewMore, walkBuyer } from './harness/buyer-pages.ts';
import { openRoom } from './harness/product.ts';
import { look } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Browser } from './harness/types.ts';

/** The shop's first orders have one of each state. */
const ALL_STATES = 27;

const OLDER_LIST = '/feedback/view/fe_tiktok_ecommerce_in_web/order_list/index.html';

describe.each(BROWSERS)('a buyer’s orders in %s', (name) => {
  const session = useSession(name, { shops: [], buyerOrders: ALL_STATES });

  test('the list alone gives what the list shows', async () => {
    const { browser, shop } = session;
    await turnOnBuying(browser);
    await walkBuyer(session, 'list');
    await expectBought(await openRoom(browser, 'Data'), shop.buyer.expected('list'));
  });

  test('the older page gives the same', async () => {
    const { browser, shop } = session;
    await turnOnBuying(browser);
    const tab = await openBuyerPage(session, OLDER_LIST);
    while (await viewMore(tab));
    await look();
    await expectBought(await openRoom(browser, 'Data'), shop.buyer.expected('list'));
  });

  test('every state’s pages are taken to the export and to the popup’s totals', async () => {
    const { browser, shop } = session;
    await turnOnBuying(browser);
    await walkBuyer(session, 'all');
    const data = await openRoom(browser, 'Data');
    const bought = await expectBought(data, shop.buyer.expected('all'));
    expect(new Set(bought.map(({ account }) => account)).size).toBe(1);
    expect(JSON.stringify(bought)).not.toContain(shop.buyer.userId);
    const total = spentThisMonth(shop.buyer.expected('all'), Date.now());
    expect((await readBuyerPopup(browser, 'Spending')).join(' ')).toContain(total);
    expect((await readBuyerPopup(browser, 'Deliveries')).length).toBeGreaterThan(1);
  });

  test('the worker may end between every two steps', async () => {
    const { browser, shop } = session;
    await turnOnBuying(browser);
    await browser.killWorker();
    const tab = await openBuyerPage(session);
    do await killThenWait(browser);
    while (await viewMore(tab));
    for (const order of shop.buyer.orders.slice(0, 9)) {
      await goToBuyerPage(session, tab, detailPath(order));
      await killThenWait(browser);
    }
    const data = await openRoom(browser, 'Data');
    await browser.killWorker();
    const seen = new Set(shop.buyer.orders.slice(0, 9).map(({ id }) => id));
    const [list, detail] = [shop.buyer.expected('list'), shop.buyer.expected('detail')];
    await expectBought(data, [
      ...detail.filter(({ id }) => seen.has(id)),
      ...list.filter(({ id }) => !seen.has(id)),
    ]);
  });
});

/** Ends the worker while it may still be at work. Each page is a load of its own: what was lost is told while it lasts. */
async function killThenWait(browser: Browser): Promise<void> {
  await browser.killWorker();
  await look().then(look).then(look);
}
