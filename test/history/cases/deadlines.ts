import fc from 'fast-check';
import { rulebookHandlers } from '../../../lib/background/rulebook.ts';
import type { History } from '../../../lib/history/db.ts';
import { readDeadlines } from '../../../lib/history/read/deadlines.ts';
import { readRuleOverrides } from '../../../lib/history/read/rulebook.ts';
import { deadlinesOf } from '../../../lib/insights/deadlines.ts';
import { type Account, ORDER_STATUSES, type Order } from '../../../lib/model/order.ts';
import type { RuleOverride } from '../../../lib/model/rule-override.ts';
import { DAY, HOUR, makeDeadlines, makeOrder, makePackage, makeReturn, NOW, SHOP } from '../build.ts';
import { onHistory, same, write } from '../support.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_b', market: 'US' };
const BRITISH: Account = { role: 'seller', account: 'acc_gb', market: 'GB' };

const toShip = (id: string, shipByAt: number | null, fields: Partial<Order> = {}) =>
  makeOrder({
    id,
    status: 'AWAITING_SHIPMENT',
    deadlines: makeDeadlines({ shipByAt, autoCancelAt: shipByAt && shipByAt + 30 * DAY }),
    ...fields,
  });
const names = (found: Awaited<ReturnType<typeof readDeadlines>>) =>
  found.deadlines.map(({ kind, order }) => `${order.id} ${kind}`);

// Whole seconds near now: equal times come about, and each bound of the ranges is met.
const near = (days: number) =>
  fc.integer({ min: -days * 24, max: 20 * 24 }).map((hours) => NOW + hours * HOUR);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const request = fc
  .record({
    type: fc.constantFrom('CANCELLATION', 'REFUND'),
    status: fc.constantFrom('PENDING', 'RETURN_OR_REFUND_REQUEST_PENDING'),
    openedAt: orNull(near(18)),
    respondByAt: orNull(near(60)),
    amount: orNull(fc.constant(500)),
  })
  .map(makeReturn);

/** An order with any clocks; one that is to be shipped has a time for it, as pages have. */
const anyOrder = (owner: Account) =>
  fc
    .record({
      id: fc.integer({ min: 10, max: 60 }).map(String),
      status: fc.constantFrom(...ORDER_STATUSES),
      placedAt: near(29).filter((at) => at <= NOW),
      deliveredAt: orNull(near(99).filter((at) => at <= NOW)),
      shipByAt: near(12),
      deadline: orNull(near(40)),
      eta: orNull(near(15)),
      returns: fc.array(request, { maxLength: 2 }),
    })
    .map(({ shipByAt, deadline: at, eta, returns, ...fields }) =>
      makeOrder(
        {
          ...fields,
          deadlines: { shipByAt, autoCancelAt: at, collectByAt: at, deliverByAt: at, returnByAt: at },
          packages: [makePackage({ etaAt: eta })],
          returns: returns.map((entry, index) => ({ ...entry, id: String(index) })),
        },
        owner,
      ),
    );
const orders = (owner: Account) =>
  fc.uniqueArray(anyOrder(owner), { selector: ({ id }) => id, maxLength: 12 });

const TASKS = /^(ship-by|collect-by|deliver-by|.+-answer|undelivered-refund|refund-expected)$/;

/** The same from every order of the history, one after the other. */
async function slowDeadlines(db: History): Promise<string[]> {
  const rows = await db.orders.orderBy('key').toArray();
  return rows
    .flatMap(({ order }) => deadlinesOf(order, NOW).map((entry) => ({ ...entry, order })))
    .filter(({ kind, atMs }) => atMs >= (TASKS.test(kind) ? NOW - 7 * DAY : NOW))
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ kind, order }) => `${order.id} ${kind}`);
}

