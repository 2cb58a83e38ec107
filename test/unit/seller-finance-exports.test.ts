import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { emptyOrder } from '../../lib/model/order.ts';
import { Order } from '../../lib/model/order-schema.ts';
import {
  csvOf,
  type Row,
  readFile,
  SEEN_AT,
  withWrongRange,
  xlsxOf,
} from '../fixtures/seller-export/build.ts';
import { mergeOrders } from '../history/build.ts';

/** A row of Indonesia's income export. */
function income(fields: Row = {}): Row {
  return {
    'Order/adjustment ID  ': '577200000000000301',
    Type: 'Order',
    'Order created time': '2026/08/03',
    'Order settled time': '2026/08/16',
    Currency: 'IDR',
    'Total settlement amount': '81000',
    'Total Revenue': '95000',
    'Total Fees': '-14000',
    'Platform commission fee': '-9000',
    'Ajustment amount': '0',
    'Related order ID': '577200000000000301',
    ...fields,
  };
}

const read = async (rows: readonly Row[], name = 'income_20260816(UTC+7).csv') => readFile(csvOf(rows), name);

describe('an income export', () => {
  it('tells what an order brought, and nothing else of it', async () => {
    const result = await read([income()]);
    expect(result).toMatchObject({ sourceId: 'files/seller-finance-csv', misses: [], brokenCount: 0 });
    expect(result.orders).toMatchObject([
      {
        id: '577200000000000301',
        role: 'seller',
        account: 'file:Corner shop',
        market: null,
        currency: null,
        status: 'UNKNOWN',
        placedAt: null,
        amounts: { total: null, refunded: null },
        settlement: {
          state: 'settled',
          currency: 'IDR',
          amount: 8_100_000,
          fees: -1_400_000,
          settledAt: Date.parse('2026-08-16T00:00:00+07:00'),
        },
        sources: [{ id: 'files/seller-finance-csv', seenAt: SEEN_AT }],
      },
    ]);
  });

  it('adds adjustments to their order, and leaves those of no order out', async () => {
    const { orders, misses } = await read([
      income(),
      income({
        'Order/adjustment ID  ': '7600000000000000011',
        Type: 'Logistics reimbursement',
        'Order settled time': '2026/08/20',
        'Total settlement amount': '2500',
        'Total Fees': '0',
      }),
      income({
        'Order/adjustment ID  ': '7600000000000000012',
        Type: 'GMV payment for TikTok Ads',
        'Related order ID': '/',
        'Total settlement amount': '-70000',
      }),
    ]);
    expect(orders.map(({ settlement }) => settlement)).toEqual([
      {
        state: 'settled',
        currency: 'IDR',
        amount: 8_350_000,
        fees: -1_400_000,
        settledAt: Date.parse('2026-08-20T00:00:00+07:00'),
      },
    ]);
    expect(misses).toEqual([]);
  });

  it('leaves the currency and the market of an order alone that others told', async () => {
    const { orders } = await read([income({ Currency: 'USD', 'Total settlement amount': '5.00' })]);
    const [paidOut] = orders;
    if (!paidOut) throw new Error('no order');
    const owner = { role: 'seller', account: paidOut.account, market: 'MX' } as const;
    const known = { ...emptyOrder(paidOut.id, owner), currency: 'MXN' };
    known.amounts.total = 12_300;
    known.sources = [{ id: 'seller/order-list', seenAt: SEEN_AT - 1 }];
    expect(mergeOrders(known, paidOut)).toMatchObject({
      market: 'MX',
      currency: 'MXN',
      amounts: { total: 12_300 },
      settlement: { currency: 'USD', amount: 500 },
    });
  });

  it('says when the zone of its times is the one of the user', async () => {
    const { misses } = await read([income({ Currency: 'EUR' })], 'income.csv');
    expect(misses).toEqual([{ path: 'rows[].settledAt', expected: 'a known time zone', got: 'none' }]);
  });

  it('leaves a sum unknown that is more than any order comes to', async () => {
    const rows = ['1', '2'].map((sku) =>
      income({ 'SKU ID': sku, 'Total settlement amount': '9999999999.99' }),
    );
    const { orders, misses } = await read(rows);
    expect(orders[0]?.settlement).toMatchObject({ amount: null, fees: -2_800_000 });
    expect(Order.safeParse(orders[0]).success).toBe(true);
    expect(misses).toEqual([{ path: 'rows[].amount', expected: 'the sum of an order', got: 'more' }]);
  });

  it('takes no adjustment alone for what an order brought', async () => {
    const { orders, misses } = await read([income({ Type: 'Platform compensation' })]);
    expect(orders).toEqual([]);
    expect(misses).toEqual([
      { path: 'rows[].kind', expected: "the order's own row too", got: 'an adjustment alone' },
    ]);
  });

  it('counts a block once that is repeated below its header', async () => {
    const once = csvOf([income(), income({ 'Order/adjustment ID  ': '577200000000000302' })]);
    const { orders, brokenCount } = await readFile(once + once);
    expect(orders.map(({ settlement }) => settlement?.amount)).toEqual([8_100_000, 8_100_000]);
    expect(brokenCount).toBe(0);
  });

  it('adds up the SKUs of an order', async () => {
    const { orders } = await read([
      income({ 'SKU ID': '172900000000000041' }),
      income({ 'SKU ID': '172900000000000042', 'Total settlement amount': '19000.50' }),
    ]);
    expect(orders[0]?.settlement).toMatchObject({ amount: 10_000_050, fees: -2_800_000 });
  });

  it('leaves a sum unknown of which a part can not be read', async () => {
    const { orders, misses } = await read([
      income({ 'SKU ID': '1' }),
      income({ 'SKU ID': '2', 'Total settlement amount': 'about 19' }),
    ]);
    expect(orders[0]?.settlement).toMatchObject({ amount: null, fees: -2_800_000 });
    expect(misses).toEqual([{ path: 'rows[].amount', expected: 'amount', got: 'string' }]);
  });

  it.each([
    [
      'Vietnamese',
      ['ID đơn hàng/điều chỉnh', 'Loại giao dịch', 'Thời gian quyết toán đơn hàng', 'Đơn vị tiền tệ'],
      ['Tổng số tiền quyết toán', 'Tổng phí', 'ID đơn hàng liên quan'],
      'Đơn hàng',
      'VND',
      150_000,
    ],
    [
      'Indonesian',
      ['ID Pesanan/Penyesuaian', 'Jenis transaksi', 'Waktu pembayaran pesanan', 'Mata uang'],
      ['Jumlah penyelesaian pembayaran', 'Total Biaya', 'ID pesanan terkait'],
      'Pesanan',
      'IDR',
      15_000_000,
    ],
  ])('reads %s headers', async (_name, heads, tails, kind, currency, amount) => {
    const names = [...heads, ...tails];
    const cells = [
      '577200000000000303',
      kind,
      '2026/09/01',
      currency,
      '150000',
      '-8000',
      '577200000000000303',
    ];
    const { orders } = await read([Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))]);
    expect(orders).toMatchObject([{ currency: null, settlement: { state: 'settled', currency, amount } }]);
  });
});

