import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  EMPTY_TXT,
  exportText,
  ORDERS_TXT,
  SHOP_2026,
  VOUCHERS_TXT,
} from '../fixtures/export/data-export.ts';
import { readFile, SEEN_AT } from './files-open.ts';

const DUTCH = ORDERS_TXT.replaceAll('Order date', 'Besteldatum')
  .replaceAll('Order number', 'Bestelnummer')
  .replaceAll('Product information', 'Productinformatie')
  .replaceAll('Name:', 'Naam:')
  .replaceAll('Quantity', 'Aantal')
  .replaceAll('Total price (including shipping fee)', 'Totale prijs (inclusief verzendkosten)')
  .replaceAll('Order status', 'Bestelstatus');
// Labels that no table has: only the shapes of the values tell what they are.
const OTHER = ORDERS_TXT.replaceAll('Order date', 'Tilausaika')
  .replaceAll('Order number', 'Numero')
  .replaceAll('Product information', 'Tuotetiedot')
  .replaceAll('Name:', 'Nimi:')
  .replaceAll('Quantity', 'Kpl')
  .replaceAll('Total price (including shipping fee)', 'Hinta')
  .replaceAll('Order status', 'Tila');
const zipOf = (files: Record<string, string>) =>
  new Blob([zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))]);

describe('the TXT of a data export', () => {
  test.each([
    ['Order History.txt', ORDERS_TXT],
    ['Bestelgeschiedenis.txt', DUTCH],
    ['Tilaushistoria.txt', OTHER],
    ['Order History.txt', ORDERS_TXT.replaceAll('\n', '\r\n')],
    ['Order History.txt', `\ufeff${ORDERS_TXT}`],
  ])('%s gives the same orders', async (name, text) => {
    const [first, second, ...none] = (await readFile(name, text)).orders;
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      id: '577100000000000011',
      role: 'buyer',
      placedAt: Date.UTC(2026, 1, 3, 9, 15, 30),
      currency: 'USD',
      statusLabel: 'Completed',
      status: 'COMPLETED',
      amounts: { total: 2450 },
      items: [{ name: 'Plant pot, 12" wide: blue', variation: 'Blue', quantity: 2 }],
    });
    expect(second?.items.map(({ name, variation, quantity }) => [name, variation, quantity])).toEqual([
      ['Reading lamp', 'Default', 1],
      ['Lamp bulb E27', '4-pack', 3],
    ]);
  });

  test('in a language that no table has, takes no fee for the total and no other word for the status', async () => {
    const lines = [
      'Tilausaika: 2026-03-04 05:06:07',
      'Numero: 577100000000000021',
      'Tuotetiedot:\n>>Nimi:\nRuukku\n>>Kpl: 1\n',
      'Toimitus: 3.00 EUR',
      'Hinta: 24.50 EUR',
      'Maksutapa: Kortti',
    ];
    const { orders, misses } = await readFile('Tilaushistoria.txt', `${lines.join('\n')}\n`);
    expect(orders).toMatchObject([
      {
        id: '577100000000000021',
        currency: null,
        amounts: { total: null },
        status: 'UNKNOWN',
        statusLabel: null,
      },
    ]);
    expect(misses).toEqual([
      { path: 'OrderHistory.total', expected: 'one amount', got: 'several' },
      { path: 'OrderHistory.status', expected: 'known status', got: 'string' },
    ]);
    const known = ['Toimitus: 3.00 EUR', 'Total price: 24.50 EUR', 'Maksutapa: Kortti', 'Tila: Completed'];
    const told = await readFile('Tilaushistoria.txt', [...lines.slice(0, 3), ...known].join('\n'));
    expect(told.orders).toMatchObject([{ amounts: { total: 2450 }, status: 'COMPLETED' }]);
    expect(told.misses).toEqual([]);
  });

  test('leaves out an order without a number, and counts it', async () => {
    const text = ORDERS_TXT.replace('Order number: 577100000000000012\n', '');
    const { orders, brokenCount, misses } = await readFile('Order History.txt', text);
    expect([orders.length, brokenCount]).toEqual([1, 1]);
    expect(misses).toEqual([{ path: 'OrderHistory.id', expected: 'order number', got: 'absent' }]);
  });

  test('says of orders and vouchers what the JSON says', async () => {
    const json = await readFile('user_data_tiktok.json', exportText(SHOP_2026));
    const txt = await readFile(
      'data.zip',
      zipOf({ 'a/Order History.txt': ORDERS_TXT, 'a/Vouchers.txt': VOUCHERS_TXT }),
    );
    const bare = (orders: typeof txt.orders) =>
      orders.slice(0, 2).map((order) => ({ ...order, sources: [] }));
    expect(bare(txt.orders)).toEqual(bare(json.orders));
    expect(txt.records).toEqual(json.records.filter(({ kind }) => kind === 'voucher'));
  });

  test('fields may stand in another order, and a variation may be missing', async () => {
    const text = `Order number: 577100000000000021\nOrder status: Shipped\nProduct information:\n>>Name:\nA: pot\n\n>>Quantity: 1\n\nOrder date: 2026-03-04 05:06:07\nTotal price (including shipping fee): 5.00 GBP\n\nOrder number: 577100000000000022\nOrder status: Delivered\n`;
    const { orders } = await readFile('Order History.txt', text);
    expect(orders.map(({ id, status, currency }) => [id, status, currency])).toEqual([
      ['577100000000000021', 'IN_TRANSIT', 'GBP'],
      ['577100000000000022', 'DELIVERED', null],
    ]);
    expect(orders[0]?.items).toMatchObject([{ name: 'A: pot', variation: null, quantity: 1 }]);
  });

  test('an empty section holds nothing', async () => {
    expect(await readFile('Order History.txt', EMPTY_TXT)).toMatchObject({ orders: [], brokenCount: 0 });
  });

  test('a zip is read section by section, and what is not kept stays packed', async () => {
    const files = {
      'TikTok/Order History.txt': ORDERS_TXT,
      'TikTok/Vouchers.txt': VOUCHERS_TXT,
      'TikTok/Watch History.txt': 'Date: 2026-01-01 00:00:00\nLink: x\n\n'.repeat(20_000),
      'TikTok/Product Reviews.txt': EMPTY_TXT,
    };
    const { orders, records } = await readFile('TikTok_Data.zip', zipOf(files));
    expect([orders.length, records.length]).toEqual([2, 1]);
  });

  test('a zip of the JSON is read as the JSON', async () => {
    const { orders, records } = await readFile(
      'x.zip',
      zipOf({ 'user_data_tiktok.json': exportText(SHOP_2026) }),
    );
    expect([orders.length, records.length]).toEqual([3, 5]);
  });

  test('a zip tells what was true when its newest file was written, not when it was downloaded', async () => {
    const packed = (mtime: Date) =>
      new Blob([
        zipSync({
          'Order History.txt': [strToU8(ORDERS_TXT), { mtime }],
          'Vouchers.txt': [strToU8(EMPTY_TXT), { mtime: new Date(2021, 0, 1) }],
        }),
      ]);
    const seenAt = async (zip: Blob) => (await readFile('x.zip', zip)).orders[0]?.sources[0]?.seenAt;
    // The packer writes the machine's own time, without a zone.
    expect(await seenAt(packed(new Date(2026, 10, 3, 12, 30, 8)))).toBe(Date.UTC(2026, 10, 3, 12, 30, 8));
    const text = exportText(SHOP_2026);
    const json = zipSync({ 'user_data_tiktok.json': strToU8(text) }, { mtime: new Date(2026, 10, 4) });
    expect(await seenAt(new Blob([json]))).toBe(Date.UTC(2026, 10, 4));
    // Nothing was seen later than the file was written.
    expect(await seenAt(packed(new Date(2031, 0, 1)))).toBe(SEEN_AT);
    expect(
      await seenAt(
        new Blob([zipSync({ 'Order History.txt': strToU8(ORDERS_TXT) }, { mtime: '1980-01-01' })]),
      ),
    ).toBe(SEEN_AT);
  });

  test('the time of a zip is taken with its zone where it has one', async () => {
    const extra = new Uint8Array([1, 0, 0, 0, 0]);
    const at = Date.UTC(2026, 9, 31, 23, 5, 7);
    new DataView(extra.buffer).setUint32(1, at / 1000, true);
    const options = { mtime: new Date(2026, 10, 1, 5), extra: { 21589: extra } };
    const zip = new Blob([zipSync({ 'Order History.txt': [strToU8(ORDERS_TXT), options] })]);
    expect((await readFile('x.zip', zip)).orders[0]?.sources[0]?.seenAt).toBe(at);
  });

  test.each([
    [
      'two exports',
      { 'user_data_tiktok.json': '{}', 'Order History.txt': ORDERS_TXT },
      /more than one export: user_data_tiktok\.json and Order History\.txt/,
    ],
    [
      'an export and a table',
      { 'Order History.txt': ORDERS_TXT, 'all orders.csv': 'a,b' },
      /more than one export/,
    ],
    ['a table', { 'all orders.csv': 'a,b', 'readme.txt': 'hi' }, /holds a table, all orders\.csv/],
    ['pictures', { 'a.png': 'x' }, /holds no order history/],
    ['texts of something else', { 'a.txt': 'x: y' }, /holds no order history/],
  ])('a zip with %s is refused in a sentence', async (_name, files, message) => {
    await expect(readFile('x.zip', zipOf(files as Record<string, string>))).rejects.toThrow(message);
  });

  test('a zip that was cut short or damaged is refused', async () => {
    const bytes = new Uint8Array(await zipOf({ 'Order History.txt': ORDERS_TXT.repeat(20) }).arrayBuffer());
    for (const end of [40, 200, bytes.length - 10]) {
      await expect(readFile('x.zip', bytes.slice(0, end))).rejects.toThrow(
        /ends in the middle or is damaged/,
      );
    }
    const spoilt = bytes.slice();
    spoilt.fill(0xff, 60, 120);
    await expect(readFile('x.zip', spoilt)).rejects.toThrow(/damaged/);
    const locked = bytes.slice();
    const directory = locked.length - 22 - 46 - 'Order History.txt'.length;
    locked[directory + 8] = 1;
    await expect(readFile('x.zip', locked)).rejects.toThrow(/locked with a password/);
  });

  test('says at which line another encoding begins', async () => {
    const latin = Uint8Array.from(ORDERS_TXT.replace('Reading lamp', 'L\u00e1mpara'), (letter) =>
      letter.charCodeAt(0),
    );
    await expect(readFile('Order History.txt', latin)).rejects.toThrow(/not in UTF-8 at line 16/);
    const wide = new Uint8Array(
      Uint16Array.from(`\ufeff${ORDERS_TXT}`, (letter) => letter.charCodeAt(0)).buffer,
    );
    await expect(readFile('Order History.txt', wide)).rejects.toThrow(/UTF-16/);
  });

  test('tells order numbers that a spreadsheet shortened, and where', async () => {
    const text = ORDERS_TXT.replace('577100000000000012', '5.771E+17');
    await expect(readFile('Order History.txt', text)).rejects.toThrow(
      /The order at line 12 of Order History\.txt has the number 5\.771E\+17/,
    );
  });
});
