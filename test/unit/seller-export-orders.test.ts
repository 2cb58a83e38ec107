import { describe, expect, it } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { csvOf, type Row, readFile, SEEN_AT, usRow } from '../fixtures/seller-export/build.ts';

const read = async (rows: readonly Row[], name?: string) => readFile(csvOf(rows), name);
const one = async (fields: Row = {}, name?: string) => {
  const { orders } = await read([usRow(fields)], name);
  expect(orders).toHaveLength(1);
  return orders[0];
};

describe('an order export', () => {
  it('is one order of each id, with all that its columns tell', async () => {
    const result = await read([usRow()]);
    expect(result.sourceId).toBe('files/seller-orders-csv');
    expect(result.misses).toEqual([]);
    expect(result.brokenCount).toBe(0);
    expect(result.orders).toMatchObject([
      {
        id: '577100000000000101',
        role: 'seller',
        account: 'file:Corner shop',
        market: 'US',
        currency: 'USD',
        status: 'IN_TRANSIT',
        stage: 'shipped',
        statusLabel: 'In transit',
        placedAt: Date.parse('2026-10-14T09:05:06-07:00'),
        paidAt: Date.parse('2026-10-14T09:06:00-07:00'),
        shippedAt: Date.parse('2026-10-15T12:00:01-07:00'),
        deliveredAt: null,
        cancelledAt: null,
        amounts: {
          total: 2875,
          items: 2200,
          shipping: 499,
          tax: 176,
          sellerDiscount: 200,
          platformDiscount: 100,
          refunded: 0,
        },
        counterparty: 'p*******9',
        items: [
          {
            productId: null,
            skuId: '172900000000000011',
            sellerSku: 'MUG-BLUE',
            name: 'Enamel mug, "camp" blue',
            variation: 'Blue',
            quantity: 2,
            unitPrice: 1250,
            total: 2200,
            lineIds: [],
          },
        ],
        packages: [
          { id: '115200000000000021', trackingNumber: '9400100000000000000011', carrier: 'USPS', events: [] },
        ],
        returns: [],
        paymentMethod: 'Credit card',
        isPreOrder: false,
        hasBuyerNote: false,
        sources: [{ id: 'files/seller-orders-csv', seenAt: SEEN_AT }],
      },
    ]);
  });

  it('keeps no recipient, phone, address or message', async () => {
    const order = await one({ 'Buyer Message': 'Please ring twice' });
    expect(order?.hasBuyerNote).toBe(true);
    expect(JSON.stringify(order)).not.toMatch(/Invented|555|Nowhere|ring twice/);
  });

  it('counts the amounts that every row repeats once, and adds up those of the SKUs', async () => {
    const { orders } = await read([
      usRow(),
      usRow({ 'Order ID': '577100000000000102' }),
      usRow({
        'SKU ID': '172900000000000012',
        'Seller SKU': 'MUG-RED',
        Variation: 'Red',
        'SKU Subtotal After Discount': '12.50',
        'SKU Seller Discount': '0.50',
      }),
    ]);
    expect(orders.map(({ id }) => id)).toEqual(['577100000000000101', '577100000000000102']);
    expect(orders[0]?.items.map(({ sellerSku }) => sellerSku)).toEqual(['MUG-BLUE', 'MUG-RED']);
    expect(orders[0]?.amounts).toMatchObject({
      total: 2875,
      items: 3450,
      shipping: 499,
      sellerDiscount: 250,
      platformDiscount: 200,
    });
  });

  it('counts a row once that stands twice, and joins rows of one SKU that differ', async () => {
    const { orders } = await read([
      usRow(),
      usRow(),
      usRow({ Quantity: '1', 'SKU Unit Original Price': '0', 'SKU Subtotal After Discount': '0' }),
    ]);
    expect(orders[0]?.items).toMatchObject([{ quantity: 3, unitPrice: null, total: 2200 }]);
  });

  it('leaves an amount unknown that the rows of an order tell differently', async () => {
    const { orders, misses } = await read([
      usRow(),
      usRow({ 'SKU ID': '172900000000000012', 'Order Amount': '30.00' }),
    ]);
    expect(orders[0]?.amounts).toMatchObject({ total: null, shipping: 499 });
    expect(misses).toContainEqual({
      path: 'rows[].total',
      expected: 'one value for all rows of an order',
      got: 'several',
    });
  });

  it('leaves a sum unknown of which a part is, and what has no column', async () => {
    const rows = [usRow(), usRow({ 'SKU ID': '172900000000000012', 'SKU Seller Discount': '' })];
    const without = rows.map(({ Taxes, 'Order Refund Amount': _, ...row }) => row);
    const { orders } = await read(without);
    expect(orders[0]?.amounts).toMatchObject({
      sellerDiscount: null,
      tax: null,
      refunded: null,
      items: 4400,
    });
  });

  it('takes the discounts off the goods where the file does not', async () => {
    const { 'SKU Subtotal After Discount': _, ...row } = usRow();
    expect((await read([row])).orders[0]?.amounts.items).toBe(2200);
    expect((await read([{ ...row, 'SKU Seller Discount': '' }])).orders[0]?.amounts.items).toBeNull();
  });

  it('leaves sums unknown that are more than any order comes to', async () => {
    const absurd = {
      'SKU Subtotal After Discount': '9999999999.99',
      'SKU Seller Discount': '-9999999999.99',
    };
    const { orders, misses } = await read([
      usRow(absurd),
      usRow({ ...absurd, Variation: 'Red', 'SKU ID': '172900000000000012' }),
      usRow({ ...absurd, Quantity: '3' }),
    ]);
    expect(Order.safeParse(orders[0]).success).toBe(true);
    expect(orders[0]?.amounts).toMatchObject({ total: 2875, items: null, sellerDiscount: null });
    expect(orders[0]?.items.map(({ total }) => total)).toEqual([null, 999_999_999_999]);
    expect(misses).toContainEqual({ path: 'rows[].skuTotal', expected: 'the sum of an order', got: 'more' });
  });

  it('takes the parcels apart', async () => {
    const { orders } = await read([
      usRow({ 'Shipped Time': '10/16/2026 08:00:00 AM', 'Delivered Time': '10/18/2026 08:00:00 AM' }),
      usRow({
        'SKU ID': '172900000000000012',
        'Package ID': '115200000000000022',
        'Tracking ID': '9400100000000000000012',
        'Delivered Time': '10/20/2026 08:00:00 AM',
      }),
    ]);
    expect(orders[0]?.packages.map(({ id, trackingNumber }) => [id, trackingNumber])).toEqual([
      ['115200000000000021', '9400100000000000000011'],
      ['115200000000000022', '9400100000000000000012'],
    ]);
    expect(orders[0]?.shippedAt).toBe(Date.parse('2026-10-15T12:00:01-07:00'));
    expect(orders[0]?.deliveredAt).toBe(Date.parse('2026-10-20T08:00:00-07:00'));
  });

  it('tells a refund by its label and its amount, and no open request', async () => {
    const refunded = await one({
      'Order Status': 'Completed',
      'Order Substatus': 'Completed',
      'Cancelation/Return Type': 'Return/Refund',
      'Sku Quantity of return': '2',
      'Order Refund Amount': '28.75',
    });
    expect(refunded).toMatchObject({
      status: 'COMPLETED',
      stage: 'returned',
      amounts: { refunded: 2875 },
      returns: [{ id: 'export', type: 'RETURN_AND_REFUND', status: 'COMPLETE', amount: 2875 }],
    });
    expect((await one({ 'Cancelation/Return Type': 'Return/Refund' }))?.returns).toEqual([]);
    expect((await one({ 'Cancelation/Return Type': 'Cancel' }))?.returns).toEqual([]);
  });

  it('executes nothing that stands in a cell', async () => {
    const name = '=HYPERLINK("http://x.invalid";"<img src=x onerror=alert(1)>")';
    expect((await one({ 'Product Name': name }))?.items[0]?.name).toBe(name);
  });
});

