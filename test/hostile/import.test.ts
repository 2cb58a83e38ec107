import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { type History, openHistory } from '../../lib/history/db.ts';
import { checkRollups } from '../../lib/history/rollups.ts';
import { undoCapture } from '../../lib/history/undo.ts';
import { Order } from '../../lib/model/order-schema.ts';
import { ShopRecord } from '../../lib/model/record.ts';
import { ImportError } from '../../lib/sources/files/file-source.ts';
import { exportText } from '../fixtures/export/data-export.ts';
import { makeAmounts, makeItem, makeOrder, makePackage, NOW } from '../history/build.ts';
import { readOrdersFile } from '../history/read-orders-file.ts';
import { importOrders, importText } from '../history/support.ts';
import { readFile } from '../unit/files-open.ts';
import { NAMES } from './corpus.ts';
import { watchPrototypes } from './pollution.ts';

watchPrototypes();
const opened: History[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
function fresh(): History {
  const db = openHistory(`import-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}
const owner = (account: string) => ({ role: 'seller', account, market: 'US' }) as const;
const fileOf = (...orders: unknown[]) => JSON.stringify({ format: 'orderlens/1', orders });

/** Adds a file as a whole or refuses it as a whole; returns how many orders it added. */
async function added(db: History, file: string): Promise<number> {
  try {
    return (await importText(db, file)).created;
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    return 0;
  }
}

test('orders whose account and id hold the separator are refused or stay apart', async () => {
  const db = fresh();
  const first = await added(db, fileOf(makeOrder({ id: 'b|c' }, owner('a'))));
  const second = await added(db, fileOf(makeOrder({ id: 'c' }, owner('a|b'))));
  expect(second).toBe(1);
  expect(await db.orders.count()).toBe(first + second);
  expect((await checkRollups(db)).wrong).toBe(0);
});

test('currencies that are no currencies do not mix with others', async () => {
  const db = fresh();
  const sale = (account: string, currency: string, total: number) =>
    makeOrder(
      {
        id: currency.slice(0, 3),
        status: 'COMPLETED',
        currency,
        placedAt: NOW,
        amounts: makeAmounts({ total }),
      },
      owner(account),
    );
  await added(db, fileOf(sale('x', 'USD|EUR', 1)));
  await added(db, fileOf(sale('x|USD', 'EUR', 20)));
  const rows = await db.rollups.where('bucket').equals('all').toArray();
  expect(rows.find((row) => row.currency === 'EUR')?.counts['revenueMinor']).toBe(20);
  expect((await checkRollups(db)).wrong).toBe(0);
});

test('amounts at the end of the numbers do not spoil the sums of the others', async () => {
  const db = fresh();
  const sale = (id: string, total: number) =>
    makeOrder({ id, status: 'COMPLETED', currency: 'USD', placedAt: NOW, amounts: makeAmounts({ total }) });
  await importOrders(db, [sale('1', 8207), sale('2', 3)], 'good');
  const file = fileOf(...['3', '4', '5'].map((id) => sale(id, Number.MAX_SAFE_INTEGER)));
  // Refused or added: what matters is that it can be taken out again and that the sums are right.
  await importText(db, file, 'bad').catch((error) => expect(error).toBeInstanceOf(ImportError));
  await undoCapture(db, 'bad', NOW);
  const [total] = await db.rollups.where('bucket').equals('all').toArray();
  expect(total?.counts['revenueMinor']).toBe(8210);
  expect((await checkRollups(db)).wrong).toBe(0);
});

test.each(Object.entries(NAMES))(
  'a file with %s in every text is added twice without harm',
  async (_name, text) => {
    const db = fresh();
    const order: Order = makeOrder({
      counterparty: text,
      paymentMethod: text,
      statusLabel: text,
      items: [makeItem({ name: text, variation: text, skuId: null, sellerSku: text })],
      packages: [makePackage({ id: text, trackingNumber: text, events: [{ at: NOW, title: text, text }] })],
      timeline: [{ at: NOW, title: text, text }],
    });
    expect((await importText(db, fileOf(order))).created).toBe(1);
    expect((await importText(db, fileOf(order))).unchanged).toBe(1);
    expect(
      (await importText(db, fileOf({ ...order, hasBuyerNote: true, updatedAt: NOW }), 'c')).updated,
    ).toBe(1);
    await undoCapture(db, 'c', NOW);
    const [row] = await db.orders.toArray();
    expect([row?.order.counterparty, row?.order.items[0]?.name, row?.order.packages.length]).toEqual([
      text,
      text,
      1,
    ]);
  },
);

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'an extra field named %s does not keep later pages from being written',
  async (name) => {
    const db = fresh();
    const text = fileOf(makeOrder({})).replace('"role":', `${JSON.stringify(name)}:{"polluted":1},"role":`);
    await importText(db, text);
    const page = makeOrder({ updatedAt: NOW, counterparty: 'B' });
    const counts = await importOrders(db, [page], 'page');
    expect(counts.updated).toBe(1);
    expect((await db.orders.toArray())[0]?.order.counterparty).toBe('B');
  },
);

test('a file that stops in the middle, anywhere, adds nothing', () => {
  const text = fileOf(makeOrder({}), makeOrder({ id: '578' }));
  for (let end = 0; end < text.length; end += 13)
    expect(() => readOrdersFile(text.slice(0, end))).toThrow(ImportError);
});

/** A data export in which a text stands wherever one can. */
const exportOf = (text: string) =>
  exportText({
    'Order History': {
      OrderHistories: {
        '577100000000000001': {
          order_date: text,
          order_status: text,
          total_price: text,
          Products: [{ product_name: text, variation_name: text, quantity: text }],
        },
        [text]: { order_status: 'Completed' },
      },
    },
    Vouchers: { Vouchers: [{ VoucherId: text, VoucherText: text, VoucherName: text, Status: text }] },
    'Communication With Shops': { CommunicationHistories: { [text]: [{ content: text, send_time: text }] } },
  });

test.each(Object.entries(NAMES))(
  'a data export with %s in every text gives valid rows',
  async (_name, text) => {
    const { orders, records } = await readFile('user_data_tiktok.json', exportOf(text));
    expect(orders.length).toBeGreaterThan(0);
    for (const order of orders) expect(Order.safeParse(order).success).toBe(true);
    for (const record of records) expect(ShopRecord.safeParse(record).success).toBe(true);
    expect(orders[0]?.items[0]?.name).toBe(text.trim());
    expect(orders[0]).toMatchObject({ placedAt: null, currency: null, amounts: { total: null } });
    const db = fresh();
    await importOrders(db, orders, 'export');
    expect((await checkRollups(db)).wrong).toBe(0);
    await undoCapture(db, 'export', NOW);
    expect(await db.orders.count()).toBe(0);
  },
);

test('an entry of a data export that is nested 1,000,000 deep is broken, and the others are read', async () => {
  const deep = '['.repeat(1e6) + ']'.repeat(1e6);
  const good = '"577100000000000001":{"order_status":"Completed"}';
  const text = `{"Activity":${deep},"TikTok Shop":{"Order History":{"OrderHistories":{"5":{"x":${deep}},${good}}}}}`;
  const { orders, brokenCount } = await readFile('user_data.json', text);
  expect([orders.map(({ id }) => id), brokenCount]).toEqual([['577100000000000001'], 1]);
});

test('keys of prototypes in a data export pollute nothing', async () => {
  const entry = (id: string) =>
    `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"order_id":"${id}"}`;
  const text = `{"Activity":{},"TikTok Shop":{"__proto__":{"x":${entry('x')}},"Order History":{"OrderHistories":{"__proto__":${entry('__proto__')},"constructor":${entry('constructor')}}}}}`;
  const { orders } = await readFile('user_data.json', text);
  expect(orders.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
});

test('a value of 20 MB in a section that is kept is refused, and elsewhere passed by', async () => {
  const huge = 'x'.repeat(20 * 1024 ** 2);
  const kept = exportText({ Vouchers: { Vouchers: [{ VoucherText: huge }] } });
  await expect(readFile('user_data.json', kept)).rejects.toThrow(
    /one entry of more than 16 MB before byte [\d,]+/,
  );
  const passed = exportText({ 'Product Browsing History': { ProductBrowsingHistories: [huge] } });
  expect((await readFile('user_data.json', passed)).orders).toEqual([]);
});
