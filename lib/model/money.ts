/** No order costs more than this, in any currency; what says so is not read as an amount. */
export const MAX_AMOUNT_MINOR = 1e12;

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/;

// ISO 4217, amendment 176: the currencies whose minor unit is not a hundredth. The platform's own table can't be
// used: Chromium formats IDR, COP, HUF and IQD without decimals where Firefox has 2 (IQD 3), and one order must
// be the same number in both.
const DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
const digitsByCurrency = new Map(
  Object.entries(DIGITS).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)])),
);

/** Decimal places of a currency's minor unit (ISO 4217). */
export function minorDigits(currency: string): number {
  return digitsByCurrency.get(currency) ?? 2;
}

/** "82.00" USD -> 8200; exact. Null for what is no plain decimal, or has more places than the currency. */
export function toMinor(decimal: string, currency: string): number | null {
  const match = DECIMAL.exec(decimal.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = minorDigits(currency);
  // "584901.00" VND: places beyond the minor unit are fine while they are zeros, else the amount is unknown.
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const minor = Number(`${sign}${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  return Math.abs(minor) <= MAX_AMOUNT_MINOR ? minor + 0 : null;
}

/** Whether the text is a currency code that the platform can format (three letters). */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** 8200 USD -> "$82.00", as `Intl.NumberFormat` writes it in the locale (default: the browser's). */
export function formatMoney(amountMinor: number, currency: string, locale?: string): string {
  const key = `${currency} ${locale ?? ''}`;
  let format = moneyFormats.get(key);
  if (!format) {
    // Making a formatter takes longer than writing a hundred amounts with it.
    format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    moneyFormats.set(key, format);
  }
  return format.format(amountMinor / 10 ** minorDigits(currency));
}
