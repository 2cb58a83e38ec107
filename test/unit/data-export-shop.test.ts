import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Order } from '../../lib/model/order.ts';
import { dataExportJson, dataExportTxt, expectedExportOrders } from '../shop/buyer/data-export.ts';
import { generateBuyerOrders } from '../shop/buyer/generator.ts';
import { readFile } from './files-open.ts';

const orders = generateBuyerOrders(400, 11, Date.UTC(2026, 10, 21, 5));
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const expected = expectedExportOrders(orders).toSorted(byId);
const bare = (read: readonly Order[]) =>
  read.toSorted(byId).map((order) => ({ ...order, sources: [], account: '' }));
const wanted = expected.map((order) => expect.objectContaining({ ...order, sources: [], account: '' }));

test('the JSON gives the orders of the shop as a perfect reader knows them', async () => {
  const {
    orders: read,
    misses,
    brokenCount,
  } = await readFile('user_data_tiktok.json', dataExportJson(orders));
  expect([misses, brokenCount]).toEqual([[], 0]);
  expect(bare(read)).toEqual(wanted);
});

test.each(['en', 'nl'] as const)('so does the zip of TXT files in %s', async (language) => {
  const files = Object.entries(dataExportTxt(orders, language)).map(([name, text]) => [name, strToU8(text)]);
  const zip = zipSync(Object.fromEntries(files));
  const {
    orders: read,
    misses,
    brokenCount,
  } = await readFile('TikTok.zip', new Blob([Uint8Array.from(zip)]));
  expect([misses, brokenCount]).toEqual([[], 0]);
  expect(bare(read)).toEqual(wanted);
});
