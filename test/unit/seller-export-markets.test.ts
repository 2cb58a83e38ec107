import { describe, expect, it } from 'vitest';
import { emptyOrder, type OrderStatus } from '../../lib/model/order.ts';
import { csvOf, type Row, readFile } from '../fixtures/seller-export/build.ts';
import { mergeOrders } from '../history/build.ts';

/** The columns that every market has; amounts, dates, labels and the rest are the market's. */
function row(fields: Row): Row {
  return {
    'Order ID': '577200000000000201\t',
    'Order Status': 'To ship',
    'Order Substatus': 'Awaiting shipment',
    'Cancelation/Return Type': '',
    'SKU ID': '172900000000000031\t',
    'Seller SKU': 'LAMP-1',
    'Product Name': 'Paper lamp',
    Quantity: '1',
    'SKU Subtotal Before Discount': fields['Order Amount'] ?? '',
    'Order Amount': '',
    'Created Time': '',
    ...fields,
  };
}

const first = async (rows: readonly Row[], name?: string) => (await readFile(csvOf(rows), name)).orders[0];

describe('markets', () => {
  it.each<
    [string, Row, { market: string | null; currency: string | null; total: number | null; at: string }]
  >([
    [
      'ID, its address columns, no column of the country',
      { 'Order Amount': '189950', 'Created Time': '06/10/2026 07:00:00\t', 'Regency and City': 'Kota' },
      { market: 'ID', currency: 'IDR', total: 18_995_000, at: '2026-10-06T07:00:00+07:00' },
    ],
    [
      'VN, its address columns',
      { 'Order Amount': '584901', 'Created Time': '13/09/2026 23:59:59', District: 'Q', Commune: 'P' },
      { market: 'VN', currency: 'VND', total: 584_901, at: '2026-09-13T23:59:59+07:00' },
    ],
    [
      'PH, its country',
      { 'Order Amount': '1499.5', 'Created Time': '05/04/2026 10:20:30', Country: 'Philippines' },
      { market: 'PH', currency: 'PHP', total: 149_950, at: '2026-04-05T10:20:30+08:00' },
    ],
    [
      'TH, its country in Thai',
      { 'Order Amount': '259.00', 'Created Time': '31/05/2026 00:00:00', Country: 'ประเทศไทย' },
      { market: 'TH', currency: 'THB', total: 25_900, at: '2026-05-31T00:00:00+07:00' },
    ],
    [
      'MY, its address columns',
      { 'Order Amount': '45.90', 'Created Time': '01/06/2026 12:00:00', State: 'Perak', 'Post Town': 'Ipoh' },
      { market: 'MY', currency: 'MYR', total: 4590, at: '2026-06-01T12:00:00+08:00' },
    ],
    [
      'BR, decimal comma and AM/PM',
      { 'Order Amount': 'BRL 1.035,91', 'Created Time': '12/15/2025 9:30:33 AM' },
      { market: 'BR', currency: 'BRL', total: 103_591, at: '2025-12-15T09:30:33-03:00' },
    ],
    [
      'MX, decimal point after thousands',
      { 'Order Amount': 'MXN 1,234.56', 'Created Time': '02/28/2026 12:05:00 AM' },
      { market: 'MX', currency: 'MXN', total: 123_456, at: '2026-02-28T00:05:00-06:00' },
    ],
    [
      'US, at the hour that summer time skips',
      { 'Order Amount': '10', 'Created Time': '03/08/2026 02:30:00 AM', Country: 'United States' },
      { market: 'US', currency: 'USD', total: 1000, at: '2026-03-08T03:30:00-07:00' },
    ],
    [
      'GB, its address columns',
      { 'Order Amount': '9.99', 'Created Time': '20/07/2026 09:00:00', County: 'Kent', 'Post Town': 'Deal' },
      { market: 'GB', currency: 'GBP', total: 999, at: '2026-07-20T09:00:00+01:00' },
    ],
    [
      'DE, the euro and its country',
      { 'Order Amount': '19,90 €', 'Created Time': '20/07/2026 09:00:00', Country: 'Germany' },
      { market: 'DE', currency: 'EUR', total: 1990, at: '2026-07-20T09:00:00+02:00' },
    ],
    [
      'the euro alone: the amount is known, the market is not',
      { 'Order Amount': 'EUR 19,90', 'Created Time': '20/07/2026 09:00:00' },
      { market: null, currency: 'EUR', total: 1990, at: '2026-07-20T09:00:00+09:00' },
    ],
    [
      'no sign at all: the time is in the zone of the user',
      { 'Order Amount': '19.90', 'Created Time': '20/07/2026 09:00:00' },
      { market: null, currency: null, total: null, at: '2026-07-20T09:00:00+09:00' },
    ],
  ])('%s', async (_name, fields, { market, currency, total, at }) => {
    const order = await first([row(fields)]);
    expect(order).toMatchObject({ market, currency, placedAt: Date.parse(at), amounts: { total } });
  });

  it.each([
    ['Semua pesanan-2026-08-03-11_27.csv', 'ID'],
    ['Tất cả đơn hàng-2026-09-15-21_05.csv', 'VN'],
    ['ที่จะจัดส่ง คำสั่งซื้อ-2026-07-16-18_18.csv', 'TH'],
    ['All order-2026-07-16-18_18.csv', null],
  ])('tells it from the name %s', async (name, market) => {
    const order = await first([row({ 'Order Amount': '100', 'Created Time': '16/07/2026 10:00:00' })], name);
    expect(order?.market).toBe(market);
  });

  it('does not take the language of a page for the country that it sells in', async () => {
    const fields = { 'Order Status': 'Đã hủy', 'Created Time': '07/16/2026 10:00:00 AM' };
    expect((await first([row(fields)]))?.market).toBeNull();
  });

  it('takes a date in the zone of the user for a guess, which a page knows better', async () => {
    const fields = { 'Order Amount': '19.90', 'Created Time': '20/07/2026 09:00:00' };
    const { orders, misses } = await readFile(csvOf([row(fields)]));
    const [guessed] = orders;
    if (!guessed) throw new Error('no order');
    expect(guessed['isDateInferred']).toBe(true);
    expect(misses).toContainEqual({ path: 'rows[].placedAt', expected: 'a known time zone', got: 'none' });
    const owner = { role: 'seller', account: guessed.account, market: 'US' } as const;
    const told = { ...emptyOrder(guessed.id, owner), placedAt: Date.parse('2026-07-20T09:00:05-07:00') };
    expect(mergeOrders(told, guessed)).toMatchObject({ placedAt: told.placedAt, isDateInferred: false });
    expect(await first([row({ ...fields, Country: 'United Kingdom' })])).not.toHaveProperty('isDateInferred');
  });

  it.each([
    ['EUR 0.300', null],
    ['EUR 012.345', null],
    ['GBP 0,500', null],
    ['GBP -012,345', null],
    ['EUR 0,30', 30],
    ['EUR 1.234', 123_400],
    ['GBP 12,345.60', 1_234_560],
  ])('reads %s as %s minor units: no thousands begin with a zero', async (text, total) => {
    expect((await first([row({ 'Order Amount': text })]))?.amounts.total).toBe(total);
  });

  it('leaves amounts of two currencies unknown', async () => {
    const { orders, misses } = await readFile(
      csvOf([row({ 'Order Amount': 'BRL 1,00' }), row({ 'Order ID': '2', 'Order Amount': 'MXN 1.00' })]),
    );
    expect(orders.map(({ currency, amounts }) => [currency, amounts.total])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(misses).toContainEqual({ path: 'rows[].total', expected: 'a known currency', got: 'none' });
  });
});

describe('dates', () => {
  const at = async (...texts: string[]) => {
    const rows = texts.map((text, index) => ({
      ...row({ 'Order ID': String(index), Country: 'Singapore', 'Created Time': text }),
    }));
    const { orders } = await readFile(csvOf(rows));
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Singapore', dateStyle: 'short' });
    return orders.map(({ placedAt }) => (placedAt === null ? null : date.format(placedAt)));
  };

  it('are day first or month first for the file as a whole', async () => {
    expect(await at('03/04/2026 10:00:00', '25/04/2026 10:00:00')).toEqual(['2026-04-03', '2026-04-25']);
    expect(await at('03/04/2026 10:00:00', '04/25/2026 10:00:00')).toEqual(['2026-03-04', '2026-04-25']);
    expect(await at('03/04/2026 10:00:00 AM')).toEqual(['2026-03-04']);
    expect(await at('03/04/2026 10:00:00')).toEqual(['2026-04-03']);
    expect(await at('2026/04/03', '2026-04-03 10:00:00')).toEqual(['2026-04-03', '2026-04-03']);
  });

  it('that could be two are unknown where the file contradicts itself', async () => {
    expect(await at('03/04/2026 10:00:00', '04/25/2026 10:00:00', '25/04/2026 10:00:00')).toEqual([
      null,
      '2026-04-25',
      '2026-04-25',
    ]);
  });

  it('that no calendar has are unknown, and said', async () => {
    const { orders, misses } = await readFile(csvOf([row({ 'Created Time': '31/02/2026 10:00:00' })]));
    expect(orders[0]?.placedAt).toBeNull();
    expect(misses).toContainEqual({ path: 'rows[].placedAt', expected: 'time', got: 'string' });
  });
});

describe('statuses', () => {
  it.each<[string, string, OrderStatus]>([
    ['To ship', 'Awaiting shipment', 'AWAITING_SHIPMENT'],
    ['To ship', 'Awaiting collection', 'AWAITING_COLLECTION'],
    ['To ship', 'On hold', 'ON_HOLD'],
    ['Shipped', 'In transit', 'IN_TRANSIT'],
    ['Shipped', 'Delivered', 'DELIVERED'],
    ['Shipped', '', 'IN_TRANSIT'],
    ['Delivered', 'Delivered', 'DELIVERED'],
    ['Completed', 'Completed', 'COMPLETED'],
    ['Completed', 'Delivered', 'COMPLETED'],
    ['Canceled', 'Canceled', 'CANCELLED'],
    ['Unpaid', '', 'UNPAID'],
    ['Perlu dikirim', 'Menunggu pengambilan', 'AWAITING_COLLECTION'],
    ['Dikirim', 'Sedang transit', 'IN_TRANSIT'],
    ['Selesai', 'Selesai', 'COMPLETED'],
    ['Dibatalkan', 'Dibatalkan', 'CANCELLED'],
    ['Belum dibayar', 'Belum dibayar', 'UNPAID'],
    ['ที่จะจัดส่ง', 'รอเข้ารับ', 'AWAITING_COLLECTION'],
    ['จัดส่งแล้ว', 'จัดส่งสำเร็จ', 'DELIVERED'],
    ['ยกเลิกแล้ว', '', 'CANCELLED'],
    ['Cancelado', '', 'CANCELLED'],
    ['Não pago', '', 'UNPAID'],
    ['Completado', '', 'COMPLETED'],
    ['Enviado', 'Entregado', 'DELIVERED'],
    ['Đã hủy', 'Đã hủy', 'CANCELLED'],
    ['Verschickt', 'Unterwegs', 'UNKNOWN'],
  ])('%s, %s is %s', async (status, substatus, wanted) => {
    const { orders, misses } = await readFile(
      csvOf([row({ 'Order Status': status, 'Order Substatus': substatus, Country: 'SG' })]),
    );
    expect(orders[0]?.status).toBe(wanted);
    expect(misses.some(({ path }) => path === 'rows[].status')).toBe(wanted === 'UNKNOWN');
  });

  it('keeps the label of what it does not know', async () => {
    const order = await first([row({ 'Order Status': 'Verschickt', 'Order Substatus': 'Unterwegs' })]);
    expect(order).toMatchObject({ stage: 'unknown', statusLabel: 'Verschickt (Unterwegs)' });
  });

  it('says a substatus that it does not know, and takes the status', async () => {
    const fields = { 'Order Status': 'Shipped', 'Order Substatus': 'On the moon', Country: 'SG' };
    const { orders, misses } = await readFile(csvOf([row(fields)]));
    expect(orders[0]).toMatchObject({ status: 'IN_TRANSIT', statusLabel: 'Shipped (On the moon)' });
    expect(misses).toEqual([{ path: 'rows[].substatus', expected: 'known label', got: 'string' }]);
  });

  it('is partly shipped when one row is on its way and another is not', async () => {
    const order = await first([
      row({ 'Order Status': 'Shipped', 'Order Substatus': 'In transit' }),
      row({ 'SKU ID': '172900000000000032' }),
    ]);
    expect(order).toMatchObject({
      status: 'PARTIALLY_SHIPPING',
      statusLabel: 'In transit, To ship',
    });
  });
});

describe('localized headers', () => {
  it.each([
    [
      'VN',
      ['Mã đơn hàng', 'Trạng thái đơn hàng', 'ID SKU', 'SKU người bán', 'Số lượng', 'Thời gian tạo'],
      ['577200000000000202', 'Đã hủy', '172900000000000033', 'LAMP-2', '3', '13/09/2026 08:00:00'],
    ],
    [
      'ID',
      ['ID Pesanan', 'Status Pesanan', 'ID SKU', 'SKU Penjual', 'Jumlah', 'Waktu Dibuat'],
      ['577200000000000202', 'Dibatalkan', '172900000000000033', 'LAMP-2', '3', '13/09/2026 08:00:00'],
    ],
  ])('%s', async (market, names, cells) => {
    const order = await first([Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))]);
    expect(order).toMatchObject({ id: '577200000000000202', market, status: 'CANCELLED' });
    expect(order?.items).toMatchObject([{ skuId: '172900000000000033', sellerSku: 'LAMP-2', quantity: 3 }]);
  });
});