describe('the settlement export of the US', () => {
  const row = (fields: Row = {}): Row => ({
    'Statement date': '07/31/2026',
    'Statement ID': '3600000000000000001',
    Type: 'Order',
    'Order/adjustment ID': '577100000000000401',
    'Related order ID': '/',
    'SKU ID': '172900000000000051',
    'Total settlement amount': '17.61',
    'Net sales': '20.00',
    Fees: '-2.39',
    'Referral fee': '-1.20',
    'Sales tax payment': '1.65',
    ...fields,
  });

  it('has no currency column: its fees tell the market', async () => {
    const { orders, misses } = await readFile(
      csvOf([row(), row({ 'Order/adjustment ID': '577100000000000402' })]),
    );
    expect(misses).toEqual([]);
    expect(orders[0]).toMatchObject({
      market: null,
      currency: null,
      settlement: {
        currency: 'USD',
        amount: 1761,
        fees: -239,
        settledAt: Date.parse('2026-07-31T00:00:00-07:00'),
      },
    });
  });

  it('leaves amounts unknown where neither tells the currency', async () => {
    const { orders, misses } = await readFile(csvOf([row()].map(({ 'Referral fee': _, ...rest }) => rest)));
    expect(orders[0]).toMatchObject({ settlement: { currency: null, amount: null, fees: null } });
    expect(misses).toContainEqual({ path: 'rows[].amount', expected: 'a known currency', got: 'none' });
  });
});

describe('the on-hold export', () => {
  const HEADER = [
    'Transaction type',
    'Order/adjustment ID',
    'Currency',
    'Estimated settlement amount',
    'Related order ID',
    'Net sales',
    'Fees',
    'Related order ID',
  ];
  const sheet = async () =>
    withWrongRange(
      await writeXlsx({
        sheets: [
          {
            name: 'Unsettled order and adjustment',
            rows: [
              ['Disclaimer: these are estimates'],
              ['Download time', '2026/06/30 10:00:00'],
              ['Total Transactions', '2'],
              [],
              HEADER,
              ['Order', '577100000000000501', 'USD', '35.00', '/', '40.00', '-5.00', '/'],
              ['Order', '577100000000000502', 'USD', '44.83', '/', '50.00', '/', '/'],
            ],
          },
        ],
      }),
    );

  it('has its header in row 5 and writes "/" for nothing', async () => {
    const { orders, misses, sourceId } = await readFile(await sheet(), 'Onhold-unsettled-orders(UTC-7).xlsx');
    expect(sourceId).toBe('files/seller-xlsx');
    expect(misses).toEqual([]);
    expect(orders.map(({ settlement }) => settlement)).toEqual([
      { state: 'on-hold', currency: 'USD', amount: 3500, fees: -500, settledAt: null },
      { state: 'on-hold', currency: 'USD', amount: 4483, fees: 0, settledAt: null },
    ]);
    expect(orders[0]?.sources[0]?.id).toBe('files/seller-finance-xlsx');
  });
});

describe('a workbook of income', () => {
  it('reads the orders and leaves reports, withdrawals and explanations', async () => {
    const workbook = await xlsxOf([
      { name: 'Reports', rows: [{ 'Time period': '2026/08/10-2026/08/16', Total: '81000' }] },
      { name: 'Order details', rows: [income()] },
      {
        name: 'Withdrawal records',
        rows: [{ Type: 'Withdrawal', 'Reference ID': '1', Amount: '5', Status: 'ok' }],
      },
    ]);
    const { orders } = await readFile(workbook, 'income_20260816(UTC+7).xlsx');
    expect(orders.map(({ id }) => id)).toEqual(['577200000000000301']);
  });
});

describe('what a finance export must not be', () => {
  it('without the order ids', async () => {
    const rows = [income()].map(({ 'Order/adjustment ID  ': _, ...row }) => row);
    await expect(read(rows)).rejects.toThrow(
      /^This is a Seller Center finance export, but its column "Order\/adjustment ID" is missing/,
    );
  });

  it('with ids that a spreadsheet shortened', async () => {
    await expect(read([income({ 'Order/adjustment ID  ': '5,77E+17' })])).rejects.toThrow(
      /^Row 2 has the number 5,77E\+17/,
    );
  });
});
