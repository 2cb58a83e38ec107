import { describe, expect, test } from 'vitest';
import { turnOnBuying } from './harness/buyer.ts';
import { detailPath, goToBuyerPage, openBuyerPage, viewMore } from './harness/buyer-pages.ts';
import { openRoom } from './harness/product.ts';
import { waitForPieces } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Tab } from './harness/types.ts';

const PAGE = 10;

describe.each(BROWSERS)('the overlay on a buyer’s pages in %s', (name) => {
  const session = useSession(name, { shops: [], buyerOrders: 2 * PAGE });

  test('marks every card of the list, more when more is shown, and moves nothing', async () => {
    const plain = await openBuyerPage(session);
    const before = await plain.evaluate(readBoxes);
    await plain.close();
    await turnOnBuying(session.browser);
    const tab = await openBuyerPage(session);
    await waitForPieces(tab, PAGE);
    expect(await tab.evaluate(readBoxes)).toEqual(before);
    expect(await tab.evaluate(readPieces)).toEqual({ perCard: Array(PAGE).fill(1), openRoots: 0, texts: '' });
    await viewMore(tab);
    await waitForPieces(tab, 2 * PAGE);
    expect((await tab.evaluate(readPieces)).perCard).toEqual(Array(2 * PAGE).fill(1));
  });

  test('stands beside the title of an order’s page, and moves nothing', async () => {
    const { browser, shop } = session;
    const [order] = shop.buyer.orders;
    if (!order) throw new Error('no order');
    const plain = await openBuyerPage(session, detailPath(order));
    const before = await plain.evaluate(readBoxes);
    await plain.close();
    await turnOnBuying(browser);
    const tab = await openBuyerPage(session, detailPath(order));
    await waitForPieces(tab, 1);
    expect(await tab.evaluate(readBoxes)).toEqual(before);
    expect(await tab.evaluate(isBesideTitle)).toBe(true);
    await goToBuyerPage(session, tab, '/shop/logistics_detail?main_order_id=1&pkg_id=1&type=1').catch(
      () => {},
    );
    await waitForPieces(tab, 0);
  });

  test('goes for good when the user folds it, until Settings brings it back', async () => {
    await turnOnBuying(session.browser);
    const tab = await openBuyerPage(session);
    await waitForPieces(tab, PAGE);
    const settings = await openRoom(session.browser, 'Settings');
    const wanted = { role: 'checkbox', name: 'Show OrderLens on TikTok’s pages' } as const;
    await settings.check(wanted, false);
    await comeBack(tab);
    await waitForPieces(tab, 0);
    await settings.show();
    await settings.check(wanted, true);
    await comeBack(tab);
    await waitForPieces(tab, PAGE);
  });
});

/** Looks at a tab again, as people do: the page hears that it is visible. */
async function comeBack(tab: Tab): Promise<void> {
  await tab.show();
  await tab.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
}

/** Where the page's cards, titles and buttons stand; pictures come when they come. */
function readBoxes(): number[][] {
  const all = [...document.querySelectorAll('.rounded-6.shadow, .H2-Bold, .H4-Bold, button')];
  return all.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map(Math.round);
  });
}

function readPieces(): { perCard: number[]; openRoots: number; texts: string } {
  const cards = [...document.querySelectorAll('div.cursor-pointer.rounded-6.shadow')];
  const pieces = [...document.querySelectorAll('orderlens-overlay')];
  return {
    perCard: cards.map((card) => card.querySelectorAll('orderlens-overlay').length),
    openRoots: pieces.filter((piece) => piece.shadowRoot !== null).length,
    texts: pieces.map((piece) => piece.textContent).join(''),
  };
}

function isBesideTitle(): boolean {
  const [piece] = document.querySelectorAll('orderlens-overlay');
  return piece?.parentElement?.querySelector('.H2-Bold')?.textContent === 'Order details';
}
