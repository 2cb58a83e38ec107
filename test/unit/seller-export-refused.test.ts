import { describe, expect, it } from 'vitest';
import { csvOf, type Row, readFile, usRow } from '../fixtures/seller-export/build.ts';

const read = async (rows: readonly Row[]) => readFile(csvOf(rows));

describe('what a file must not be', () => {
  it.each([
    [
      'without the order ids',
      csvOf([usRow()].map(({ 'Order ID': _, ...row }) => row)),
      /^This is a Seller Center order export, but its column "Order ID" is missing: /,
    ],
    [
      'with ids that a spreadsheet shortened',
      csvOf([usRow(), usRow({ 'Order ID': '5.77E+17' })]),
      /^Row 3 has the number 5\.77E\+17: a spreadsheet shortened it/,
    ],
    [
      'with ids that a spreadsheet rounded',
      csvOf([usRow({ 'Order ID': '577100000000000000' }), usRow({ 'Order ID': '577100000000001000' })]),
      /^Row 2 has the number 577100000000000000/,
    ],
    [
      'cut short within a row',
      csvOf([usRow(), usRow()]).slice(0, -120),
      /^This file ends in the middle of row 3: it was cut short\./,
    ],
    ['cut short within quotation marks', `${csvOf([usRow()])}"5771`, /^Row 3 of this file never ends: /],
    [
      'in another encoding',
      new Uint8Array([...new TextEncoder().encode(csvOf([usRow()])), 0xe9, 0x0a]),
      /is not in UTF-8 at/,
    ],
  ])('%s', async (_name, content, message) => {
    await expect(readFile(content)).rejects.toThrow(message);
  });

  it('takes one id that ends in zeros for what it is', async () => {
    const { orders } = await read([usRow({ 'Order ID': '577100000000000000' }), usRow()]);
    expect(orders.map(({ id }) => id)).toEqual(['577100000000000000', '577100000000000101']);
  });

  it('leaves the id of a SKU unknown that was shortened', async () => {
    const { orders, misses } = await read([usRow({ 'SKU ID': '1.73E+18' })]);
    expect(orders[0]?.items[0]?.skuId).toBeNull();
    expect(misses).toEqual([
      { path: 'rows[].skuId', expected: 'id with all digits', got: 'rounded by a spreadsheet' },
    ]);
  });

  it('is no other table with an order id', async () => {
    const shop = csvOf([
      { 'Order ID': '1', Email: 'a@b.invalid', Total: '3.00', 'Created at': '2026-01-01' },
    ]);
    await expect(readFile(shop)).rejects.toThrow('Nobody reads');
  });
});