export const deadlineCases = [
  onHistory('the ranges of the indexes hold every deadline of a history', async (db) => {
    await fc.assert(
      fc.asyncProperty(orders(SHOP), orders(BUYER), async (sold, bought) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        await write(db, sold);
        await write(db, bought, { owner: BUYER, origin: 'www.tiktok.com' });
        const [found, expected] = [await readDeadlines(db, NOW, 1000), await slowDeadlines(db)];
        same(names(found), expected, 'deadlines');
        same([found.total, found.isAtLeast], [expected.length, false]);
      }),
      { numRuns: 150 },
    );
  }),
  onHistory('the soonest deadlines of both roles stand in one list', async (db) => {
    const returned = makeReturn({ respondByAt: NOW + 3 * HOUR });
    const asked = makeReturn({
      id: '4035',
      status: 'RETURN_OR_REFUND_REQUEST_PENDING',
      openedAt: NOW - 40 * HOUR,
    });
    await write(db, [
      toShip('1', NOW + 5 * HOUR),
      makeOrder({ id: '2', status: 'DELIVERED', returns: [returned] }),
      makeOrder({ id: '3', status: 'DELIVERED', returns: [asked] }),
      makeOrder({
        id: '4',
        status: 'AWAITING_COLLECTION',
        placedAt: NOW - DAY,
        deadlines: makeDeadlines({ collectByAt: NOW + 2 * HOUR, deliverByAt: NOW + 90 * DAY }),
      }),
    ]);
    const eta = (etaAt: number) => [makePackage({ etaAt })];
    const bought = [
      makeOrder({ id: '5', status: 'IN_TRANSIT', packages: eta(NOW + HOUR) }, BUYER),
      makeOrder({ id: '6', status: 'IN_TRANSIT', packages: eta(NOW - 2 * DAY) }, BUYER),
      makeOrder({ id: '7', status: 'DELIVERED', deliveredAt: NOW - 29 * DAY }, BUYER),
      makeOrder(
        {
          id: '8',
          status: 'UNPAID',
          placedAt: NOW - HOUR,
          deadlines: makeDeadlines({ autoCancelAt: NOW + 6 * HOUR }),
        },
        BUYER,
      ),
    ];
    await write(db, bought, { owner: BUYER, origin: 'www.tiktok.com' });
    const found = await readDeadlines(db, NOW, 8);
    same(names(found), [
      '5 delivery',
      '4 collect-by',
      '2 return-answer',
      '1 ship-by',
      '8 pay-by',
      '3 return-answer',
      '7 return-window',
      '6 undelivered-refund',
    ]);
    // And: 1 cancels itself, 4 is to be delivered, 5 is refunded, 7 is guaranteed.
    same([found.total, found.isAtLeast], [12, false]);
  }),
  onHistory('what is late stays in the list for a week, and what is over is not in it', async (db) => {
    await write(db, [
      toShip('1', NOW - 7 * DAY),
      toShip('2', NOW - 7 * DAY - 1),
      toShip('3', NOW - 1),
      makeOrder({ id: '4', status: 'IN_TRANSIT', deadlines: makeDeadlines({ shipByAt: NOW + 1 }) }),
    ]);
    const over = makeOrder(
      { id: '5', status: 'DELIVERED', deliveredAt: NOW - 100 * DAY, placedAt: NOW - 120 * DAY },
      BUYER,
    );
    await write(db, [over], { owner: BUYER, origin: 'www.tiktok.com' });
    const found = await readDeadlines(db, NOW, 2);
    same(names(found), ['1 ship-by', '3 ship-by']);
    same(
      found.deadlines.map(({ isPast }) => isPast),
      [true, true],
    );
  }),
  onHistory('equal times stand in the order of their keys, however they came in', async (db) => {
    const ids = ['577000000000000003', '577000000000000001', '577000000000000002'];
    for (const id of ids) await write(db, [toShip(id, NOW + HOUR)]);
    const expected = [...ids].sort().map((id) => `${id} ship-by`);
    for (const limit of [3, 3]) same(names(await readDeadlines(db, NOW, limit)), expected);
  }),
  onHistory('of many deadlines a few are read, and all are counted', async (db) => {
    const orders = Array.from({ length: 450 }, (_, index) =>
      toShip(String(1000 + index), NOW + index * HOUR),
    );
    await write(db, orders);
    const found = await readDeadlines(db, NOW, 5);
    same(
      names(found),
      ['1000', '1001', '1002', '1003', '1004'].map((id) => `${id} ship-by`),
    );
    same([found.total, found.isAtLeast], [900, true]);
  }),
  onHistory('a rule of the user’s own gives a clock where market and page have none', async (db) => {
    const order = makeOrder({ id: '1', status: 'AWAITING_SHIPMENT', placedAt: NOW - DAY }, BRITISH);
    await write(db, [order], { owner: BRITISH, origin: 'seller-uk.tiktok.com' });
    same((await readDeadlines(db, NOW, 5)).total, 0);
    const own = { accountKey: 'seller|acc_gb', setAt: NOW } as const;
    const overrides: RuleOverride[] = [
      { ...own, kind: 'dispatch', workingDays: 1, cutOff: null, timeZone: null },
      { ...own, kind: 'working-week', days: [1, 2, 3, 4, 5] },
    ];
    const handlers = rulebookHandlers(db, (work) => work.then(() => null));
    await handlers['rulebook.setOverrides']({ overrides }, { from: 'own', host: '' });
    same(await readRuleOverrides(db), overrides);
    const found = await readDeadlines(db, NOW, 5);
    // Ordered on a Friday morning in London: due at the end of Monday.
    same(
      found.deadlines.map(({ atMs }) => atMs),
      [Date.parse('2026-11-23T23:59:59Z')],
    );
    same([found.total, found.isAtLeast], [1, false]);
  }),
  onHistory('a computed ship-by time is in the index, and one that is not known is not', async (db) => {
    const placedAt = Date.parse('2026-11-19T18:00Z');
    await write(db, [toShip('1', null, { placedAt }), toShip('2', null)]);
    same(
      (await db.orders.orderBy('shipDueAt').toArray()).map(({ order, shipDueAt }) => [order.id, shipDueAt]),
      [['1', Date.parse('2026-11-24T07:59:59Z')]],
    );
    const [row] = await db.orders.orderBy('shipDueAt').toArray();
    same(deadlinesOf(row?.order ?? toShip('0', 1), NOW)[0]?.isComputed, true);
  }),
];
