import { describe, expect, test } from 'vitest';
import type { TrueOrder } from '../shop/types.ts';
import { expectExport } from './harness/expect-export.ts';
import { exportFrom, openRoom, readPopup, turnOn } from './harness/product.ts';
import { drawn, nextPage, openOrders, refreshList, walk } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Tab } from './harness/types.ts';

describe.each(BROWSERS)('trouble with Seller Center in %s', (name) => {
  const session = useSession(name, { shops: [{ market: 'US', orders: 20 }], pageSize: 10, slowMs: 1500 });
  const needs = async (): Promise<string> => (await readPopup(session.browser, 'Needs you')).join('\n');

  /** A list that was read well, and then the same page in trouble. */
  async function openThen(mode: 'session-expired' | 'captcha' | 'broken-json' | 'drifted'): Promise<Tab> {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    const tab = await openOrders(session, 'US');
    const data = await openRoom(browser, 'Data');
    await expectExport(data, shop.expected('US', 'list').slice(0, 10));
    shop.setMode(mode);
    await refreshList(tab);
    return data;
  }

  test('a session that ended is said in the popup until it is good again', async () => {
    const data = await openThen('session-expired');
    await expect.poll(needs, { timeout: 10_000 }).toMatch(/sign in/i);
    await expectExport(data, session.shop.expected('US', 'list').slice(0, 10));
    session.shop.setMode('ok');
    await openOrders(session, 'US');
    await expect.poll(needs, { timeout: 10_000 }).not.toMatch(/sign in/i);
  });

  test('a check for robots is said in the popup', async () => {
    const data = await openThen('captcha');
    await expect.poll(needs, { timeout: 10_000 }).toMatch(/verify/i);
    await expectExport(data, session.shop.expected('US', 'list').slice(0, 10));
  });

  test('an answer that breaks off is said in the popup and loses nothing', async () => {
    const data = await openThen('broken-json');
    await expect.poll(needs, { timeout: 10_000 }).toMatch(/could not be read/i);
    await expectExport(data, session.shop.expected('US', 'list').slice(0, 10));
  });

  test('a slow answer is read like any other', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    shop.setMode('slow');
    const tab = await openOrders(session, 'US');
    await nextPage(tab);
    await drawn(tab, '/order');
    const data = await openRoom(browser, 'Data');
    await expectExport(data, shop.expected('US', 'list'));
  });

  test('a changed page: what can be read is stored, the rest is reported without a value', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    shop.setMode('drifted');
    await walk(session, 'US');
    await expect.poll(needs, { timeout: 10_000 }).toMatch(/could not be read/i);
    const data = await openRoom(browser, 'Data');
    // The shop's drift makes the last order of each page unreadable.
    const readable = shop.orders('US').filter((_order, index) => index % 10 !== 9);
    const ids = async () => (await exportFrom(data)).orders.map((order) => order.id).sort();
    await expect.poll(ids).toEqual(readable.map((order) => order.id).sort());
    const { orders } = await exportFrom(data);
    expect(orders.map((order) => order.amounts.total)).toEqual(orders.map(() => null));
    const report = await copyDriftReport(data);
    expect(report).toContain('seller/order-list');
    expect(report).toContain('grand_total');
    for (const order of shop.orders('US')) expectNoValue(report, order);
  });
});

async function copyDriftReport(data: Tab): Promise<string> {
  await data.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void Object.assign(window, { copiedText: text }) },
    });
  });
  await data.click({ role: 'button', name: 'Copy drift report' });
  return data.evaluate(() => (window as unknown as { copiedText: string }).copiedText);
}

function expectNoValue(report: string, order: TrueOrder): void {
  const values = [
    order.id,
    order.buyer.name,
    order.buyer.nickname,
    order.payMethod,
    ...order.items.flatMap((item) => [item.name, item.productId, item.skuId, item.sellerSku]),
    ...order.packages.flatMap((parcel) => [parcel.trackingNumber, parcel.packageId, parcel.unitId]),
    (order.amounts.total / 100).toFixed(2),
    String(Math.trunc(order.placedAt / 1000)),
  ];
  for (const value of values) if (value) expect(report).not.toContain(value);
}
