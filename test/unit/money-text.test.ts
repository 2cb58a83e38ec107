import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MARKETS } from '../../lib/model/market.ts';
import { MAX_AMOUNT_MINOR, minorDigits } from '../../lib/model/money.ts';
import { readMoneyText } from '../../lib/model/money-text.ts';

test.each([
  ['$62.89', 'USD', 6289, 'USD'],
  ['-$5.00', 'USD', -500, 'USD'],
  ['$-5.00', 'USD', -500, 'USD'],
  ['- $5.00', 'USD', -500, 'USD'],
  ['−$5.00', 'USD', -500, 'USD'],
  ['+$5.00', 'USD', 500, 'USD'],
  ['$0.00', 'USD', 0, 'USD'],
  ['$1,234.56', 'USD', 123456, 'USD'],
  ['$1,234', 'USD', 123400, 'USD'],
  ['$12.5', 'USD', 1250, 'USD'],
  ['US$12.50', 'SGD', 1250, 'USD'],
  ['10.68 USD', null, 1068, 'USD'],
  ['USD 10.68', null, 1068, 'USD'],
  ['10.68', 'USD', 1068, 'USD'],
  ['Rp 69.000', 'IDR', 6_900_000, 'IDR'],
  ['Rp69.000', 'IDR', 6_900_000, 'IDR'],
  ['Rp69,000', 'IDR', 6_900_000, 'IDR'],
  ['Rp 1.234.567', null, 123_456_700, 'IDR'],
  ['69.000', 'IDR', 6_900_000, 'IDR'],
  ['Rp 69.000,00', 'IDR', 6_900_000, 'IDR'],
  ['1.234,56 €', 'EUR', 123_456, 'EUR'],
  ['1 234,56 €', 'EUR', 123_456, 'EUR'],
  ['€1,234.56', 'EUR', 123_456, 'EUR'],
  ['12,5 €', 'EUR', 1250, 'EUR'],
  ['₫23.300', 'VND', 23_300, 'VND'],
  ['23.300₫', 'VND', 23_300, 'VND'],
  ['23.300 đ', null, 23_300, 'VND'],
  ['₫23,300', 'VND', 23_300, 'VND'],
  ['RM12.50', 'MYR', 1250, 'MYR'],
  ['S$8.90', 'USD', 890, 'SGD'],
  ['$8.90', 'SGD', 890, 'SGD'],
  ['$1,299.00', 'MXN', 129_900, 'MXN'],
  ['R$ 1.299,90', 'BRL', 129_990, 'BRL'],
  ['R$1.299', 'BRL', 129_900, 'BRL'],
  ['฿31.42', 'THB', 3142, 'THB'],
  ['₱217.43', 'PHP', 21_743, 'PHP'],
  ['£72.99', 'GBP', 7299, 'GBP'],
  ['¥1,280', 'JPY', 1280, 'JPY'],
  ['¥1,280', 'JPY', 1280, 'JPY'],
  ['1,280円', null, 1280, 'JPY'],
  ['CHF 1’234.50', null, 123_450, 'CHF'],
])('%j where %s is usual is %d %s', (text, market, amountMinor, currency) => {
  expect(readMoneyText(text, market)).toEqual({ amountMinor, currency });
});

test.each([
  // A sign that several currencies share, and no market to tell which.
  ['$62.89', null],
  ['$62.89', 'EUR'],
  ['¥1,280', 'SGD'],
  ['62.89', null],
  // Three digits after a mark that is the market's decimal mark.
  ['$1.234', 'USD'],
  ['R$1,234', 'BRL'],
  ['1.234 KWD', 'KWD'],
  // More decimals than the currency has.
  ['¥12.50', 'JPY'],
  ['₫23.30', 'VND'],
  ['$1.2345', 'USD'],
  // No groups of three, or two kinds of them.
  ['$1,23,456.00', 'USD'],
  ['$1.234,567.00', 'USD'],
  ['$0,123.00', 'USD'],
  ['1 234.567,00 €', 'EUR'],
  // Two currencies, unknown words, more than one number.
  ['US$ 5.00 EUR', 'USD'],
  ['可省 RM23.79', 'MYR'],
  ['from $5.00', 'USD'],
  ['$5.00 - $7.00', 'USD'],
  ['($5.00)', 'USD'],
  ['--$5.00', 'USD'],
  ['99%', 'USD'],
  ['5.00 XQQ', 'USD'],
  ['Free', 'USD'],
  ['', 'USD'],
  ['$', 'USD'],
  ['$99,999,999,999.00', 'USD'],
  [`$${'1'.repeat(100_000)}`, 'USD'],
])('%j where %s is usual can not be told', (text, market) => {
  expect(readMoneyText(text, market)).toBeNull();
});

const LOCALES =
  'en-US en-GB en-IE en-SG de-DE es-ES es-MX fr-FR it-IT id-ID th-TH vi-VN ms-MY fil-PH pt-BR ja-JP'.split(
    ' ',
  );

describe('what a browser writes', () => {
  const currencies = [...new Set(MARKETS.map(({ currency }) => currency))];
  const amount = fc.integer({ min: -MAX_AMOUNT_MINOR / 1000, max: MAX_AMOUNT_MINOR / 1000 });

  it('is read to the same amount, in every language and currency of the markets', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.constantFrom(...currencies),
        amount,
        (locale, currency, minor) => {
          // Rupiah are written without decimals by some browsers: whole ones read the same in all.
          const amountMinor = currency === 'IDR' ? minor - (minor % 100) : minor;
          const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
          const text = format.format(amountMinor / 10 ** minorDigits(currency));
          expect(readMoneyText(text, currency), text).toEqual({ amountMinor: amountMinor + 0, currency });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is the same with the code in place of the sign, and without a market', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.constantFrom(...currencies),
        amount,
        (locale, currency, minor) => {
          const amountMinor = currency === 'IDR' ? minor - (minor % 100) : minor;
          const format = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay: 'code',
          });
          const text = format.format(amountMinor / 10 ** minorDigits(currency));
          expect(readMoneyText(text, null), text).toEqual({ amountMinor: amountMinor + 0, currency });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never throws, and never tells an amount of a text without digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(...currencies),
        (text, currency) => {
          const money = readMoneyText(text, currency);
          if (!/\d/.test(text.normalize('NFKC'))) expect(money).toBeNull();
        },
      ),
    );
  });
});
