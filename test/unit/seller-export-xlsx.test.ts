import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OpenFile } from '../../lib/sources/files/file-source.ts';
import { findFileSource } from '../../lib/sources/files/registry.ts';
import { sellerXlsx } from '../../lib/sources/files/seller-exports.ts';
import { csvOf, openFile, type Row, readFile, usRow, xlsxOf } from '../fixtures/seller-export/build.ts';

const NAME = 'All order-2026-10-20-08_00.xlsx';
const ROWS: readonly Row[] = [
  usRow(),
  usRow({ 'Order ID': '577100000000000102', 'Order Status': 'Completed', 'Order Amount': '1035.91' }),
  usRow({ 'SKU ID': '172900000000000012', 'Product Name': 'Straße <b>ü</b> & 茶' }),
];
const described = (rows: readonly Row[]): Row[] => [
  Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, `About ${name}.`])),
  ...rows,
];
const sheetOf = (rows: readonly Row[]) => xlsxOf([{ name: 'OrderSKUList', rows: described(rows) }]);

describe('a spreadsheet', () => {
  it('gives the same orders as a CSV of the same rows, whatever range it declares', async () => {
    const xlsx = await readFile(await sheetOf(ROWS), NAME);
    const csv = await readFile(csvOf(ROWS));
    expect(xlsx.sourceId).toBe('files/seller-xlsx');
    expect(xlsx.misses).toEqual([]);
    expect(xlsx.orders).toEqual(
      csv.orders.map((order) => ({
        ...order,
        sources: order.sources.map((source) => ({ ...source, id: 'files/seller-orders-xlsx' })),
      })),
    );
  });

  it('reads numbers and dates that are none of text', async () => {
    const { orders, misses } = await readFile(
      await sheetOf([
        usRow({
          'SKU Unit Original Price': 35.910000000000004,
          'Order Amount': 1234.5,
          Quantity: 3,
          'Created Time': new Date(Date.UTC(2026, 9, 14, 9, 5, 6)),
        }),
      ]),
      NAME,
    );
    expect(misses).toEqual([]);
    expect(orders[0]).toMatchObject({
      placedAt: Date.parse('2026-10-14T09:05:06-07:00'),
      amounts: { total: 123_450 },
      items: [{ quantity: 3, unitPrice: 3591 }],
    });
  });

  it('takes a number for a number where the market writes points between thousands', async () => {
    const fields = {
      'Order Amount': 1.234,
      'Shipping Fee After Discount': 'BRL 1.234,00',
      Country: 'Brazil',
    };
    const { orders } = await readFile(await sheetOf([usRow(fields)]), NAME);
    expect(orders[0]?.amounts).toMatchObject({ total: null, shipping: 123_400 });
  });

  it('refuses ids that are numbers', async () => {
    const damaged = await sheetOf([usRow({ 'Order ID': 577100000000000100 })]);
    await expect(readFile(damaged, NAME)).rejects.toThrow(/^Row 3 has the number 577100000000000100: /);
  });

  it('finds its table in whichever sheet it stands', async () => {
    const workbook = await xlsxOf([
      { name: 'Notes', rows: [{ Note: 'made for us' }] },
      { name: 'Sheet 7', rows: ROWS },
    ]);
    expect((await readFile(workbook, NAME)).orders).toHaveLength(2);
  });
});

/** A workbook whose list of contents says that one of its parts unpacks to so many bytes. */
async function claiming(bytes: number): Promise<Uint8Array> {
  const zip = await sheetOf(ROWS);
  const entry = zip.findIndex((byte, at) => byte === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 0x01);
  new DataView(zip.buffer).setUint32(zip.byteOffset + entry + 24, bytes, true);
  return zip;
}

describe('what a spreadsheet must not be', () => {
  it.each([
    [
      'one of something else',
      () => xlsxOf([{ name: 'Cats', rows: [{ Name: 'Mia', Age: 3 }] }]),
      /^All order.* is no export of Seller Center that OrderLens knows: /,
    ],
    ['cut short', async () => (await sheetOf(ROWS)).slice(0, 3000), /can't be opened as a spreadsheet/],
    ['another zip', async () => zipSync({ 'a.txt': strToU8('a') }), /can't be opened as a spreadsheet/],
    [
      'with a password',
      async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /is protected with a password or saved in Excel's older format/,
    ],
    ['a bomb', () => claiming(400 * 1024 ** 2), /unpacks to more than a spreadsheet of orders can have/],
  ])('%s', async (_name, content, message) => {
    await expect(readFile(await content(), NAME)).rejects.toThrow(message);
  });

  it('larger than 100 MB', async () => {
    const file = await openFile(await sheetOf(ROWS), NAME);
    const large: OpenFile = { ...file, blob: Object.create(file.blob, { size: { value: 200 * 1024 ** 2 } }) };
    await expect(sellerXlsx.read(large, new AbortController().signal).next()).rejects.toThrow(
      /has 200 MB, and a spreadsheet is read up to 100 MB/,
    );
  });

  it('leaves other zips to others', async () => {
    const zip = await openFile(zipSync({ 'Order History.txt': strToU8('a') }), 'TikTok_Data.zip');
    expect(findFileSource(zip)?.id).not.toBe('files/seller-xlsx');
  });
});
