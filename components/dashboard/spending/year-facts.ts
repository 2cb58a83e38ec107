import type { YearInCurrency } from '../../../lib/history/read/spending-year.ts';
import { netMinor, shareOf } from '../../../lib/insights/spending.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { missingWords } from '../../shared/missing-words.ts';
import { counted } from '../../shared/words.ts';
import { monthWords, sellerWords } from './words.ts';

/** A year in words, the same on the page and in the picture: totals and, where wanted, shops; no order. */
export interface YearFacts {
  title: string;
  blocks: YearBlock[];
}

/** The year in one currency. */
export interface YearBlock {
  currency: string;
  net: string;
  /** "128 orders", and what is missing from the sum. */
  words: string;
  lines: { label: string; amount: string }[];
  months: { short: string; name: string; netMinor: number; amount: string }[];
  shops: { name: string; amount: string }[];
}

/** Tells a year, with the shops that were read for it. */
export function yearFacts(year: string, years: readonly YearInCurrency[]): YearFacts {
  return { title: `${year} in review`, blocks: years.map(blockOf) };
}

function blockOf({ currency, sums, parts, months, topSellers }: YearInCurrency): YearBlock {
  const money = (amountMinor: number) => formatMoney(amountMinor, currency);
  const discounts = parts.filter(({ part }) => part === 'sellerDiscount' || part === 'platformDiscount');
  const told = discounts.filter((part) => shareOf(part, sums.spentMinor) !== null);
  const saved =
    told.length > 0 ? money(told.reduce((sum, { amountMinor }) => sum + amountMinor, 0)) : 'not known';
  const missing = missingWords(sums);
  const most = months.reduce((best, month) => (netMinor(month.sums) > netMinor(best.sums) ? month : best));
  return {
    currency,
    net: money(netMinor(sums)),
    words: counted(sums.paidOrders, 'order') + (missing && ` · ${missing}`),
    lines: [
      { label: 'Paid', amount: money(sums.spentMinor) },
      { label: 'Refunded', amount: money(sums.refundedMinor) },
      { label: 'Saved by discounts', amount: saved },
      { label: `Most in ${monthWords(most.month, 'name')}`, amount: money(netMinor(most.sums)) },
    ],
    months: months.map(({ month, sums: own }) => ({
      short: monthWords(month, 'short'),
      name: monthWords(month),
      netMinor: netMinor(own),
      amount: money(netMinor(own)),
    })),
    shops: topSellers.map(({ name, sums: own }) => ({
      name: sellerWords(name),
      amount: money(netMinor(own)),
    })),
  };
}
