import { describe, expect, test } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { ShopRecord } from '../../lib/model/record.ts';
import { tiktokDataJson } from '../../lib/sources/files/data-export/json.ts';
import { exportText, MESSAGES, ORDERS, SHOP_2026, VOUCHERS } from '../fixtures/export/data-export.ts';
import { openFile, readFile, SEEN_AT } from './files-open.ts';

const read = (shop: unknown, key?: string) => readFile('user_data_tiktok.json', exportText(shop, key));
const history = (entries: unknown) => ({ 'Order History': { OrderHistories: entries } });

describe('the JSON of a data export', () => {
  test('gives its orders with what it knows of them, and nothing else', async () => {
    const { orders, sourceId, brokenCount } = await read(SHOP_2026);
    expect([sourceId, orders.length, brokenCount]).toEqual(['files/tiktok-data-json', 3, 0]);
    for (const order of orders) expect(Order.safeParse(order).success).toBe(true);
    expect(orders[0]).toMatchObject({
      id: '577100000000000011',
      role: 'buyer',
      account: 'file:Me',
      market: 'US',
      currency: 'USD',
      status: 'COMPLETED',
      stage: 'delivered',
      statusLabel: 'Completed',
      placedAt: Date.UTC(2026, 1, 3, 9, 15, 30),
      amounts: { total: 2450, items: null, shipping: null, refunded: null },
      counterparty: null,
      sources: [{ id: 'files/tiktok-data-json', seenAt: SEEN_AT }],
      items: [{ name: 'Plant pot, 12" wide: blue', variation: 'Blue', quantity: 2, unitPrice: null }],
    });
    expect(orders[1]).toMatchObject({ status: 'CANCELLED', stage: 'cancelled' });
    expect(orders[1]?.items.map(({ quantity }) => quantity)).toEqual([1, 3]);
  });

  test('keeps a status that it does not know, and an amount without a currency as unknown', async () => {
    const { orders, misses } = await read(SHOP_2026);
    expect(orders[2]).toMatchObject({ status: 'UNKNOWN', statusLabel: 'Gone fishing', currency: null });
    expect(orders[2]?.amounts.total).toBeNull();
    expect(misses).toEqual([
      { path: 'OrderHistories[].total', expected: 'amount with currency', got: 'string' },
      { path: 'OrderHistories[].status', expected: 'known status', got: 'string' },
    ]);
  });

  test('keeps vouchers, reviews, returns and messages, under ids that stay', async () => {
    const { records } = await read(SHOP_2026);
    for (const record of records) expect(ShopRecord.safeParse(record).success).toBe(true);
    expect(records.map(({ kind }) => kind)).toEqual(['message', 'message', 'review', 'return', 'voucher']);
    expect(records[4]).toEqual({
      kind: 'voucher',
      id: '7480000000000000001',
      at: Date.UTC(2026, 0, 2, 3, 4, 5),
      shop: null,
      orderId: null,
      title: null,
      text: '$2 off',
      status: 'EXPIRED',
    });
    expect(records[1]).toMatchObject({ shop: 'Pots & Co', title: 'Shop to buyer', text: 'Hi' });
    expect(records[3]).toMatchObject({ orderId: '577100000000000012', text: 'Broken', status: 'Refunded' });
    const later = await read({
      ...SHOP_2026,
      'Returns and Refunds History': [{ status: 'New', reason: 'Broken', order_id: '577100000000000012' }],
    });
    expect(new Set(later.records.map(({ id }) => id)).size).toBe(later.records.length);
    const again = await read(JSON.parse(JSON.stringify(SHOP_2026)));
    expect(again.records).toEqual(records);
  });

  test.each(['Tiktok Shopping', 'TikTok Shopping', 'TikTok Shop'])(
    'is read under the key %s',
    async (key) => {
      expect((await read(history(ORDERS), key)).orders).toHaveLength(3);
    },
  );

  test.each([
    ['null sections', { 'Order History': { OrderHistories: null }, Vouchers: { Vouchers: null } }],
    ['empty sections', { 'Order History': {}, Vouchers: null }],
    ['null for the shop', null],
  ])('with %s holds nothing', async (_name, shop) => {
    expect(await read(shop)).toMatchObject({ orders: [], records: [], brokenCount: 0 });
  });

  test('reads lists where others have objects, and ids that are numbers', async () => {
    const list = Object.entries(ORDERS).map(([id, order]) => ({ order_id: 'ID', ...order, id }));
    const text = exportText(history(list)).replaceAll('"ID"', '577100000000000011');
    const { orders } = await readFile('user_data.json', text);
    expect(orders.map(({ id }) => id)).toEqual(Array(3).fill('577100000000000011'));
    const byIndex = await read(history({ '0': { order_id: '577100000000000031' } }));
    expect(byIndex.orders.map(({ id }) => id)).toEqual(['577100000000000031']);
    const { records } = await read({
      'Communication History': { CommunicationHistories: MESSAGES['Pots & Co'] },
    });
    expect(records).toHaveLength(2);
    const dict = {
      'Product Review History': { ProductReviewHistories: { a: { content: 'x' }, b: { content: 'y' } } },
    };
    expect((await read(dict)).records).toHaveLength(2);
  });

  test('leaves orders out that have no number: nothing could be joined with them', async () => {
    const entry = { Date: '2025-04-02 10:00:00', TotalPrice: '25.99', Products: [{ ProductName: 'Beamer' }] };
    const numbered = { ...entry, order_id: '577100000000000034' };
    const { orders, brokenCount, misses } = await read({ Order: { OrderList: [entry, numbered, entry] } });
    expect([orders.map(({ id }) => id), brokenCount]).toEqual([['577100000000000034'], 2]);
    expect(misses).toContainEqual({ path: 'OrderList[].id', expected: 'order number', got: 'absent' });
  });

  test('takes no place in a list for an order number', async () => {
    const { orders, brokenCount } = await read(history({ '0': { order_status: 'Completed' }, ab: {} }));
    expect([orders, brokenCount]).toEqual([[], 2]);
  });

  test('reads a section that holds its entries itself, and tells no number or name of them', async () => {
    const odd = { order_date: 'soon', order_status: 'Completed' };
    const { orders, records, misses } = await read({
      'Order History': { '577100000000000035': odd, '577100000000000036': odd },
      'Product Review History': [{ ReviewContent: 'Good pot' }],
      'Communication History': { Pots: [7], 'Pots & Co': [{ content: 'Hello' }] },
    });
    expect(orders.map(({ id, status }) => [id, status])).toEqual([
      ['577100000000000035', 'COMPLETED'],
      ['577100000000000036', 'COMPLETED'],
    ]);
    expect(records.map(({ kind, text }) => [kind, text])).toEqual([
      ['review', 'Good pot'],
      ['message', 'Hello'],
    ]);
    expect(misses).toEqual([
      { path: 'order[].date', expected: 'time', got: 'string' },
      { path: 'message[]', expected: 'object', got: 'number' },
    ]);
  });

  test('one broken entry is counted, and the others are read', async () => {
    const { orders, brokenCount, misses } = await read(
      history({ ...ORDERS, '1': 'soon', '2': 7, 'a|b': { order_status: 'x' } }),
    );
    expect([orders.length, brokenCount]).toEqual([3, 3]);
    expect(JSON.stringify(misses)).not.toMatch(/soon|a\|b/);
    const odd = await read(
      history({
        '577100000000000033': {
          order_date: [1],
          total_price: { a: 1 },
          Products: 'x',
          order_status: 'Completed',
        },
      }),
    );
    expect(odd.orders[0]).toMatchObject({
      id: '577100000000000033',
      placedAt: null,
      status: 'COMPLETED',
      items: [],
    });
  });

  test('says that a file was cut short, wherever it was', async () => {
    const text = exportText(SHOP_2026);
    for (let end = 20; end < text.length - 1; end += 37) {
      await expect(readFile('user_data_tiktok.json', text.slice(0, end))).rejects.toThrow(/cut short/);
    }
  });

  test.each([
    ['without a shop section', exportText(null, 'Nothing'), /without a "TikTok Shop" section/],
    [
      'with a comma too many',
      exportText(history(ORDERS)).replace('"Profile":{}', '"Profile":{},'),
      /breaks at byte [\d,]+/,
    ],
    [
      'with a broken entry text',
      exportText(history({ '9': { order_status: 'QQ' } })).replace('"QQ"', 'QQ'),
      /breaks in its shop section/,
    ],
    [
      'with such ids right in a section',
      exportText({ 'Order History': { '5.771E+17': ORDERS['577100000000000011'] } }),
      /5\.771E\+17: a spreadsheet shortened/,
    ],
    [
      'with ids that a spreadsheet shortened',
      exportText(history({ '5.771E+17': ORDERS['577100000000000011'] })),
      /5\.771E\+17: a spreadsheet shortened/,
    ],
  ])('%s is refused in a sentence', async (_name, text, message) => {
    await expect(readFile('user_data_tiktok.json', text)).rejects.toThrow(message);
  });

  test('says where another encoding begins', async () => {
    const latin = Uint8Array.from(
      exportText({ Vouchers: { Vouchers: [{ VoucherText: 'caf\u00e9' }] } }),
      (letter) => letter.charCodeAt(0),
    );
    await expect(readFile('user_data_tiktok.json', latin)).rejects.toThrow(/not in UTF-8 at byte/);
    const text = exportText({ Vouchers: { Vouchers: VOUCHERS } });
    const wide = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer);
    await expect(readFile('user_data_tiktok.json', wide)).rejects.toThrow(/UTF-16, from its first byte/);
  });

  test('is not taken for other JSON', async () => {
    const isOurs = async (text: string) => tiktokDataJson.matches(await openFile('x.json', text));
    expect(await isOurs('{"format":"orderlens/1","orders":[]}')).toBe(false);
    expect(await isOurs('{"rows":[]}')).toBe(false);
    expect(await isOurs('{ "Activity": {}')).toBe(true);
  });
});
