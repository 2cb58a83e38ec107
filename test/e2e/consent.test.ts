import { describe, expect, test } from 'vitest';
import { expectExport } from './harness/expect-export.ts';
import { exportFrom, openRoom, turnOff, turnOn } from './harness/product.ts';
import {
  countPieces,
  nextPage,
  openOrders,
  refreshList,
  waitForPieces,
  walk,
} from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';

const SETTLE_MS = 1500;
const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

describe.each(BROWSERS)('consent in %s', (name) => {
  const session = useSession(name, {
    shops: [
      { market: 'US', orders: 8 },
      { market: 'VN', orders: 8 },
    ],
    pageSize: 4,
  });

  test('nothing is read and nothing is shown before it', async () => {
    const { browser } = session;
    const tab = await walk(session, 'US', true);
    await settle();
    expect(await countPieces(tab)).toBe(0);
    const data = await openRoom(browser, 'Data');
    expect((await exportFrom(data)).orders).toEqual([]);
  });

  test('it holds for the host that it was given for and no other', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'VN');
    const tab = await walk(session, 'US');
    await walk(session, 'VN');
    const data = await openRoom(browser, 'Data');
    await expectExport(data, shop.expected('VN', 'list'));
    expect(await countPieces(tab)).toBe(0);
  });

  test('it starts the tabs that are open already', async () => {
    const { browser, shop } = session;
    const tab = await openOrders(session, 'US');
    await turnOn(browser, 'US');
    await tab.show();
    await tab.waitFor(() => document.querySelector('orderlens-overlay') !== null, null);
    await refreshList(tab);
    const data = await openRoom(browser, 'Data');
    await expectExport(data, shop.expected('US', 'list').slice(0, 4));
  });

  test('taken back in Settings, it ends at once in open tabs and for all later ones', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    const tab = await openOrders(session, 'US');
    const data = await openRoom(browser, 'Data');
    await expectExport(data, shop.expected('US', 'list').slice(0, 4));
    await tab.show();
    await tab.waitFor(() => document.querySelector('orderlens-overlay') !== null, null);
    await turnOff(browser, 'US');
    await tab.show();
    await waitForPieces(tab, 0);
    const before = (await exportFrom(data)).orders;
    await nextPage(tab);
    await tab.reload();
    await nextPage(await openOrders(session, 'US'));
    await settle();
    expect((await exportFrom(data)).orders).toEqual(before);
    expect(await countPieces(tab)).toBe(0);
  });
});
