import { MARKETS } from './market.ts';
import { isCurrency, minorDigits, toMinor } from './money.ts';

/** An amount that a text names, in minor units of its currency (ISO 4217). */
export interface MoneyText {
  amountMinor: number;
  currency: string;
}

/** Signs that only one of the markets' currencies has. */
const CURRENCY_OF_SIGN = new Map([
  ['US$', 'USD'],
  ['$US', 'USD'],
  ['S$', 'SGD'],
  ['SG$', 'SGD'],
  ['$SG', 'SGD'],
  ['R$', 'BRL'],
  ['MX$', 'MXN'],
  ['$MX', 'MXN'],
  ['£', 'GBP'],
  ['£GB', 'GBP'],
  ['€', 'EUR'],
  ['RP', 'IDR'],
  ['RP.', 'IDR'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['Đ', 'VND'],
  ['RM', 'MYR'],
  ['₱', 'PHP'],
  ['円', 'JPY'],
  ['JP¥', 'JPY'],
]);
/** Signs that several currencies share: they mean the market's own, where it is one of these. */
const SHARED_SIGNS = new Map([
  ['$', new Set(['USD', 'SGD', 'MXN'])],
  ['¥', new Set(['JPY'])],
]);

// Whole amounts only: a dot or a comma before three digits groups them, whatever the language of the page.
const WHOLE = new Set(['IDR', 'VND', 'JPY']);
/** What stands between thousands where the market writes it; euro countries have both. */
const GROUPS: Readonly<Record<string, string>> = { BRL: '.', IDR: '.,', VND: '.,', JPY: '.,', EUR: '.,' };
const known = new Set([...MARKETS.map(({ currency }) => currency), ...Intl.supportedValuesOf('currency')]);

// No page needs as many for a price.
const MAX_CHARS = 64;
// Marks of writing direction; they have no width and mean nothing here.
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const PARTS = /^([^\d]*)(\d(?:[\d.,' ]*\d)?)([^\d]*)$/;

/**
 * "$62.89", "Rp 69.000", "1.234,56 €", "10.68 USD" -> the amount and its currency; a text without a sign, or with
 * one that several currencies share, means `currency`, the market's. Null for what can be read in two ways or none.
 */
export function readMoneyText(text: string, currency: string | null): MoneyText | null {
  if (text.length > MAX_CHARS) return null;
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').replace(/[−–]/g, '-').replace(/’/g, "'").trim();
  const [, before = '', digits, after = ''] = PARTS.exec(plain) ?? [];
  if (digits === undefined) return null;
  // A sign of subtraction stands before the number, on either side of the currency.
  const minus = before.replace(/[^-+]/g, '');
  if (minus.length > 1) return null;
  const own = currencyOf([before.replace(/[-+]/, ''), after], currency);
  const decimal = own === null ? null : decimalOf(digits, own);
  if (own === null || decimal === null) return null;
  const amountMinor = toMinor(`${minus === '-' ? '-' : ''}${decimal}`, own);
  return amountMinor === null ? null : { amountMinor, currency: own };
}

/** The currency that the words around a number name together, or null when they name another thing or two. */
function currencyOf(words: string[], market: string | null): string | null {
  const signs = words.map((word) => word.trim()).filter((word) => word !== '');
  if (signs.length === 0) return market;
  const named = new Set(signs.map((sign) => currencyOfSign(sign.toUpperCase(), market)));
  const [only = null] = named;
  return named.size === 1 ? only : null;
}

function currencyOfSign(sign: string, market: string | null): string | null {
  const own = CURRENCY_OF_SIGN.get(sign);
  if (own) return own;
  if (isCurrency(sign)) return known.has(sign) ? sign : null;
  return market !== null && SHARED_SIGNS.get(sign)?.has(market) ? market : null;
}

/** Digits as a market writes them -> a plain decimal ("1.234,56" -> "1234.56"), or null. */
function decimalOf(digits: string, currency: string): string | null {
  const marks = digits.replace(/\d/g, '');
  if (marks === '') return digits;
  const last = marks.slice(-1);
  const at = digits.lastIndexOf(last);
  const isOnce = marks.indexOf(last) === marks.length - 1;
  const fraction = digits.slice(at + 1);
  const isDecimal = isOnce && (last === '.' || last === ',') && isFraction(marks, fraction, currency);
  if (isDecimal) {
    const whole = ungroup(digits.slice(0, at));
    return whole === null ? null : `${whole}.${fraction}`;
  }
  // One mark before three digits: thousands only where the currency's market groups with it.
  const isGroup = marks.length > 1 || !'.,'.includes(last) || (GROUPS[currency] ?? ',').includes(last);
  return isGroup && minorDigits(currency) < 3 ? ungroup(digits) : null;
}

function isFraction(marks: string, fraction: string, currency: string): boolean {
  if (fraction.length !== 3) return fraction.length <= 2 && !(WHOLE.has(currency) && /[1-9]/.test(fraction));
  return marks.length > 1 && minorDigits(currency) === 3;
}

/** "1,234,567" -> "1234567"; null unless one and the same mark stands before every three digits. */
function ungroup(digits: string): string | null {
  if (/^\d+$/.test(digits)) return digits;
  return /^[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(digits) ? digits.replace(/\D/g, '') : null;
}
