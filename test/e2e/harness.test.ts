import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Shop, startShop } from '../shop/server.ts';
import { BROWSERS, launch } from './harness/session.ts';
import { writeStubExtension } from './harness/stub-extension.ts';
import type { Browser, Tab } from './harness/types.ts';

interface Runtime {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

function ask(tab: Tab, message: object): Promise<unknown> {
  return tab.evaluate((sent) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
    return (browser ?? chrome).runtime.sendMessage(sent);
  }, message);
}

// What every other test relies on: that a bad extension would be caught.
describe.each(BROWSERS)('the harness in %s', (name) => {
  let shop: Shop;
  let browser: Browser;
  let stub: ReturnType<typeof writeStubExtension>;

  beforeEach(async () => {
    stub = writeStubExtension(name);
    shop = await startShop({ shops: [{ market: 'US', orders: 3 }] });
    browser = await launch(name, { shop, extension: stub.folder, desktop: true });
  });
  afterEach(async () => {
    await browser?.close();
    await shop?.close();
    stub.remove();
  });

  test('sees every request of an extension, and none of the browser', async () => {
    const tab = await browser.open(browser.extensionUrl('page.html'));
    expect(await browser.ownRequests()).toEqual([]);
    await ask(tab, { fetch: 'https://elsewhere.example/from-worker' });
    await ask(tab, { fetch: `${shop.pageUrl('US', '/api/from-worker')}` });
    await tab.evaluate(() =>
      fetch('https://elsewhere.example/from-page')
        .catch(() => null)
        .then(() => null),
    );
    const urls = (await browser.ownRequests()).map((request) => request.url);
    expect(urls).toEqual([
      'https://elsewhere.example/from-worker',
      shop.pageUrl('US', '/api/from-worker'),
      'https://elsewhere.example/from-page',
    ]);
    expect(shop.foreignHosts()).toEqual(['elsewhere.example']);
  });

  test('sees what a page sends to somebody else, and takes the shop for what it is', async () => {
    const tab = await browser.open(shop.pageUrl('US'));
    await tab.waitFor(() => document.querySelectorAll('tr.order').length === 3, null);
    expect(await browser.ownRequests()).toEqual([]);
    expect(shop.unexpected()).toEqual([]);
    await tab.evaluate(() => fetch('/api/fulfillment/na/order/list', { method: 'POST' }).then(() => null));
    expect(shop.unexpected()).toHaveLength(1);
  });

  test('ends the worker, which starts again when it is needed', async () => {
    const tab = await browser.open(browser.extensionUrl('page.html'));
    const first = await ask(tab, {});
    expect(await ask(tab, {})).toBe(first);
    await browser.killWorker();
    expect(await ask(tab, {})).not.toBe(first);
    await browser.killWorker();
    await browser.killWorker();
  });

  test('sees notifications and clicks on them, and the click wakes the worker', async () => {
    const tab = await browser.open(browser.extensionUrl('page.html'));
    await tab.click({ role: 'button', name: 'Ask' });
    await tab.waitFor(() => document.querySelector('output')?.textContent === 'true', null);
    await browser.killWorker();
    const buttons = name === 'chromium' ? [{ title: 'Later' }, { title: 'Done' }] : [];
    const extra = name === 'chromium' ? { buttons } : {};
    for (const title of ['One', 'Two', 'Two']) await ask(tab, { notify: { title, ...extra } });
    const notices = ['One', 'Two', 'Two'].map((title) => ({
      title,
      text: 'Text',
      buttons: buttons.map((button) => button.title),
    }));
    await expect.poll(() => browser.notices?.told()).toEqual(notices);
    expect(await browser.notices?.shown()).toEqual(notices.slice(0, 2));
    await browser.killWorker();
    await browser.notices?.click('One');
    await expect.poll(() => ask(tab, { pressed: true })).toEqual(['One']);
    if (name === 'chromium') await browser.notices?.click('Two', 'Done');
    else await expect(browser.notices?.click('Two', 'Done')).rejects.toThrow('no buttons');
    await expect
      .poll(() => ask(tab, { pressed: true }))
      .toEqual(name === 'chromium' ? ['One', 'Two 1'] : ['One']);
    await expect(browser.notices?.click('Three')).rejects.toThrow('No notification "Three"');
  });

  test('answers the question about a host with yes', async () => {
    const tab = await browser.open(browser.extensionUrl('page.html'));
    await tab.click({ role: 'button', name: 'Ask' });
    await tab.waitFor(() => document.querySelector('output')?.textContent === 'true', null);
  });

  test('uses a page by its accessible names', async () => {
    const tab = await browser.open(browser.extensionUrl('page.html'));
    expect(await tab.has({ role: 'button', name: 'Tell' })).toBe(false);
    expect(await tab.texts({ role: 'region', name: 'Stub' })).toContain('Ask');
    await tab.fill({ role: 'searchbox', name: 'Name' }, 'mug');
    await tab.check({ role: 'checkbox', name: 'On' }, true);
    await tab.check({ role: 'checkbox', name: 'On' }, true);
    await tab.choose({ role: 'combobox', name: 'Kind' }, 'Second');
    const path = join(stub.folder, 'orders.json');
    writeFileSync(path, '{"a":1}');
    await tab.setFile('Import file', path);
    const values = await tab.evaluate(async () => {
      const [search, box, file] = document.querySelectorAll('input');
      const kind = document.querySelector('select')?.value;
      return [search?.value, box?.checked, kind, await file?.files?.[0]?.text()];
    });
    expect(values).toEqual(['mug', true, 'b', '{"a":1}']);
    await tab.emulate({ dark: true });
    expect(await tab.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await tab.evaluate(() => document.body.replaceChildren());
    await tab.reload();
    expect(await tab.has({ role: 'button', name: 'Ask' })).toBe(true);
    await tab.screenshot(join(stub.folder, 'page.png'));
  });

  test('reads a file that a page saves', async () => {
    const tab = await browser.open(browser.extensionUrl('page.html'));
    await tab.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['{"saved":true}'], { type: 'application/json' }));
      link.download = 'orders.json';
      link.textContent = 'Save';
      document.body.append(link);
    });
    expect(await tab.save({ role: 'link', name: 'Save' })).toEqual({
      name: 'orders.json',
      text: '{"saved":true}',
    });
  });
});
