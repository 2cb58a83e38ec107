import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type AccountRow, type History, openHistory } from '../../lib/history/db.ts';
import { readRates } from '../../lib/history/read/rates.ts';
import { eachRecentOrder } from '../../lib/history/read/recent-orders.ts';
import { RULE_OVERRIDES_KEY } from '../../lib/history/read/rulebook.ts';
import type { Order } from '../../lib/model/order.ts';
import type { RuleOverride } from '../../lib/model/rule-override.ts';
import { DAY, HOUR, makeDeadlines, makeOrder, NOW, SHOP, seenAt } from '../history/build.ts';
import { write } from '../history/support.ts';

const account: AccountRow = {
  key: 'seller|acc_shop',
  role: 'seller',
  account: SHOP.account,
  market: 'US',
  host: 'seller-us.tiktok.com',
  origin: 'page',
  label: null,
  lastSeenAt: NOW,
  session: 'ok',
  wholeCount: null,
  toShip: null,
};

async function onHistory(run: (db: History) => Promise<void>): Promise<void> {
  const db = openHistory(`rates-${crypto.randomUUID()}`);
  try {
    await run(db);
  } finally {
    await db.delete();
  }
}

function due(id: number, shipByAt: number, fields: Partial<Order> = {}): Order {
  return makeOrder({
    id: String(577000000000000000n + BigInt(id)),
    status: 'AWAITING_SHIPMENT',
    placedAt: shipByAt - 2 * DAY,
    deadlines: makeDeadlines({ shipByAt }),
    ...fields,
  });
}

describe('the rates of a shop', () => {
  it('count its own orders of the window, by the rules of its market', async () => {
    await onHistory(async (db) => {
      const inTime = { status: 'COMPLETED', shippedAt: NOW - 4 * DAY } as const;
      await write(db, [
        due(1, NOW - DAY),
        ...Array.from({ length: 40 }, (_, index) => due(10 + index, NOW - 3 * DAY, inTime)),
        // A pre-order: placed long before the window, due in it.
        due(2, NOW - DAY, { ...inTime, placedAt: NOW - 80 * DAY }),
        due(3, NOW - 31 * DAY),
        due(4, NOW + HOUR),
      ]);
      const other = { role: 'seller', account: 'acc_other', market: 'US' } as const;
      await write(db, [makeOrder({ id: '5', placedAt: NOW - DAY, status: 'CANCELLED' }, other)], {
        owner: other,
      });
      const { rates, terms, stoppedAt } = await readRates(db, account, NOW);
      expect(stoppedAt).toBeNull();
      expect(terms['late-dispatch']).toMatchObject({ percent: 4 });
      expect(rates[0]).toMatchObject({
        kind: 'late-dispatch',
        windowDays: 30,
        misses: 1,
        unknown: 0,
        all: 42,
        state: 'within',
        headroom: { moreAllowed: 0, moreToReach: 1 },
        // 21:00 in Los Angeles: the day has three hours left.
        forecast: { queue: 1, at: NOW + 3 * HOUR - 1000, mayMiss: 0 },
      });
      expect(rates[1]).toMatchObject({ unknown: 0, all: 42 });
    });
  });

  it('take what was seen as shipped before its time from the change feed', async () => {
    await onHistory(async (db) => {
      const [at, late] = [NOW - 2 * DAY, NOW - DAY];
      const page = (order: Order, when: number) => write(db, [seenAt(order, when)], { at: when });
      await page(due(1, at), at - 20 * HOUR);
      await page(due(2, at), at - 20 * HOUR);
      await page(due(1, at, { status: 'IN_TRANSIT' }), at - HOUR);
      await page(due(2, at, { status: 'IN_TRANSIT' }), at + HOUR);
      await page(due(1, at, { status: 'DELIVERED' }), late);
      const { rates } = await readRates(db, account, NOW);
      expect(rates[0]).toMatchObject({ misses: 0, unknown: 1, all: 2 });
    });
  });

  it('go by the user’s own rule, and say that none is known', async () => {
    await onHistory(async (db) => {
      await write(db, [due(1, NOW - 6 * DAY), due(2, NOW - 8 * DAY)]);
      const own: RuleOverride = {
        kind: 'late-dispatch',
        accountKey: account.key,
        setAt: NOW,
        percent: 100,
        windowDays: 7,
      };
      await db.meta.put({ key: RULE_OVERRIDES_KEY, value: [own] });
      const { rates, terms } = await readRates(db, { ...account, market: 'JP' }, NOW);
      expect(terms).toMatchObject({ 'late-dispatch': own, 'valid-tracking': null });
      expect(rates[0]).toMatchObject({ windowDays: 7, misses: 1, all: 1, state: 'within', headroom: null });
      expect(rates[2]).toMatchObject({ windowDays: 30, state: 'empty' });
    });
  });
});

describe('recent orders', () => {
  it('are read newest day first, up to so many', async () => {
    await onHistory(async (db) => {
      await write(
        db,
        Array.from({ length: 30 }, (_, index) => due(index, NOW - index * 8 * HOUR)),
      );
      const seen: number[] = [];
      const range = { from: NOW - 12 * DAY, to: NOW };
      const read = (most?: number) =>
        eachRecentOrder(db, account, most ? { ...range, most } : range, ({ placedAt }) =>
          seen.push(placedAt ?? 0),
        );
      expect(await read()).toEqual({ count: 30, stoppedAt: null });
      expect(new Set(seen).size).toBe(30);
      seen.length = 0;
      expect(await read(8)).toEqual({ count: 8, stoppedAt: NOW - 4 * DAY });
      expect(seen.filter((at) => at > NOW - 4 * DAY)).toHaveLength(6);
    });
  });
});
