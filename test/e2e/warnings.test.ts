import { expect, test } from 'vitest';
import { startShop } from '../shop/server.ts';
import { expectNoOwnRequests, launch } from './harness/session.ts';

interface Warner {
  runtime: { getManifest(): object };
  management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> };
}

/** Runs in a page of the extension: what Chromium would warn about when this manifest, with more in it, is installed. */
function warningsWith(more: object): Promise<string[]> {
  const { runtime, management } = (globalThis as unknown as { chrome: Warner }).chrome;
  return management.getPermissionWarningsByManifest(JSON.stringify({ ...runtime.getManifest(), ...more }));
}

test('Chromium itself has nothing to warn about when the build is installed', async () => {
  const shop = await startShop({ shops: [{ market: 'US', orders: 1 }] });
  const browser = await launch('chromium', { shop, granted: false });
  try {
    const welcome = await browser.open(browser.extensionUrl('welcome.html'));
    expect(await welcome.evaluate(warningsWith, {})).toEqual([]);
    // The same question about a build that asks for a host at install: it can warn.
    const hosts = { host_permissions: ['https://seller-us.tiktok.com/*'] };
    expect(await welcome.evaluate(warningsWith, hosts)).toHaveLength(1);
    await expectNoOwnRequests(shop, browser);
  } finally {
    await browser.close();
    await shop.close();
  }
});
