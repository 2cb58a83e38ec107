/**
 * The exact chance of k or more hits in n tries that each hit with the chance p: the sum over i >= k of
 * C(n,i) p^i (1-p)^(n-i) (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.18, "Binomial Distribution").
 * k and n are whole numbers, p is 0 to 1; the answer is 0 to 1, good to about twelve digits.
 */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  // The terms fall away from the mean: the side that does not hold it is added up, from its largest term on.
  return k > n * p ? sumFrom(k, n, p) : Math.max(0, 1 - sumFrom(n - k + 1, n, 1 - p));
}

function sumFrom(k: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let term = Math.exp(logTerm(k, n, p));
  let sum = 0;
  for (let i = k; i <= n && term > sum * Number.EPSILON; i += 1) {
    sum += term;
    term *= ((n - i) / (i + 1)) * odds;
  }
  return Math.min(1, sum);
}

// In logarithms: C(20000, 10000) is no number that a computer has.
function logTerm(k: number, n: number, p: number): number {
  let logCount = 0;
  const few = Math.min(k, n - k);
  for (let i = 1; i <= few; i += 1) logCount += Math.log((n - few + i) / i);
  return logCount + k * Math.log(p) + (n - k) * Math.log1p(-p);
}
