import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTail } from '../../lib/insights/binomial.ts';

/** The same sum in whole numbers: p is hits / of, and the answer a fraction of of^n. */
function tailInWholeNumbers(k: number, n: number, hits: number, of: number): number {
  let choose = 1n;
  let sum = 0n;
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += choose * BigInt(hits) ** BigInt(i) * BigInt(of - hits) ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  const scale = 10n ** 40n;
  return Number((sum * scale) / BigInt(of) ** BigInt(n)) / 1e40;
}

describe('binomialTail', () => {
  it.each([
    // Cumulative tables as textbooks print them: 1 - P(X <= k-1).
    { k: 3, n: 5, p: 0.5, tail: 0.5 },
    { k: 1, n: 5, p: 0.1, tail: 0.40951 },
    { k: 3, n: 10, p: 0.25, tail: 0.4744 },
    { k: 8, n: 10, p: 0.5, tail: 0.0547 },
    { k: 6, n: 15, p: 0.2, tail: 0.0611 },
    { k: 11, n: 20, p: 0.3, tail: 0.0171 },
    // Fisher's lady with eight cups by fair guesses, and the sign test's usual limits.
    { k: 8, n: 8, p: 0.5, tail: 1 / 256 },
    { k: 15, n: 20, p: 0.5, tail: 0.0207 },
  ])('is $tail for $k or more of $n at $p', ({ k, n, p, tail }) => {
    expect(binomialTail(k, n, p)).toBeCloseTo(tail, 4);
  });

  it('equals the sum in whole numbers', () => {
    const tries = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 2, max: 50 }))
      .chain(([n, of]) =>
        fc.tuple(
          fc.constant(n),
          fc.constant(of),
          fc.integer({ min: 0, max: n + 1 }),
          fc.integer({ min: 0, max: of }),
        ),
      );
    fc.assert(
      fc.property(tries, ([n, of, k, hits]) => {
        const truth = tailInWholeNumbers(k, n, hits, of);
        expect(Math.abs(binomialTail(k, n, hits / of) - truth)).toBeLessThanOrEqual(1e-12);
        // Small chances are what it is for: they are right in their digits, not only in their size.
        if (truth > 1e-25) expect(binomialTail(k, n, hits / of) / truth).toBeCloseTo(1, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('stays within 0 and 1 for as many orders as are ever read', () => {
    expect(binomialTail(10_000, 20_000, 0.5)).toBeCloseTo(0.5, 2);
    expect(binomialTail(1, 20_000, 0.5)).toBe(1);
    expect(binomialTail(20_000, 20_000, 0.5)).toBe(0);
    expect(binomialTail(0, 0, 0.3)).toBe(1);
    expect(binomialTail(1, 0, 0.3)).toBe(0);
  });
});
