import { checkRollups } from '../../../lib/history/rollups.ts';
import { DAY, HOUR, makeAmounts, makeDeadlines, makeOrder, makeReturn, NOW } from '../build.ts';
import { everything, onHistory, same, write } from '../support.ts';

const paid = (id: string, total: number | null, fields: object = {}) =>
  makeOrder({
    id,
    status: 'COMPLETED',
    currency: 'USD',
    placedAt: NOW,
    amounts: makeAmounts({ total }),
    ...fields,
  });

const row = (currency: string, bucket: string, counts: Record<string, number>) => ({
  role: 'seller',
  account: 'acc_shop',
  currency,
  bucket,
  counts,
});

export const rollupCases = [
  onHistory('the rows of a small history are these', async (db) => {
    const due = Date.UTC(2026, 10, 22, 7, 30);
    const toShip = {
      status: 'AWAITING_SHIPMENT',
      placedAt: NOW + DAY,
      deadlines: makeDeadlines({ shipByAt: due }),
      returns: [makeReturn({ type: 'CANCELLATION' })],
    } as const;
    await write(db, [
      paid('1', 8200, { amounts: makeAmounts({ total: 8200, refunded: 200 }) }),
      paid('2', null),
      paid('3', 500, toShip),
    ]);
    // 05:00 UTC is the evening before in Los Angeles; hour 498703 began on 2026-11-22 at 07:00 UTC.
    const hour = String(Math.floor(due / 3_600_000)).padStart(8, '0');
    same(await db.rollups.orderBy('bucket').toArray(), [
      row('USD', 'all', {
        orders: 3,
        'status.COMPLETED': 2,
        'status.AWAITING_SHIPMENT': 1,
        revenueMinor: 8700,
        refundedMinor: 200,
        withoutAmount: 1,
        openCancellations: 1,
      }),
      row('USD', 'day:2026-11-20', {
        orders: 2,
        'status.COMPLETED': 2,
        revenueMinor: 8200,
        refundedMinor: 200,
        withoutAmount: 1,
      }),
      row('USD', 'day:2026-11-21', {
        orders: 1,
        'status.AWAITING_SHIPMENT': 1,
        revenueMinor: 500,
        openCancellations: 1,
      }),
      row('', `hour:${hour}`, { shipDue: 1 }),
    ]);
  }),
  onHistory('an order that moves to another day, hour or currency leaves nothing behind', async (db) => {
    const order = paid('1', 8200, {
      status: 'AWAITING_SHIPMENT',
      deadlines: makeDeadlines({ shipByAt: NOW }),
      updatedAt: 1,
    });
    await write(db, [{ ...order, currency: null, amounts: makeAmounts({}) }]);
    await write(db, [
      {
        ...order,
        placedAt: NOW - 9 * DAY,
        deadlines: makeDeadlines({ shipByAt: NOW + 5 * HOUR }),
        updatedAt: 2,
      },
    ]);
    const buckets = (await db.rollups.toArray()).map((entry) => `${entry.currency} ${entry.bucket}`);
    const hour = Math.floor((NOW + 5 * HOUR) / 3_600_000);
    same(buckets.sort(), [` hour:00${hour}`, 'USD all', 'USD day:2026-11-11'].sort());
    same((await checkRollups(db)).wrong, 0);
  }),
  onHistory('a total of zero is a total and not a missing one', async (db) => {
    await write(db, [paid('1', 0)]);
    same((await db.rollups.where('bucket').equals('all').first())?.counts, {
      orders: 1,
      'status.COMPLETED': 1,
    });
  }),
  onHistory(
    'a check finds a row that is wrong, one too many and one too few, and repairs them',
    async (db) => {
      await write(db, [paid('1', 8200), paid('2', 100, { placedAt: NOW - 3 * DAY })]);
      const truth = (await everything(db))['rollups'];
      const [first, second] = await db.rollups.where('bucket').startsWith('day:').toArray();
      if (!first || !second) throw new Error('not so: there are two days');
      await db.rollups.put({ ...first, counts: { ...first.counts, revenueMinor: 1 } });
      await db.rollups.delete([second.role, second.account, second.currency, second.bucket]);
      await db.rollups.put(row('EUR', 'all', { orders: 1 }) as typeof first);
      same(await checkRollups(db), { checked: 3, wrong: 3 });
      same((await checkRollups(db)).wrong, 3, 'a check alone changes nothing');
      same((await checkRollups(db, true)).wrong, 3);
      same(await checkRollups(db), { checked: 3, wrong: 0 });
      same((await everything(db))['rollups'], truth);
    },
  ),
  onHistory('a check of an empty history finds nothing', async (db) => {
    same(await checkRollups(db), { checked: 0, wrong: 0 });
  }),
  onHistory('a write that fails in the middle leaves orders and rollups as they were', async (db) => {
    await write(db, [paid('1', 8200)]);
    const before = await everything(db);
    const broken = { ...paid('2', 5), gift: () => 0 };
    const failed = await write(db, [paid('3', 7), broken]).then(
      () => false,
      () => true,
    );
    same(failed, true, 'the write fails');
    same(await everything(db), before);
  }),
];
