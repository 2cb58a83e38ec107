import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceWords } from '../../components/dashboard/spending/budget-words.ts';
import { budgetState, knownSeller, withBudget, withoutBudget } from '../../lib/insights/budgets.ts';
import type { Budget } from '../../lib/model/spending.ts';

const budget: Budget = { seller: null, currency: 'USD', amountMinor: 40_000 };

describe('a budget', () => {
  it.each([
    [10_000, 0.5, 'within', 20_000],
    [20_000, 0.5, 'within', 40_000],
    [20_001, 0.5, 'ahead', 40_002],
    [40_000, 1, 'within', 40_000],
    [40_001, 1, 'over', 40_001],
    [39_000, 0.05, 'within', null],
    [41_000, 0.05, 'over', null],
    [0, 0.5, 'within', 0],
    // More came back than was spent: that does not go on.
    [-500, 0.5, 'within', -500],
  ])('with %i spent when %f of the month has passed is %s', (spent, passed, pace, projected) => {
    expect(budgetState(budget, spent, passed)).toMatchObject({ pace, projectedMinor: projected });
  });

  it('is never said to end below what is spent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (spent, passed) => {
          const { projectedMinor, pace } = budgetState(budget, spent, passed);
          if (projectedMinor !== null) expect(projectedMinor).toBeGreaterThanOrEqual(spent);
          expect(pace === 'over').toBe(spent > budget.amountMinor);
        },
      ),
    );
  });

  it('says its pace in words', () => {
    expect(paceWords(budgetState(budget, 30_000, 0.5))).toBe(
      '50 % of the month has passed. At this pace $600.00 by the end, $200.00 over.',
    );
    expect(paceWords(budgetState(budget, 50_000, 0.5))).toBe(
      '$100.00 over the budget. 50 % of the month has passed.',
    );
    expect(paceWords(budgetState(budget, 100, 0.03))).toContain('Too early to tell');
  });

  it.each([
    ['lamp house', 'Lamp House'],
    ['ＬＡＭＰ HOUSE', 'Lamp House'],
    ['Lamp', 'Lamp'],
    ['', ''],
  ])('knows the shop typed as "%s" by the name "%s"', (typed, name) => {
    expect(knownSeller(typed, ['Mug Shop', 'Lamp House'])).toBe(name);
  });

  it('takes the place of the one for the same shop and currency', () => {
    const shop = { ...budget, seller: 'Lamp House' };
    const vnd = { ...budget, currency: 'VND' };
    const more = { ...budget, amountMinor: 50_000 };
    expect(withBudget([budget, shop, vnd], more)).toEqual([shop, vnd, more]);
    expect(withoutBudget([budget, shop, vnd], shop)).toEqual([budget, vnd]);
    const typed = { ...shop, seller: 'lamp house ', amountMinor: 7 };
    expect(withBudget([budget, shop], typed)).toEqual([budget, typed]);
  });
});
