import { expect, test } from 'vitest';
import { badgeOf } from '../../lib/background/badge.ts';
import type { SellerSummary } from '../../lib/history/read/summary.ts';

const CALM: SellerSummary = {
  toShip: 0,
  dueIn24h: 0,
  overdue: 0,
  awaitingCollection: 0,
  inTransit: 0,
  openReturns: 0,
  openCancellations: 0,
  orderCount: 0,
  revenue: [],
  firstOverdue: null,
  nextDue: null,
  nextReturn: null,
  nextCancellation: null,
};

test.each<[Partial<SellerSummary>, string, string]>([
  [{}, '', 'OrderLens: nothing needs you'],
  [{ toShip: 40, inTransit: 7, orderCount: 900 }, '', 'OrderLens: nothing needs you'],
  [{ overdue: 2 }, '2', 'OrderLens: 2 (2 overdue)'],
  [{ dueIn24h: 3 }, '3', 'OrderLens: 3 (3 due in 24 h)'],
  [{ openReturns: 1 }, '1', 'OrderLens: 1 (1 return to answer)'],
  [{ openReturns: 2 }, '2', 'OrderLens: 2 (2 returns to answer)'],
  [{ openCancellations: 1 }, '1', 'OrderLens: 1 (1 cancellation to answer)'],
  [
    { overdue: 1, dueIn24h: 2, openReturns: 3, openCancellations: 4 },
    '10',
    'OrderLens: 10 (1 overdue, 2 due in 24 h, 3 returns to answer, 4 cancellations to answer)',
  ],
  [{ overdue: 999 }, '999', 'OrderLens: 999 (999 overdue)'],
  [{ overdue: 1000 }, '999+', 'OrderLens: 999+ (1000 overdue)'],
])('%j shows %j', (fields, text, title) => {
  const badge = badgeOf({ ...CALM, ...fields });
  expect(badge).toEqual({ text, title });
  expect(badge.text.length).toBeLessThanOrEqual(4);
});
