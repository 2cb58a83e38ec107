import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type History, openHistory } from '../../lib/history/db.ts';
import { readSpending } from '../../lib/history/read/spending.ts';
import { toRow } from '../../lib/history/row.ts';
import {
  monthAfter,
  monthOfDay,
  monthProgress,
  sameDayLastMonth,
} from '../../lib/insights/spending-months.ts';
import type { Account } from '../../lib/model/order.ts';
import { localTimeZone } from '../../lib/model/time.ts';
import { makeAmounts, makeOrder } from '../history/build.ts';
import { write } from '../history/support.ts';

// An order of a market elsewhere: the day is the buyer's own all the same.
const BUYER: Account = { role: 'buyer', account: 'acc_buyer', market: 'VN' };
const ZONES = [
  'America/New_York',
  'Europe/London',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Tehran',
  'America/St_Johns',
];
const own = process.env['TZ'];
let db: History;

beforeEach(() => {
  db = openHistory(`zones-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());
afterAll(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

const order = (id: number, placedAt: number) =>
  makeOrder(
    { id: String(id), status: 'COMPLETED', currency: 'USD', placedAt, amounts: makeAmounts({ total: 1 }) },
    BUYER,
  );

describe.each(ZONES)('in %s', (zone) => {
  beforeEach(() => {
    process.env['TZ'] = zone;
    expect(localTimeZone()).toBe(zone);
  });

  it('a month begins and ends at the buyer’s own midnight, whatever the clocks do', async () => {
    const edges = Array.from({ length: 24 }, (_, month) => new Date(2025, month, 1).getTime());
    await write(
      db,
      edges.flatMap((edge, index) => [order(index * 2, edge - 1), order(index * 2 + 1, edge)]),
      { owner: BUYER },
    );
    const { months } = await readSpending(db, { kind: 'all' }, 'USD', edges[23] ?? 0);
    const counts = months.map(({ month, sums }) => [month, sums.spentMinor]);
    const inside = Array.from({ length: 23 }, (_, index) => [monthAfter('2025-01', index), 2]);
    expect(counts).toEqual([['2024-12', 1], ...inside, ['2026-12', 1]]);
  });

  it('any instant counts for the month on the wall', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }), (at) => {
        const wall = new Date(at);
        const month = `${wall.getFullYear()}-${String(wall.getMonth() + 1).padStart(2, '0')}`;
        expect(monthOfDay(toRow(order(1, at)).day)).toBe(month);
      }),
    );
  });

  it('a month passes from 0 to 1, also where it has an hour more or less', () => {
    for (let month = 0; month < 24; month += 1) {
      const [start, end] = [new Date(2025, month, 1).getTime(), new Date(2025, month + 1, 1).getTime()];
      expect(monthProgress(start, zone)).toBe(0);
      expect(monthProgress((start + end) / 2, zone)).toBeCloseTo(0.5, 10);
      expect(monthProgress(end - 1, zone)).toBeGreaterThan(0.999_999);
      expect(monthProgress(end - 1, zone)).toBeLessThan(1);
    }
  });
});

describe('months', () => {
  it('go on over the year’s end, in both directions', () => {
    expect([monthAfter('2026-11', 2), monthAfter('2026-01', -1), monthAfter('2026-03', -27)]).toEqual([
      '2027-01',
      '2025-12',
      '2023-12',
    ]);
  });

  it('have no day 31 where the one before had', () => {
    expect([
      sameDayLastMonth('2026-03-31'),
      sameDayLastMonth('2024-03-30'),
      sameDayLastMonth('2026-01-15'),
    ]).toEqual(['2026-02-28', '2024-02-29', '2025-12-15']);
  });

  it('are told from the days of the farthest date too', () => {
    expect([monthOfDay('275760-09-12'), monthOfDay('unknown')]).toEqual(['275760-09', 'unknown']);
  });
});
