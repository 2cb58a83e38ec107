import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataExportJson, dataExportTxt, expectedExportOrders } from '../shop/buyer/data-export.ts';
import { generateBuyerOrders } from '../shop/buyer/generator.ts';
import { exportFrom, openRoom } from './harness/product.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Tab } from './harness/types.ts';

const ORDERS = generateBuyerOrders(700, 3, Date.UTC(2026, 10, 21, 5));
const JSON_TEXT = dataExportJson(ORDERS);
const PREVIEW = { role: 'region', name: 'Import preview' } as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlens-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file to disk; returns its path. */
function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function choose(data: Tab, path: string): Promise<string> {
  await data.setFile('Import file', path);
  await expect.poll(() => data.has(PREVIEW), { timeout: 15_000 }).toBe(true);
  return (await data.texts(PREVIEW)).join(' ').replace(/ ([:,.)])/g, '$1');
}

/** The text of the import's card, with what it says aloud. */
async function said(data: Tab): Promise<string> {
  return (await data.texts({ role: 'region', name: 'Import' })).join(' ');
}

async function idsIn(data: Tab): Promise<string[]> {
  return (await exportFrom(data)).orders.map(({ id }) => id).sort();
}

describe.each(BROWSERS)('importing in %s', (name) => {
  const session = useSession(name);

  test('a data export is previewed, added after the worker ended, and undone as one', async () => {
    const { browser } = session;
    const data = await openRoom(browser, 'Data');
    const preview = await choose(data, fileOf('user_data_tiktok.json', JSON_TEXT));
    expect(preview).toMatch(/has 700 orders: 700 new, 0 completed, 0 conflicting, 0 unchanged/);
    expect(await idsIn(data)).toEqual([]);
    await browser.killWorker();
    await data.click({ role: 'button', name: 'Add to history' });
    await expect
      .poll(() => said(data), { timeout: 30_000 })
      .toContain('Imported: 700 new, 0 updated, 0 unchanged.');
    const { orders } = await exportFrom(data);
    expect(new Set(orders.map(({ account }) => account))).toEqual(new Set(['file:My TikTok account']));
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(orders.sort(byId)).toMatchObject(expectedExportOrders(ORDERS).sort(byId));
    await data.click({ role: 'button', name: 'Undo this import' });
    await expect.poll(() => said(data), { timeout: 30_000 }).toContain('Undone: 700 orders removed.');
    expect(await idsIn(data)).toEqual([]);
  });

  test('the zip of TXT files holds the same orders', async () => {
    const data = await openRoom(session.browser, 'Data');
    const files = Object.entries(dataExportTxt(ORDERS, 'nl')).map(([path, text]) => [path, strToU8(text)]);
    await choose(data, fileOf('TikTok_Data.zip', zipSync(Object.fromEntries(files))));
    await data.click({ role: 'button', name: 'Add to history' });
    await expect.poll(() => said(data), { timeout: 30_000 }).toContain('Imported: 700 new');
    const again = await choose(data, fileOf('user_data_tiktok.json', JSON_TEXT));
    expect(again).toMatch(/: 0 new, 0 completed, 0 conflicting, 700 unchanged/);
    expect(await idsIn(data)).toEqual(ORDERS.map(({ id }) => id).sort());
  });

  test.each([
    ['cut.json', JSON_TEXT.slice(0, 90_000), 'cut short'],
    ['user_data_tiktok.json', '{"Activity":{}}', 'without a "TikTok Shop" section'],
    ['photo.json', '\u0089PNG\r\n', 'This file is no JSON'],
    ['TikTok.zip', 'PK\u0003\u0004 and then nothing', 'ends in the middle or is damaged'],
    ['all orders.xlsx', 'no workbook', 'no file that OrderLens can import'],
  ])('%s is refused in a sentence, and nothing is written', async (file, content, sentence) => {
    const data = await openRoom(session.browser, 'Data');
    await data.setFile('Import file', fileOf(file, content));
    await expect.poll(() => said(data), { timeout: 15_000 }).toContain(sentence);
    expect(await data.has(PREVIEW)).toBe(false);
    expect(await idsIn(data)).toEqual([]);
  });
});
