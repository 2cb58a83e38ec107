import { describe, expect, it, vi } from 'vitest';
import { monthWords, shareWords, signedMoney } from '../../components/dashboard/spending/words.ts';
import { yearFacts } from '../../components/dashboard/spending/year-facts.ts';
import { drawYear, heightOf, type Pen } from '../../components/dashboard/spending/year-picture.ts';
import { missingWords, pendingWords } from '../../components/shared/missing-words.ts';
import type { YearInCurrency } from '../../lib/history/read/spending-year.ts';
import { partsIn, shareOf, sumsIn } from '../../lib/insights/spending.ts';
import { monthsOfYear } from '../../lib/insights/spending-months.ts';

describe('the words of spending', () => {
  it('name months, also those far off', () => {
    expect([monthWords('2026-11'), monthWords('2026-01', 'short'), monthWords('275760-09', 'name')]).toEqual([
      'November 2026',
      'Jan',
      'September',
    ]);
  });

  it('say shares, differences and what is missing', () => {
    expect([shareWords(0.0744), shareWords(0.0004), shareWords(0), shareWords(1)]).toEqual([
      '7.4 %',
      '<0.1 %',
      '0 %',
      '100 %',
    ]);
    expect([signedMoney(8400, 'USD'), signedMoney(-1200, 'USD'), signedMoney(0, 'USD')]).toEqual([
      '+$84.00',
      '−$12.00',
      '$0.00',
    ]);
    expect(missingWords({ withoutAmount: 2, refundsWithoutAmount: 1, withoutStatus: 0 })).toBe(
      '2 orders without an amount · 1 refund without an amount',
    );
    expect(missingWords({ withoutAmount: 0, refundsWithoutAmount: 0, withoutStatus: 3 })).toBe(
      '3 orders with a status OrderLens does not know',
    );
    expect(pendingWords({ pendingRefunds: 0, pendingWithoutAmount: 0 })).toBe('No refund is awaited');
    expect(pendingWords({ pendingRefunds: 3, pendingWithoutAmount: 1 })).toBe(
      '3 refunds, 1 without an amount',
    );
  });
});

describe('the share of a part', () => {
  it('is taken of the orders that tell the part, and is not known when none does', () => {
    const [, shipping, tax] = partsIn({
      shippingMinor: 50,
      shippingMissing: 1,
      shippingMissingMinor: 500,
      taxMissing: 2,
      taxMissingMinor: 1000,
    });
    expect(shipping && shareOf(shipping, 1000)).toBe(0.1);
    expect(tax && shareOf(tax, 1000)).toBeNull();
  });
});

const year: YearInCurrency = {
  currency: 'USD',
  sums: sumsIn({ paidOrders: 12, spentMinor: 90_000, refundedMinor: 1000, withoutAmount: 1 }),
  parts: partsIn({ sellerDiscountMinor: 700, platformDiscountMinor: 50 }),
  months: monthsOfYear('2026').map((month, index) => ({
    month,
    sums: sumsIn({ paidOrders: 1, spentMinor: index * 100 }),
  })),
  topSellers: [
    { name: 'Lamp House', sums: sumsIn({ paidOrders: 2, spentMinor: 500 }) },
    { name: '', sums: sumsIn({ paidOrders: 1, spentMinor: 100 }) },
  ],
};

/** A canvas that keeps the words that were written on it. */
function pen(): Pen & { words: string[] } {
  const words: string[] = [];
  return {
    words,
    fillStyle: '',
    font: '',
    textAlign: 'left',
    fillRect: vi.fn(),
    fillText: (text: string) => void words.push(text),
    measureText: (text: string) => ({ width: text.length * 14 }) as TextMetrics,
    beginPath: vi.fn(),
    roundRect: vi.fn(),
    fill: vi.fn(),
  };
}
const PALETTE = { bg: '#fff', card: '#fff', line: '#ccc', ink: '#000', 'ink-2': '#555', brand: '#0a6' };

describe('a year in review', () => {
  it('tells totals, the largest month and the shops', () => {
    const [block] = yearFacts('2026', [year]).blocks;
    expect(block).toMatchObject({
      net: '$890.00',
      words: '12 orders · 1 order without an amount',
      lines: [
        { label: 'Paid', amount: '$900.00' },
        { label: 'Refunded', amount: '$10.00' },
        { label: 'Saved by discounts', amount: '$7.50' },
        { label: 'Most in December', amount: '$11.00' },
      ],
      shops: [
        { name: 'Lamp House', amount: '$5.00' },
        { name: 'Shop not known', amount: '$1.00' },
      ],
    });
  });

  it('names no shop in the picture when they are hidden', () => {
    const canvas = pen();
    const facts = yearFacts('2026', [{ ...year, topSellers: [] }]);
    drawYear(canvas, facts, PALETTE);
    expect(canvas.words).toContain('2026 in review');
    expect(canvas.words).toContain('$890.00');
    expect(canvas.words.join()).not.toMatch(/Lamp House|Top shops/);
    expect(heightOf(facts)).toBeLessThan(heightOf(yearFacts('2026', [year])));
  });

  it('cuts a shop’s name that is too long for the picture', () => {
    const canvas = pen();
    const [seller] = year.topSellers;
    const long = { ...year, topSellers: seller ? [{ ...seller, name: '店'.repeat(500) }] : [] };
    drawYear(canvas, yearFacts('2026', [long]), PALETTE);
    const name = canvas.words.find((text) => text.startsWith('店'));
    expect(name?.endsWith('…')).toBe(true);
    expect(name?.length).toBeLessThan(60);
  });
});
