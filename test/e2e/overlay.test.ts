import { describe, expect, test } from 'vitest';
import { turnOff, turnOn } from './harness/product.ts';
import { follow, nextPage, openDetail, openOrders, waitForPieces } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import { markedIds } from './harness/truth.ts';

const PAGE = 10;

describe.each(BROWSERS)('the overlay in %s', (name) => {
  const session = useSession(name, { shops: [{ market: 'US', orders: 25 }], pageSize: PAGE });

  const marked = (page: number): string[] => {
    const orders = session.shop.expected('US', 'list').slice((page - 1) * PAGE, page * PAGE);
    return markedIds(orders);
  };

  test('has one bar above the list and marks beside the orders that need one', async () => {
    await turnOn(session.browser, 'US');
    const tab = await openOrders(session, 'US');
    expect(marked(1).length).toBeGreaterThan(2);
    await waitForPieces(tab, marked(1).length + 1);
    const places = await tab.evaluate(readPlaces);
    expect(places.marked.sort()).toEqual(marked(1).sort());
    expect(places.barIsAboveList).toBe(true);
    expect(places.openRoots).toBe(0);
    expect(places.texts).toBe('');
    await nextPage(tab);
    await waitForPieces(tab, marked(2).length + 1);
    expect((await tab.evaluate(readPlaces)).marked.sort()).toEqual(marked(2).sort());
  });

  test('follows the page from list to details and back, without a load', async () => {
    await turnOn(session.browser, 'US');
    const tab = await openOrders(session, 'US');
    await waitForPieces(tab, marked(1).length + 1);
    await openDetail(tab, session.shop.orders('US')[0]?.id ?? '');
    await waitForPieces(tab, 0);
    await follow(tab, '/order');
    await waitForPieces(tab, marked(1).length + 1);
    await follow(tab, '/homepage');
    await waitForPieces(tab, 0);
  });

  test('leaves every row as high as it was, and goes when the market is turned off', async () => {
    const plain = await openOrders(session, 'US');
    const before = await plain.evaluate(readHeights);
    await plain.close();
    await turnOn(session.browser, 'US');
    const tab = await openOrders(session, 'US');
    await waitForPieces(tab, marked(1).length + 1);
    expect(await tab.evaluate(readHeights)).toEqual(before);
    await turnOff(session.browser, 'US');
    await tab.show();
    await waitForPieces(tab, 0);
    expect(await tab.evaluate(readHeights)).toEqual(before);
  });

  // Only Chromium measures layout shifts. The page moves a little on its own when its list comes.
  if (name === 'chromium') {
    test('moves nothing that is already on the page', async () => {
      const plain = await openOrders(session, 'US');
      const ownShift = await plain.evaluate(readShift);
      await plain.close();
      await turnOn(session.browser, 'US');
      const tab = await openOrders(session, 'US');
      await waitForPieces(tab, marked(1).length + 1);
      expect((await tab.evaluate(readShift)) - ownShift).toBeLessThan(0.02);
      await nextPage(tab);
      await waitForPieces(tab, marked(2).length + 1);
      expect((await tab.evaluate(readShift)) - ownShift).toBeLessThan(0.02);
    });
  }
});

interface Places {
  marked: string[];
  barIsAboveList: boolean;
  openRoots: number;
  texts: string;
}

function readPlaces(): Places {
  const pieces = [...document.querySelectorAll<HTMLElement>('orderlens-overlay')];
  const rowOf = (piece: HTMLElement) => piece.closest('tr')?.querySelector('[data-log_main_order_id]');
  const bar = pieces.find((piece) => !piece.closest('table'));
  const table = document.querySelector('table');
  return {
    marked: pieces.flatMap((piece) => rowOf(piece)?.getAttribute('data-log_main_order_id') ?? []),
    barIsAboveList:
      !!bar && !!table && bar.getBoundingClientRect().bottom <= table.getBoundingClientRect().top,
    openRoots: pieces.filter((piece) => piece.shadowRoot !== null).length,
    texts: pieces.map((piece) => piece.outerHTML.replace(/<[^>]*>/g, '')).join(''),
  };
}

function readHeights(): number[] {
  return [...document.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect().height);
}

/** Everything that moved since the page was opened, but for what a click of the user moved. */
function readShift(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const entries = list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[];
      resolve(entries.filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 500);
  });
}
