import { describe, expect, test } from 'vitest';
import type { TrueOrder } from '../shop/types.ts';
import {
  command,
  HOUR,
  leaveOneToShip,
  openQuietly,
  readAlerts,
  readIcon,
  revokeNotifications,
  seeOrders,
  shownTitles,
  tiktokTabs,
  toldTitles,
  turnOnNotifications,
} from './harness/alerts.ts';
import { readPopup, turnOn } from './harness/product.ts';
import { openOrders, type Place } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Browser } from './harness/types.ts';

// So long before a stage the order is seen: time enough to close its page.
const AHEAD = 6000;
// A worker that ended before it set its alarm leaves one that rings within a minute.
const IN_TIME = { timeout: AHEAD + 75_000 };
const SOON = 'Ship within 4 h';
const BEFORE = 'Ship within 12 h';

/** Shows the shop's page with one order to ship, so long before its stage of 4 hours, and closes it. */
async function seeOneToShip(place: Place, aheadMs: number): Promise<TrueOrder> {
  const order = leaveOneToShip(place.shop, 'US', Date.now() + 4 * HOUR + aheadMs);
  await seeOrders(place, 'US');
  return order;
}

/** What the icon, the popup and the overlay say of the one alert. */
async function expectSaid(place: Place): Promise<void> {
  const { browser } = place;
  const own = await openQuietly(browser);
  await expect.poll(() => readIcon(own)).toEqual({ badge: '1', title: 'OrderLens: 1 (1 due in 24 h)' });
  await own.close();
  expect((await readPopup(browser, 'Needs you')).join(' ')).toContain('1 order due in 24 h');
  const page = await openOrders(place, 'US');
  if (browser.name === 'chromium') {
    const said = async () => (await page.closedTexts('orderlens-overlay')).join(' ').replace(/\s+/g, ' ');
    await expect.poll(said).toContain('1 needs you');
  }
  await page.close();
}

async function storedTitles(browser: Browser): Promise<string[]> {
  const own = await openQuietly(browser);
  const alerts = await readAlerts(own);
  await own.close();
  return alerts.map(({ title }) => title);
}

describe.each(BROWSERS)('a ship-by alert in %s', (name) => {
  const session = useSession(name, { shops: [{ market: 'US', orders: 6 }], desktop: true });

  test('comes on time with every tab of TikTok closed, and is told once however often the worker ends', async () => {
    const { browser } = session;
    await turnOn(browser, 'US');
    await turnOnNotifications(browser);
    const order = await seeOneToShip(session, AHEAD);
    await expect.poll(() => shownTitles(browser)).toEqual([BEFORE]);
    await browser.killWorker();
    const own = await openQuietly(browser);
    expect(await tiktokTabs(own)).toEqual([]);
    await own.close();
    await expect.poll(() => shownTitles(browser), IN_TIME).toContain(SOON);
    const shown = (await browser.notices?.shown())?.find(({ title }) => title === SOON);
    expect(shown?.text).toContain(order.id.slice(-6));
    await expectSaid(session);
    await browser.killWorker();
    await seeOrders(session, 'US');
    expect(await toldTitles(browser)).toEqual([BEFORE, SOON]);
  });

  test('is told once when the worker ends between the page and the notification', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    await turnOnNotifications(browser);
    leaveOneToShip(shop, 'US', Date.now() + 4 * HOUR + HOUR);
    for (let turn = 0; turn < 4; turn += 1) {
      const page = await openOrders(session, 'US');
      await browser.killWorker();
      await page.close();
    }
    await seeOrders(session, 'US');
    await expect.poll(() => shownTitles(browser)).toEqual([BEFORE]);
    // What is shown once more takes its own place.
    expect(new Set(await toldTitles(browser))).toEqual(new Set([BEFORE]));
    const own = await openQuietly(browser);
    expect((await readAlerts(own)).map(({ title }) => title)).toEqual([BEFORE]);
  });

  test('opens the page of its order when it is clicked', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    await turnOnNotifications(browser);
    await browser.killWorker();
    const order = await seeOneToShip(session, HOUR);
    await expect.poll(() => shownTitles(browser)).toEqual([BEFORE]);
    await browser.killWorker();
    await browser.notices?.click(BEFORE);
    const own = await openQuietly(browser);
    await expect
      .poll(() => tiktokTabs(own))
      .toEqual([shop.pageUrl('US', `/order/detail?order_no=${order.id}`)]);
  });

  test('is not notified of without the permission; icon, popup and overlay say it all the same', async () => {
    const { browser } = session;
    await turnOn(browser, 'US');
    await seeOneToShip(session, AHEAD);
    await expect.poll(() => storedTitles(browser), IN_TIME).toEqual([BEFORE, SOON]);
    await expectSaid(session);
    expect(await toldTitles(browser)).toEqual([]);
  });

  test('goes on in the list after the permission was taken back', async () => {
    const { browser } = session;
    await turnOn(browser, 'US');
    await turnOnNotifications(browser);
    const own = await openQuietly(browser);
    await revokeNotifications(own);
    await own.close();
    await seeOneToShip(session, AHEAD);
    await expect.poll(() => storedTitles(browser), IN_TIME).toEqual([BEFORE, SOON]);
    await expectSaid(session);
    expect(await toldTitles(browser)).toEqual([]);
  });
});

// Firefox has no buttons on notifications.
describe('the buttons of a ship-by alert in chromium', () => {
  const session = useSession('chromium', { shops: [{ market: 'US', orders: 6 }], desktop: true });

  test('"Done" takes it off the icon for good', async () => {
    const { browser } = session;
    await turnOn(browser, 'US');
    await turnOnNotifications(browser);
    await seeOneToShip(session, HOUR);
    await expect.poll(() => shownTitles(browser)).toEqual([BEFORE]);
    await browser.killWorker();
    await browser.notices?.click(BEFORE, 'Done');
    const own = await openQuietly(browser);
    await expect.poll(() => readIcon(own)).toEqual({ badge: '', title: 'OrderLens: nothing needs you' });
    const done = (await readAlerts(own)).filter(({ doneAt }) => doneAt !== null);
    expect(done.map(({ title }) => title)).toEqual([BEFORE]);
    await seeOrders(session, 'US');
    expect(await toldTitles(browser)).toEqual([BEFORE]);
    expect((await readIcon(own)).badge).toBe('');
  });

  test('"Snooze 1 h" puts it off: it comes back when its time is over', async () => {
    const { browser } = session;
    await turnOn(browser, 'US');
    await turnOnNotifications(browser);
    await seeOneToShip(session, HOUR);
    await expect.poll(() => shownTitles(browser)).toEqual([BEFORE]);
    await browser.killWorker();
    await browser.notices?.click(BEFORE, 'Snooze 1 h');
    const own = await openQuietly(browser);
    await expect.poll(async () => (await readIcon(own)).badge).toBe('');
    const [alert] = await readAlerts(own);
    expect(alert?.tellAt).toBeGreaterThan(Date.now() + HOUR - 60_000);
    expect(await shownTitles(browser)).toEqual([]);
    // The same until sooner: nobody waits an hour for a test.
    await command(own, 'alerts.snooze', { ids: [alert?.id], untilAt: Date.now() + 2000 });
    await own.close();
    await browser.killWorker();
    await expect.poll(() => shownTitles(browser), IN_TIME).toEqual([BEFORE]);
    const again = await openQuietly(browser);
    await expect.poll(async () => (await readIcon(again)).badge).toBe('1');
    expect(await toldTitles(browser)).toEqual([BEFORE, BEFORE]);
  });
});
