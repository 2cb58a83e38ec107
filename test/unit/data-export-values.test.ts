import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentId, priceOf, statusOf, utcTime } from '../../lib/sources/files/data-export/values.ts';
import { isSpreadsheetId } from '../../lib/sources/files/order-id.ts';

describe('what an export says', () => {
  test.each([
    ['10.68 USD', 1068, 'USD'],
    ['USD 1,234.56', 123_456, 'USD'],
    ['1.234,56 EUR', 123_456, 'EUR'],
    ['€12,50', 1250, 'EUR'],
    ['12,5 EUR', 1250, 'EUR'],
    ['29.900 VND', 29_900, 'VND'],
    ['29900 VND', 29_900, 'VND'],
    ['1.234.567 ₫', 1_234_567, 'VND'],
    ['Rp29.900', 2_990_000, 'IDR'],
    ['RM 1 234.50', 123_450, 'MYR'],
    ['£0.99', 99, 'GBP'],
    ['1,200 JPY', 1200, 'JPY'],
    ['0.500 USD', 50, 'USD'],
    ['1,234 USD', 123_400, 'USD'],
    ['0.00 USD', 0, 'USD'],
  ])('%s is %d of %s', (text, amountMinor, currency) => {
    expect(priceOf(text)).toEqual({ amountMinor, currency });
  });

  test.each([
    '10.68',
    '$10.68',
    '¥1200',
    '1.234 KWD',
    '10.68 usd',
    'USD 5 EUR',
    '1.2.3 USD',
    '-5 USD',
    'free',
    '',
    '29.95 VND',
    '10.680 USD',
    '1.234 EUR',
    '12,500 EUR',
    '012,345 USD',
    `${' '.repeat(9999)}1 USD`.repeat(9),
  ])('what %j costs is unknown', (text) => {
    expect(priceOf(text)).toBeNull();
  });

  test('any amount that is written plainly is read exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (cents) => {
        const plain = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} EUR`;
        expect(priceOf(plain)?.amountMinor).toBe(cents);
        const german = new Intl.NumberFormat('de', { minimumFractionDigits: 2 }).format(cents / 100);
        expect(priceOf(`${german} EUR`)?.amountMinor).toBe(cents);
      }),
    );
  });

  test('times are UTC', () => {
    for (const text of [
      '2026-03-17 18:15:24',
      '2026-03-17 18:15:24 +0000 UTC',
      '2026-03-17T18:15:24Z',
      ' 2026-03-17 18:15:24 UTC',
    ])
      expect(utcTime(text)).toBe(Date.UTC(2026, 2, 17, 18, 15, 24));
    for (const text of [
      '2026-03-17',
      '17/03/2026 18:15:24',
      '2026-13-01 00:00:00',
      '1969-12-31 00:00:00',
      '2026-03-17 18:15:24 +0200',
    ])
      expect(utcTime(text)).toBeNull();
  });

  test('statuses are known by their word', () => {
    const words = [
      'Completed',
      'CANCELED',
      'Cancelled',
      'In transit',
      'to_ship',
      'Voltooid',
      'Geannuleerd',
      'Refund issued',
      '',
    ];
    expect(words.map(statusOf)).toEqual([
      'COMPLETED',
      'CANCELLED',
      'CANCELLED',
      'IN_TRANSIT',
      'AWAITING_SHIPMENT',
      'COMPLETED',
      'CANCELLED',
      'UNKNOWN',
      'UNKNOWN',
    ]);
  });

  test('ids that a spreadsheet shortened are told from others', () => {
    expect(['5.77E+17', '5,77313E+17', '5.77312748301928E17'].map(isSpreadsheetId)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['577312748301928466', 'E-17', '5.77', ''].map(isSpreadsheetId)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('an id made of content tells where one part ends', async () => {
    expect(await contentId(['a', 'b'])).not.toBe(await contentId(['ab', '']));
    expect(await contentId(['a', null])).toMatch(/^[0-9a-f]{32}$/);
  });
});
