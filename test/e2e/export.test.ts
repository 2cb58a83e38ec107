import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Market } from '../shop/types.ts';
import { expectExport } from './harness/expect-export.ts';
import { exportFrom, openRoom, turnOn } from './harness/product.ts';
import { walk } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Tab } from './harness/types.ts';

const MARKETS: readonly Market[] = ['US', 'VN', 'ID', 'BR', 'XB'];

describe.each(BROWSERS)('the export in %s', (name) => {
  const session = useSession(name, { shops: MARKETS.map((market) => ({ market, orders: 10 })), pageSize: 4 });

  test.each(MARKETS)(
    'holds every order of %s as the shop knows it, and walking again changes nothing',
    async (market) => {
      const { browser, shop } = session;
      await turnOn(browser, market);
      const first = await walk(session, market, true);
      const data = await openRoom(browser, 'Data');
      const before = await expectExport(data, shop.expected(market, 'all'));
      expect(before.orders.map((order) => order.id).sort()).toEqual(
        shop
          .orders(market)
          .map((order) => order.id)
          .sort(),
      );
      await first.close();
      await walk(session, market, true);
      const after = await expectExport(data, shop.expected(market, 'all'));
      expect(withoutSeen(after.orders)).toEqual(withoutSeen(before.orders));
    },
  );

  test('the lists alone give what the lists show', async () => {
    const { browser, shop } = session;
    for (const market of MARKETS) await turnOn(browser, market);
    for (const market of MARKETS) await walk(session, market);
    const data = await openRoom(browser, 'Data');
    await expectExport(
      data,
      MARKETS.flatMap((market) => shop.expected(market, 'list')),
    );
  });

  test('comes back whole after everything was deleted', async () => {
    const { browser, shop } = session;
    // No two orders on TikTok have one id; two shops that were generated alike do.
    for (const order of shop.orders('VN')) order.id = order.id.replace(/^58/, '57');
    await turnOn(browser, 'US');
    await turnOn(browser, 'VN');
    await walk(session, 'US', true);
    await walk(session, 'VN');
    const data = await openRoom(browser, 'Data');
    const before = await expectExport(data, [...shop.expected('US', 'all'), ...shop.expected('VN', 'list')]);
    await deleteEverything(data);
    expect((await exportFrom(data)).orders).toEqual([]);
    await importFile(data, JSON.stringify(before), before.orders.length);
    const after = await exportFrom(data);
    expect({ ...after, exportedAt: '' }).toEqual({ ...before, exportedAt: '' });
  });
});

// When a source was last seen moves with every visit; nothing else may.
function withoutSeen(orders: readonly { id: string; sources: { id: string }[] }[]): object[] {
  return orders.map((order) => ({ ...order, sources: order.sources.map((source) => source.id).sort() }));
}

async function deleteEverything(data: Tab): Promise<void> {
  await data.click({ role: 'button', name: 'Delete everything' });
  await data.click({ role: 'button', name: 'Delete everything', inDialog: true });
  await expect.poll(async () => (await exportFrom(data)).orders.length).toBe(0);
}

async function importFile(data: Tab, text: string, orderCount: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlens-import-'));
  const path = join(folder, 'orders.json');
  writeFileSync(path, text);
  await data.setFile('Import file', path);
  const preview = await data.texts({ role: 'region', name: 'Import preview' });
  expect(preview.join(' ')).toContain(String(orderCount));
  await data.click({ role: 'button', name: 'Add to history' });
  const added = async () => (await exportFrom(data)).orders.length;
  await expect.poll(added, { timeout: 15_000 }).toBe(orderCount);
  // What is added is read from the file once more.
  rmSync(folder, { recursive: true });
}
