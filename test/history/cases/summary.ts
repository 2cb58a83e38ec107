import type { History } from '../../../lib/history/db.ts';
import { readAccounts } from '../../../lib/history/read/accounts.ts';
import { readSellerSummary } from '../../../lib/history/read/summary.ts';
import { DAY, HOUR, makeDeadlines, makeOrder, makeReturn, NOW } from '../build.ts';
import { onHistory, same, write } from '../support.ts';

const due = (id: string, shipByAt: number | null) =>
  makeOrder({ id, status: 'AWAITING_SHIPMENT', deadlines: makeDeadlines({ shipByAt }) });

async function summary(db: History, now: number) {
  const accounts = (await readAccounts(db)).filter((account) => account.role === 'seller');
  return readSellerSummary(db, accounts, now);
}

async function dueCounts(db: History, now: number): Promise<[overdue: number, dueIn24h: number]> {
  const { overdue, dueIn24h } = await summary(db, now);
  return [overdue, dueIn24h];
}

// Instants around whole hours and in their middle, where whole hours and cut hours meet.
const MOMENTS = [0, 1, 59_999, 30 * 60_000, HOUR - 1].map((ms) => NOW + ms);

export const summaryCases = [
  onHistory('a clock is overdue from the millisecond after it, and due from 24 hours before', async (db) => {
    for (const shipByAt of MOMENTS) {
      await Promise.all(db.tables.map((table) => table.clear()));
      await write(db, [due('1', shipByAt)]);
      const turns = [-DAY, 1 - DAY, -HOUR, -1, 0, 1, HOUR, 40 * DAY];
      const seen = await Promise.all(turns.map((ms) => dueCounts(db, shipByAt + ms)));
      same(
        seen,
        [
          [0, 0],
          [0, 1],
          [0, 1],
          [0, 1],
          [0, 1],
          [1, 0],
          [1, 0],
          [1, 0],
        ],
        `ship by ${shipByAt}`,
      );
    }
  }),
  onHistory('due and overdue are what a slow count of the orders gives', async (db) => {
    const times = Array.from({ length: 60 }, (_, index) => NOW - 30 * HOUR + index * 3_599_000 + (index % 7));
    await write(
      db,
      times.map((at, index) => due(String(index), at)),
    );
    for (const now of [NOW, NOW + 1, NOW + 1234, NOW + HOUR - 1, NOW + HOUR, NOW + 20 * HOUR]) {
      const overdue = times.filter((at) => at < now).length;
      const soon = times.filter((at) => at >= now && at < now + DAY).length;
      same(await dueCounts(db, now), [overdue, soon], `at ${now}`);
    }
  }),
  onHistory('only what is still to ship has a clock', async (db) => {
    const deadlines = makeDeadlines({ shipByAt: NOW - 1 });
    const statuses = [
      'UNPAID',
      'ON_HOLD',
      'AWAITING_COLLECTION',
      'IN_TRANSIT',
      'COMPLETED',
      'CANCELLED',
    ] as const;
    await write(
      db,
      statuses.map((status) => makeOrder({ id: status, status, deadlines })),
    );
    await write(db, [due('no time', null)]);
    same(await dueCounts(db, NOW), [0, 0]);
    await write(db, [makeOrder({ id: 'p', status: 'PARTIALLY_SHIPPING', deadlines })]);
    same(await dueCounts(db, NOW), [1, 0]);
  }),
  onHistory('counts, and the first of each kind', async (db) => {
    await write(db, [
      due('late', NOW - HOUR),
      due('later', NOW - 2 * HOUR),
      due('next', NOW + HOUR),
      due('open', null),
      makeOrder({
        id: 'part',
        status: 'PARTIALLY_SHIPPING',
        deadlines: makeDeadlines({ shipByAt: NOW + 3 * HOUR }),
      }),
      makeOrder({ id: 'moving', status: 'IN_TRANSIT' }),
      makeOrder({ id: 'back', status: 'DELIVERED', returns: [makeReturn({ respondByAt: NOW + 9 * HOUR })] }),
      makeOrder({ id: 'back2', status: 'DELIVERED', returns: [makeReturn({ respondByAt: NOW + 8 * HOUR })] }),
      makeOrder({ id: 'back3', status: 'DELIVERED', returns: [makeReturn({ respondByAt: null })] }),
      makeOrder({
        id: 'stop',
        status: 'AWAITING_COLLECTION',
        returns: [makeReturn({ type: 'CANCELLATION' })],
      }),
    ]);
    const {
      revenue: _,
      firstOverdue,
      nextDue,
      nextReturn,
      nextCancellation,
      ...counts
    } = await summary(db, NOW);
    same(counts, {
      toShip: 5,
      overdue: 2,
      dueIn24h: 2,
      awaitingCollection: 1,
      inTransit: 1,
      openReturns: 3,
      openCancellations: 1,
      orderCount: 10,
    });
    const ids = [firstOverdue, nextDue, nextReturn, nextCancellation].map((row) => row?.order.id);
    same(ids, ['later', 'next', 'back2', 'stop']);
  }),
  onHistory('a shop that has nothing says so', async (db) => {
    await write(db, []);
    const { revenue, firstOverdue, nextDue, nextReturn, nextCancellation, ...counts } = await summary(
      db,
      NOW,
    );
    same([revenue, firstOverdue, nextDue, nextReturn, nextCancellation], [[], null, null, null, null]);
    same([...new Set(Object.values(counts))], [0]);
  }),
  onHistory('an order to buy is no order to ship, though both accounts have one name', async (db) => {
    const name = 'file:orders';
    for (const role of ['seller', 'buyer'] as const) {
      const owner = { role, account: name, market: 'US' };
      const clock = {
        status: 'AWAITING_SHIPMENT',
        deadlines: makeDeadlines({ shipByAt: NOW + 60_000 }),
      } as const;
      await write(db, [makeOrder({ id: role, ...clock }, owner)], { owner, kind: 'file' });
    }
    const { toShip, dueIn24h, orderCount, nextDue } = await summary(db, NOW + 1);
    same([toShip, dueIn24h, orderCount, nextDue?.order.id], [1, 1, 1, 'seller']);
    same(await dueCounts(db, NOW + 60_001), [1, 0], 'overdue');
  }),
  onHistory('one shop is told without the others', async (db) => {
    const other = { role: 'seller', account: 'acc_other', market: 'VN' } as const;
    await write(db, [due('1', NOW - 1), due('2', NOW + 1)]);
    const clock = { status: 'AWAITING_SHIPMENT', deadlines: makeDeadlines({ shipByAt: NOW + 5 }) } as const;
    await write(db, [makeOrder({ id: '3', ...clock }, other)], { owner: other });
    const accounts = await readAccounts(db);
    const told = await Promise.all(accounts.map((account) => readSellerSummary(db, [account], NOW)));
    const counts = told.map(({ overdue, dueIn24h, orderCount }) => [overdue, dueIn24h, orderCount]);
    same(Object.fromEntries(accounts.map((account, index) => [account.account, counts[index]])), {
      acc_shop: [1, 1, 2],
      acc_other: [0, 1, 1],
    });
    same(await dueCounts(db, NOW), [1, 2]);
  }),
];
