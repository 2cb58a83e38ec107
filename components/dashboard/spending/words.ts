import type { Period } from '../../../lib/history/read/spending.ts';
import { formatMoney } from '../../../lib/model/money.ts';

/** A month ("2026-11") in words: "November 2026", or "Nov" in short. */
export function monthWords(month: string, look: 'long' | 'short' | 'name' = 'long'): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const options = {
    long: { month: 'long', year: 'numeric' },
    short: { month: 'short' },
    name: { month: 'long' },
  } as const;
  return new Intl.DateTimeFormat(undefined, { ...options[look], timeZone: 'UTC' }).format(
    Date.UTC(year, number - 1, 1),
  );
}

/** What a period is called: "November 2026", "2026", "all time". */
export function periodWords(period: Period): string {
  if (period.kind === 'month') return monthWords(period.month);
  return period.kind === 'year' ? period.year : 'all time';
}

/** A share in words: "7.4 %"; "<0.1 %" for what would round to nothing. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1 %';
  return `${(share * 100).toLocaleString(undefined, { maximumFractionDigits: 1 })} %`;
}

/** A difference with its sign: "+$84.00", "−$12.00". */
export function signedMoney(amountMinor: number, currency: string): string {
  const sign = amountMinor > 0 ? '+' : amountMinor < 0 ? '−' : '';
  return sign + formatMoney(Math.abs(amountMinor), currency);
}

/** An amount for the scale of a chart, where there is little room: "$1.2K". */
export function shortMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency, notation: 'compact' }).format(
    amount,
  );
}

/** A shop's name, or what to call those that have none. */
export function sellerWords(name: string): string {
  return name === '' ? 'Shop not known' : name;
}
