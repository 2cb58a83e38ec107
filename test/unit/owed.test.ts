import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owedRefunds, refundsOf, sumOwed } from '../../lib/insights/owed.ts';
import { type Account, emptyOrder, type Order, type OrderReturn } from '../../lib/model/order.ts';
import { DAY_MS } from '../../lib/model/time.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_b', market: 'US' };
const NOW = Date.UTC(2026, 10, 21);

function entry(fields: Partial<OrderReturn>): OrderReturn {
  return {
    id: 'r1',
    type: 'REFUND',
    status: 'PENDING',
    amount: 2590,
    openedAt: NOW - 3 * DAY_MS,
    respondByAt: null,
    closedAt: null,
    lineIds: [],
    received: null,
    ...fields,
  };
}

function bought(
  returns: OrderReturn[],
  refunded: number | null = null,
  currency: string | null = 'USD',
): Order {
  const order = { ...emptyOrder('1', BUYER), returns, currency };
  return { ...order, amounts: { ...order.amounts, refunded } };
}

describe('a refund', () => {
  it.each([
    ['nothing came yet', { received: null }, 'awaited', 2590],
    ['a part came', { received: 2000 }, 'awaited', 590],
    ['all came', { received: 2590 }, 'received', 0],
    ['more came', { received: 3000 }, 'received', 0],
    ['closed, with less than promised', { received: 2000, status: 'COMPLETE' }, 'short', 590],
    ['closed, and the page tells no amount', { status: 'COMPLETE' }, 'received', 0],
    ['closed by its time', { closedAt: NOW, received: 1 }, 'short', 2589],
    ['refused', { status: 'REQUEST_REJECTED' }, 'refused', 0],
    ['refused after a part', { status: 'Declined', received: 5 }, 'refused', 0],
    ['not approved', { status: 'Request not approved' }, 'refused', 0],
    ['asked for too late', { status: 'REQUEST_EXPIRED' }, 'refused', 0],
    ['withdrawn by who asked', { status: 'Request canceled' }, 'refused', 0],
    [
      'closed, and nobody said what was promised',
      { amount: null, received: 2000, status: 'COMPLETE' },
      'received',
      0,
    ],
    ['nobody said how much', { amount: null }, 'awaited', null],
  ] as const)('%s', (_name, fields, state, missingMinor) => {
    const [refund] = refundsOf(bought([entry(fields)]), NOW);
    expect(refund).toMatchObject({ state, missingMinor, ageMs: 3 * DAY_MS });
  });

  it('has no age where nobody said when it was asked for', () => {
    expect(refundsOf(bought([entry({ openedAt: null })]), NOW)[0]?.ageMs).toBeNull();
  });

  it('shares the order’s sum of refunds out: closed ones first, then the oldest', () => {
    const returns = [
      entry({ id: 'new', amount: 100, openedAt: NOW }),
      entry({ id: 'old', amount: 100, openedAt: NOW - DAY_MS }),
      entry({ id: 'done', amount: 100, status: 'COMPLETE' }),
    ];
    const received = refundsOf(bought(returns, 150), NOW).map(({ id, receivedMinor }) => [id, receivedMinor]);
    expect(received).toEqual([
      ['new', null],
      ['old', 50],
      ['done', 100],
    ]);
  });

  it('is awaited of a cancelled order, whose own word that is', () => {
    const order = bought([entry({ type: 'CANCELLATION', status: 'Order canceled' })]);
    expect(refundsOf({ ...order, status: 'CANCELLED' }, NOW)).toMatchObject([{ state: 'awaited' }]);
  });

  it('is told once where a page without ids told it, too', () => {
    const standIn = entry({ id: 'refund' });
    expect(refundsOf(bought([standIn]), NOW)).toHaveLength(1);
    expect(refundsOf(bought([standIn, entry({ received: 2000 })]), NOW)).toMatchObject([
      { id: 'r1', receivedMinor: 2000, missingMinor: 590 },
    ]);
  });

  it('is none of a seller’s', () => {
    expect(refundsOf({ ...bought([entry({})]), role: 'seller' }, NOW)).toEqual([]);
  });
});

describe('money owed', () => {
  it('is a sum for each currency, with what has no amount beside it', () => {
    const orders = [
      bought([entry({}), entry({ id: 'r2', received: 2000 })]),
      bought([entry({ amount: 70_000 })], null, 'VND'),
      bought([entry({ amount: null })]),
      bought([entry({})], null, null),
    ];
    expect(sumOwed(orders, NOW)).toEqual({
      totals: [
        { currency: 'VND', amountMinor: 70_000, refunds: 1 },
        { currency: 'USD', amountMinor: 3180, refunds: 2 },
      ],
      withoutAmount: 2,
    });
  });

  it('is never negative, and never more than was promised', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: null });
    const status = fc.constantFrom('PENDING', 'COMPLETE', 'REJECTED', 'Refund issued');
    const returns = fc.array(fc.record({ amount, received: amount, status }), { maxLength: 6 });
    fc.assert(
      fc.property(returns, amount, (list, refunded) => {
        const order = bought(
          list.map((fields, index) => entry({ ...fields, id: `r${index}` })),
          refunded,
        );
        for (const { missingMinor, promisedMinor } of owedRefunds(order, NOW)) {
          expect(missingMinor ?? 1).toBeGreaterThan(promisedMinor === 0 ? -1 : 0);
          expect(missingMinor ?? 0).toBeLessThanOrEqual(promisedMinor ?? 0);
        }
      }),
    );
  });
});
