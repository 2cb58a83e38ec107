import { describe, expect, it } from 'vitest';
import { needsOf } from '../../components/popup/needs.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { HOST, makeAccount, makeDeadlines, makeItem, makeRow, makeSummary, NOW } from './support.ts';

const NO_DRIFT = { fields: 0, brokenOrders: 0 };
const ID = '576786105183999937';
const overdue = makeRow(ID, {
  deadlines: makeDeadlines({ shipByAt: NOW - 2 * HOUR_MS, autoCancelAt: NOW + 60 * HOUR_MS }),
});

function needs(summary: Parameters<typeof makeSummary>[0], account = makeAccount(), drift = NO_DRIFT) {
  return needsOf({ summary: makeSummary(summary), accounts: [account], drift }, NOW);
}

describe('needsOf', () => {
  it('has nothing to say when nothing is due', () => {
    expect(needs({ toShip: 12 })).toEqual([]);
  });

  it('counts overdue orders, names the first, and leads to it on Seller Center', () => {
    const [one] = needs({ overdue: 1, firstOverdue: overdue });
    expect(one).toMatchObject({
      title: '1 order past its ship-by time',
      tone: 'late',
      clock: { atMs: NOW - 2 * HOUR_MS },
      goal: { kind: 'tiktok', url: `https://${HOST}/order/detail?order_no=${ID}` },
    });
    expect(one?.detail).toMatch(/^Auto-cancels .* · …999937$/);
    const [many] = needs({ overdue: 1204, firstOverdue: overdue });
    expect(many?.title).toBe('1,204 orders past their ship-by time');
    expect(many?.detail).toContain('first …999937');
  });

  it('names the rule where no page gave the time', () => {
    const computed = makeRow(ID, { placedAt: NOW - 7 * 24 * HOUR_MS });
    const [row] = needs({ overdue: 1, firstOverdue: computed });
    expect(row?.clock?.why).toMatch(/^Rule: 2 working days after the order, .+: ship by /);
    expect(row?.detail).toMatch(/^Auto-cancels /);
    expect(needs({ overdue: 1, firstOverdue: overdue })[0]?.clock?.why).toMatch(/^Page: ship by /);
  });

  it('leads to the dashboard when the shop is only known from a file', () => {
    const [row] = needs({ overdue: 1, firstOverdue: overdue }, makeAccount({ host: null, origin: 'file' }));
    expect(row?.goal).toEqual({ kind: 'dashboard', hash: `#orders/seller%7Cacc_us%7C${ID}` });
  });

  it('shows what is due only when it is due within a day', () => {
    const nextDue = makeRow('576786105183000001', {
      deadlines: makeDeadlines({ shipByAt: NOW + 3 * HOUR_MS }),
    });
    expect(needs({ dueIn24h: 0, nextDue })).toEqual([]);
    expect(needs({ dueIn24h: 5, nextDue })).toMatchObject([{ title: '5 orders due in 24 h', tone: 'soon' }]);
  });

  it('puts the answer with the earlier clock first, and one without a clock last', () => {
    const entry = {
      id: 'r',
      status: 'PENDING',
      amount: null,
      openedAt: null,
      closedAt: null,
      lineIds: [],
      received: null,
    };
    const nextReturn = makeRow('576786105183000002', {
      items: [makeItem('Mug, white')],
      returns: [{ ...entry, type: 'REFUND', respondByAt: null }],
    });
    const nextCancellation = makeRow('576786105183000003', {
      returns: [{ ...entry, type: 'CANCELLATION', respondByAt: NOW + HOUR_MS }],
    });
    const rows = needs({ openReturns: 2, openCancellations: 1, nextReturn, nextCancellation });
    expect(rows.map((row) => row.title)).toEqual(['1 cancellation to answer', '2 returns to answer']);
    expect(rows[1]?.clock).toBeNull();
    expect(rows[1]?.detail).toBe('$82.00 · Mug, white · …000002');
  });

  it.each([
    ['signed-out', 'Seller Center asks you to sign in again'],
    ['verification', 'Seller Center asks you to verify yourself'],
    ['failed', 'Seller Center answered with an error'],
  ] as const)('says when the session is %s', (session, title) => {
    expect(needs({}, makeAccount({ session }))).toMatchObject([
      { title, detail: 'US shop · last seen 4 min ago' },
    ]);
  });

  it('says what could not be read, and leads to the report', () => {
    expect(needs({}, makeAccount(), { fields: 3, brokenOrders: 1 })).toMatchObject([
      { title: '3 fields and 1 order could not be read', goal: { kind: 'dashboard', hash: '#data' } },
    ]);
    expect(needs({}, makeAccount(), { fields: 0, brokenOrders: 2 })[0]?.title).toBe(
      '2 orders could not be read',
    );
  });
});
