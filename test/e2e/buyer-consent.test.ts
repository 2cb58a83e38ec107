import { describe, expect, test } from 'vitest';
import { boughtIn, registeredPages, turnOnBuying, waitForBuying } from './harness/buyer.ts';
import { buyerDrawn, detailPath, openBuyerPage, viewMore } from './harness/buyer-pages.ts';
import { exportFrom, openRoom } from './harness/product.ts';
import { countPieces, waitForPieces } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';

const SETTLE_MS = 1500;
const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

describe.each(BROWSERS)('a buyer’s consent in %s', (name) => {
  const session = useSession(name, { shops: [{ market: 'US', orders: 4 }], buyerOrders: 12 });

  test('nothing is read before it, and no page but the orders’ with it', async () => {
    const { browser } = session;
    const tab = await openBuyerPage(session);
    await settle();
    const data = await openRoom(browser, 'Data');
    expect((await exportFrom(data)).orders).toEqual([]);
    expect(await countPieces(tab)).toBe(0);
    await turnOnBuying(browser);
    expect(await registeredPages(data)).toEqual([
      'https://www.tiktok.com/feedback/view/fe_tiktok_ecommerce_in_web/order_list/*',
      'https://www.tiktok.com/shop/logistics_detail*',
      'https://www.tiktok.com/shop/order_detail*',
      'https://www.tiktok.com/shop/order_list*',
    ]);
  });

  test('a page that was open before is read by itself, as far as it tells', async () => {
    const { browser, shop } = session;
    const order = shop.buyer.orders.find(({ kind }) => kind === 'delivered');
    if (!order) throw new Error('no delivered order');
    const tab = await openBuyerPage(session, detailPath(order));
    await turnOnBuying(browser);
    const data = await openRoom(browser, 'Data');
    await tab.show();
    await waitForPieces(tab, 1);
    const [read, ...others] = boughtIn(await exportFrom(data));
    expect(others).toEqual([]);
    const [truth] = shop.buyer.expected('detail').filter(({ id }) => id === order.id);
    expect(read).toMatchObject({
      id: order.id,
      status: truth?.status,
      amounts: { total: truth?.amounts.total },
    });
    expect(read?.sources.map(({ id }) => id)).toEqual(['buyer/order-detail-dom']);
  });

  test('taken back in Settings, it ends at once in open tabs and for all later ones', async () => {
    const { browser } = session;
    await turnOnBuying(browser);
    const tab = await openBuyerPage(session);
    await tab.waitFor(() => document.querySelector('orderlens-overlay') !== null, null);
    const data = await openRoom(browser, 'Data');
    const before = (await exportFrom(data)).orders;
    expect(before).toHaveLength(10);
    const settings = await openRoom(browser, 'Settings');
    await settings.click({ role: 'button', name: 'Turn off www.tiktok.com' });
    await waitForBuying(settings, false);
    await tab.show();
    await waitForPieces(tab, 0);
    await viewMore(tab);
    await tab.reload();
    await buyerDrawn(tab);
    await settle();
    expect((await exportFrom(data)).orders).toEqual(before);
    expect(await countPieces(tab)).toBe(0);
  });
});
