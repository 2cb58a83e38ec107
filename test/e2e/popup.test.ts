import { describe, expect, test } from 'vitest';
import { readPopup, turnOn } from './harness/product.ts';
import { openOrders, walk } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import { countsOf, revenueOf } from './harness/truth.ts';

const SHOPS = [
  { market: 'US' as const, orders: 30 },
  { market: 'VN' as const, orders: 12 },
];

describe.each(BROWSERS)('from the order page to the popup in %s', (name) => {
  const session = useSession(name, { shops: SHOPS, pageSize: 15 });

  test('the popup says what the shop knows, and adds no currencies', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    await turnOn(browser, 'VN');
    await walk(session, 'US');
    await walk(session, 'VN');
    const [us, vn] = [shop.expected('US', 'list'), shop.expected('VN', 'list')];
    const now = Date.now();
    const dollars = revenueOf(us, 'US', now);
    const dong = revenueOf(vn, 'VN', now);
    expect([dollars.month, dong.month]).not.toContain('$0.00');
    const wanted = [dollars.today, dollars.month, dong.today, dong.month];
    await expect
      .poll(() => readPopup(browser, 'Revenue'), { timeout: 10_000 })
      .toEqual(expect.arrayContaining(wanted));
    const { toShip, dueIn24h, overdue, inTransit } = countsOf([...us, ...vn], now);
    const selling = await readPopup(browser, 'Selling');
    const counts = ['To ship', toShip, 'Due in 24 h', dueIn24h, 'Overdue', overdue, 'In transit', inTransit];
    expect(selling.slice(-8)).toEqual(counts.map(String));
    const needs = (await readPopup(browser, 'Needs you')).join('\n');
    expect(needs).toContain(`${overdue} order${overdue === 1 ? '' : 's'} past`);
    expect(needs).toContain(`${dueIn24h} order${dueIn24h === 1 ? '' : 's'} due in 24 h`);
  });

  test('an order that changes on the page changes in the popup while it is open', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    await openOrders(session, 'US');
    const popup = await browser.open(browser.extensionUrl('popup.html'));
    const [first] = shop.expected('US', 'list').filter((order) => order.status === 'AWAITING_SHIPMENT');
    const shown = () => popup.texts({ role: 'region', name: 'Selling' });
    const onPage = () => countsOf(shop.expected('US', 'list').slice(0, 15), Date.now());
    await expect.poll(async () => (await shown()).at(-1)).toBe(String(onPage().inTransit));
    const before = onPage().inTransit;
    shop.mutate('US', first?.id ?? '', 'ship');
    expect(onPage().inTransit).toBe(before + 1);
    await openOrders(session, 'US');
    await popup.show();
    await expect.poll(async () => (await shown()).at(-1)).toBe(String(before + 1));
  });

  test('"Open dashboard" opens it with every order', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'VN');
    await walk(session, 'VN');
    const popup = await browser.open(browser.extensionUrl('popup.html'));
    await popup.click({ role: 'button', name: 'Open dashboard' });
    const dashboard = await browser.open(browser.extensionUrl('dashboard.html'));
    const [newest] = shop.expected('VN', 'list');
    await expect
      .poll(async () => (await dashboard.texts({ role: 'table', name: 'Orders' })).join(' '))
      .toContain(newest?.id.slice(-6));
  });
});