describe('how a file is written', () => {
  const plain = [usRow(), usRow({ 'Order ID': '577100000000000102' })];

  it.each([
    ['a byte order mark', { hasMark: true }],
    ['a row of descriptions', { hasDescriptions: true }],
    ['tabs between the cells', { delimiter: '\t' }],
    ['semicolons', { delimiter: ';' }],
    ['Windows line ends', { newline: '\r\n' }],
    ['all at once', { hasMark: true, hasDescriptions: true, delimiter: ';', newline: '\r\n' }],
  ] as const)('%s changes nothing', async (_name, how) => {
    const rows = how && 'delimiter' in how && how.delimiter === '\t' ? plain.map(withoutTabs) : plain;
    const written = await readFile(csvOf(rows, how));
    const { orders } = await readFile(csvOf(plain));
    expect(written).toMatchObject({ orders, brokenCount: 0, misses: [] });
  });

  it('reads a header by its names, in any order and spelling', async () => {
    const spelled = plain.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .reverse()
          .map(([name, value]) => [
            name === 'Cancelled Time'
              ? 'Canceled Time'
              : name === 'Cancelation/Return Type'
                ? ' cancellation / return type '
                : name.toUpperCase(),
            value,
          ]),
      ),
    );
    expect((await read(spelled)).orders).toEqual((await read(plain)).orders);
  });

  it('counts and says a row that is none, and reads the rest', async () => {
    const { orders, brokenCount, misses } = await read([
      ...plain,
      usRow({ 'Order ID': 'Total of the month' }),
      usRow({ 'Order ID': 'Total of all months' }),
      usRow({ 'Order ID': '577100000000000103' }),
    ]);
    expect(orders).toHaveLength(3);
    expect(brokenCount).toBe(2);
    expect(misses.filter(({ path }) => path === 'rows[].orderId')).toEqual([
      { path: 'rows[].orderId', expected: 'id', got: 'something else' },
    ]);
  });

  it('reads two exports that stand one below the other', async () => {
    const second = usRow({ 'Order ID': '577100000000000103' });
    const { orders, brokenCount } = await readFile(csvOf(plain) + csvOf([second]));
    expect(orders.map(({ id }) => id.slice(-3))).toEqual(['101', '102', '103']);
    expect(brokenCount).toBe(0);
  });

  it('tells which columns nobody reads when one is gone', async () => {
    const { misses } = await read(
      plain.map(({ 'Order Amount': total, ...row }) => ({ ...row, 'Order Grand Total': total ?? null })),
    );
    expect(misses).toEqual([
      { path: 'rows[].total', expected: 'column', got: 'absent' },
      { path: 'rows[].Order_Grand_Total', expected: 'nothing', got: 'unread' },
    ]);
  });
});

function withoutTabs(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value).trim()]));
}
