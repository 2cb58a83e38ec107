import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney, isCurrency, minorDigits, toMinor } from '../../lib/model/money.ts';

const DIGITS: readonly (readonly [currency: string, digits: number])[] = [
  ['USD', 2],
  ['BRL', 2],
  ['IDR', 2],
  ['THB', 2],
  ['VND', 0],
  ['JPY', 0],
  ['KRW', 0],
  ['KWD', 3],
  ['BHD', 3],
  ['CLF', 4],
];

test.each(DIGITS)('%s has %i decimal places', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test.each([
  ['82.00', 'USD', 8200],
  ['82', 'USD', 8200],
  ['82.5', 'USD', 8250],
  ['0.01', 'USD', 1],
  ['0', 'USD', 0],
  [' 7.10 ', 'USD', 710],
  ['-12.34', 'USD', -1234],
  ['584901.00', 'VND', 584901],
  ['584901', 'VND', 584901],
  ['1280', 'JPY', 1280],
  ['15000', 'IDR', 1500000],
  ['15000.5', 'IDR', 1500050],
  ['1.234', 'KWD', 1234],
  ['1.2340', 'KWD', 1234],
  ['1.5', 'KWD', 1500],
  // No order costs more than ten thousand million: sums of many orders must stay exact.
  ['10000000000.00', 'USD', 1_000_000_000_000],
  ['10000000000.01', 'USD', null],
  ['90071992547409.91', 'USD', null],
  ['9007199254740991', 'JPY', null],
  ['1000000000000', 'JPY', 1_000_000_000_000],
])('%j %s is %j in minor units', (text, currency, minor) => {
  expect(toMinor(text, currency)).toBe(minor);
});

test.each([
  '1,234.56',
  '1.234,56',
  '1e3',
  '1E3',
  '1e+21',
  'Infinity',
  '-Infinity',
  'NaN',
  '',
  ' ',
  '.5',
  '5.',
  '+5',
  '--5',
  '0x10',
  '5 000',
  '$5',
  '539.310₫',
  '٥',
  '1_000',
  '1\n2',
])('%j is no amount', (text) => {
  expect(toMinor(text, 'USD')).toBeNull();
});

test('places beyond the minor unit are read while they are zeros', () => {
  expect(toMinor('1.000', 'USD')).toBe(100);
  expect(toMinor('1.001', 'USD')).toBeNull();
  expect(toMinor('10.5', 'VND')).toBeNull();
  expect(toMinor('10.50', 'JPY')).toBeNull();
});

test('more than a safe integer is unknown, not rounded', () => {
  expect(toMinor('90071992547409.92', 'USD')).toBeNull();
  expect(toMinor('999999999999999.99', 'USD')).toBeNull();
  expect(toMinor('9'.repeat(40), 'USD')).toBeNull();
});

test('nothing is minus zero', () => {
  expect(Object.is(toMinor('-0.00', 'USD'), 0)).toBe(true);
  expect(Object.is(toMinor('-0', 'VND'), 0)).toBe(true);
});

/** Decimal text of minor units, by text alone. */
function decimalOf(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}

test('every decimal is exact, whatever the currency', () => {
  const minor = fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n });
  fc.assert(
    fc.property(minor, fc.constantFrom(...DIGITS), fc.nat(5), (value, [currency, digits], zeros) => {
      const text = decimalOf(value, digits);
      const padded = zeros === 0 ? text : `${text}${digits === 0 ? '.' : ''}${'0'.repeat(zeros)}`;
      const read = toMinor(padded, currency);
      expect(read === null ? null : BigInt(read)).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

test('any text is a safe integer or nothing', () => {
  const text = fc.oneof(fc.string(), fc.double().map(String), fc.bigInt().map(String));
  fc.assert(
    fc.property(text, fc.constantFrom(...DIGITS), (value, [currency]) => {
      const read = toMinor(value, currency);
      expect(read === null || Number.isSafeInteger(read)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a currency is three capital letters', () => {
  expect(['USD', 'VND', 'XXX'].every(isCurrency)).toBe(true);
  expect(['usd', 'US', 'USDT', '', 'U$D', 'ＵＳＤ', '__p'].some(isCurrency)).toBe(false);
});

test.each([
  [8200, 'USD', '$82.00'],
  [-8200, 'USD', '-$82.00'],
  [539310, 'VND', '₫539,310'],
  [1280, 'JPY', '¥1,280'],
  [0, 'USD', '$0.00'],
])('%i %s is written as %s', (minor, currency, text) => {
  expect(formatMoney(minor, currency, 'en-US')).toBe(text);
});

test('a currency whose platform table differs keeps its value', () => {
  const digits = formatMoney(1500050, 'IDR', 'en-US').replace(/[^\d.]/g, '');
  expect(Math.round(Number(digits))).toBe(15001);
});
