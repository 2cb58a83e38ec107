import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boughtIn, turnOnBuying } from '../e2e/harness/buyer.ts';
import { detailPath, goToBuyerPage, walkBuyer } from '../e2e/harness/buyer-pages.ts';
import { exportFrom, openRoom, readPopup } from '../e2e/harness/product.ts';
import type { Place } from '../e2e/harness/seller-center.ts';
import { until } from '../e2e/harness/wait.ts';
import { dataExportJson } from '../shop/buyer/data-export.ts';

/** So many orders are opened one by one; the list alone tells no amounts. */
const OPENED = 6;

/** Looks at a buyer's orders as a person would, imports their data export, and says what came of it. */
export async function captureBuyer(place: Place): Promise<string[]> {
  await turnOnBuying(place.browser);
  const tab = await walkBuyer(place, 'list');
  for (const order of place.shop.buyer.orders.slice(0, OPENED)) {
    await goToBuyerPage(place, tab, detailPath(order));
  }
  await goToBuyerPage(place, tab, '/shop/order_list');
  const count = await importDataExport(place);
  const spending = (await readPopup(place.browser, 'Spending')).join(' ');
  return [`Bought: ${count} orders, of the pages and of TikTok's data export`, `Spending: ${spending}`];
}

async function importDataExport({ browser, shop }: Place): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlens-start-'));
  const path = join(folder, 'user_data_tiktok.json');
  const data = await openRoom(browser, 'Data');
  try {
    writeFileSync(path, dataExportJson(shop.buyer.orders));
    await data.setFile('Import file', path);
    const preview = { role: 'region', name: 'Import preview' } as const;
    await until('the preview of the data export', () => data.has(preview), 15_000);
    await data.click({ role: 'button', name: 'Add to history' });
    const isAdded = async () =>
      (await data.texts({ role: 'region', name: 'Import' })).join(' ').includes('Imported:');
    await until('the data export', isAdded, 15_000);
    return boughtIn(await exportFrom(data)).filter(({ role }) => role === 'buyer').length;
  } finally {
    await data.close();
    rmSync(folder, { recursive: true });
  }
}
