import { isCurrency, minorDigits, toMinor } from '../../model/money.ts';
import { type Cell, cellText } from './seller-table.ts';

/** What an amount cell says: digits and separators, the sign, and the currency where it names one. */
export interface AmountText {
  number: string;
  currency: string | null;
  /** A spreadsheet's own number: its point stands before the decimals, whatever the currency. */
  isPlain: boolean;
}

// Signs that name one currency; "$" names several.
const SIGNS: Readonly<Record<string, string>> = {
  Rp: 'IDR',
  '₫': 'VND',
  đ: 'VND',
  '฿': 'THB',
  RM: 'MYR',
  '₱': 'PHP',
  R$: 'BRL',
  S$: 'SGD',
  '£': 'GBP',
  '€': 'EUR',
};

/** Currencies of the markets that write a comma before the decimals and a point between thousands. */
export const DECIMAL_COMMA: ReadonlySet<string> = new Set(['BRL', 'EUR', 'IDR', 'VND']);

/** Splits "BRL 35,91" or "-1,234.56" into its number and its currency; undefined for what is no amount. */
export function readAmount(cell: Cell | undefined): AmountText | undefined {
  // A spreadsheet's number carries the noise of binary fractions: 35.910000000000004.
  if (typeof cell === 'number') return { number: plainNumber(cell), currency: null, isPlain: true };
  const text = cellText(cell).replace('−', '-');
  const match = /^(-?)\s*([^\d.,\s-]*)\s*(-?)\s*(\d[\d.,]*)\s*([^\d.,\s-]*)$/u.exec(text);
  if (!match) return undefined;
  const [, outer = '', before = '', inner = '', digits = '', after = ''] = match;
  const sign = outer !== '' || inner !== '' ? '-' : '';
  const name = before || after;
  if (name === '' || name === '$') return { number: sign + digits, currency: null, isPlain: false };
  const currency = isCurrency(name) ? name : SIGNS[name];
  return currency === undefined ? undefined : { number: sign + digits, currency, isPlain: false };
}

function plainNumber(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text.includes('e') ? 'none' : text;
}

/**
 * An amount in minor units of a currency; null when the digits can be read in no way or in two. "35,91" and
 * "1.234,56" tell by themselves; of "1.234" the currency's own way of writing decides.
 */
export function amountMinorOf({ number, isPlain }: AmountText, currency: string): number | null {
  if (isPlain) return toMinor(number, currency);
  const decimal = decimalSign(number, currency);
  if (decimal === undefined) return null;
  const [whole = '', fraction, ...more] = decimal === '' ? [number] : number.split(decimal);
  if (more.length > 0) return null;
  const plain = withoutGroups(whole);
  return plain === undefined
    ? null
    : toMinor(fraction === undefined ? plain : `${plain}.${fraction}`, currency);
}

/** The sign before the decimals: "." or ",", "" for none, undefined when the number is written in no known way. */
function decimalSign(number: string, currency: string): '.' | ',' | '' | undefined {
  const points = number.split('.').length - 1;
  const commas = number.split(',').length - 1;
  if (points > 0 && commas > 0) {
    if (points > 1 && commas > 1) return undefined;
    return number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
  }
  if (points + commas === 0 || points + commas > 1) return '';
  const sign = points === 1 ? '.' : ',';
  const isGroup = /[.,]\d{3}$/.test(number);
  if (!isGroup || minorDigits(currency) === 3) return sign;
  return (sign === ',') === DECIMAL_COMMA.has(currency) ? sign : '';
}

/** "1.234.567" -> "1234567"; undefined when the groups are no thousands, as in "0.300". */
function withoutGroups(whole: string): string | undefined {
  if (/^-?\d+$/.test(whole)) return whole;
  return /^-?[1-9]\d{0,2}([.,]\d{3})+$/.test(whole) ? whole.replace(/[.,]/g, '') : undefined;
}
