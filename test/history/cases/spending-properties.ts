import fc from 'fast-check';
import type { History } from '../../../lib/history/db.ts';
import { type Period, readSpending } from '../../../lib/history/read/spending.ts';
import { readCategoryRules } from '../../../lib/history/read/spending-settings.ts';
import { changeCategoryRules, checkRollups } from '../../../lib/history/rollups.ts';
import { undoCapture } from '../../../lib/history/undo.ts';
import { netMinor } from '../../../lib/insights/spending.ts';
import type { Account, Order } from '../../../lib/model/order.ts';
import type { CategoryRule } from '../../../lib/model/spending.ts';
import { buyerPage, rules } from '../arbitrary-buyer.ts';
import { NOW } from '../build.ts';
import { slowRollups, storedRollups } from '../slow.ts';
import { slowCategoryBy, slowMonth, slowNets, slowOrders, slowSeller, slowSum } from '../slow-periods.ts';
import { makeCapture, onHistory, same, write } from '../support.ts';

type Step =
  | { kind: 'page' | 'file'; page: { owner: Account; orders: Order[] } }
  | { kind: 'undo'; which: number }
  | { kind: 'rules'; rules: CategoryRule[] };
const page = fc.record({ kind: fc.constant('page' as const), page: buyerPage });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: page },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('file' as const), page: buyerPage }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rules' as const), rules }) },
);

async function play(db: History, steps: readonly Step[]): Promise<void> {
  const done: string[] = [];
  for (const action of steps) {
    if (action.kind === 'rules') await changeCategoryRules(db, action.rules);
    else if (action.kind === 'undo') {
      const id = done[action.which % Math.max(1, done.length)];
      if (id) await undoCapture(db, id, 1);
    } else {
      const capture = makeCapture({ owner: action.page.owner, kind: action.kind });
      done.push(capture.id);
      await write(db, action.page.orders, capture);
    }
    await sameRollups(db);
  }
}

async function sameRollups(db: History): Promise<void> {
  const orders = (await db.orders.toArray()).map((row) => row.order);
  const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]) => (a[0] < b[0] ? -1 : 1);
  const want = slowRollups(orders, await readCategoryRules(db));
  same([...storedRollups(await db.rollups.toArray())].sort(byKey), [...want].sort(byKey), 'rollups');
  same((await checkRollups(db)).wrong, 0, 'check');
}

/** Every period of a currency says what the orders say. */
async function samePeriods(db: History, currency: string): Promise<void> {
  const orders = (await db.orders.toArray()).map((row) => row.order);
  const categoryOf = slowCategoryBy(await readCategoryRules(db));
  // A few months are enough: every run has others.
  const months = [...new Set(orders.map(slowMonth))].filter((month) => month !== 'unknown').slice(0, 3);
  const periods: [Period, string][] = [
    ...months.map((month): [Period, string] => [{ kind: 'month', month }, month]),
    ...['2024', '2025', '2026'].map((year): [Period, string] => [{ kind: 'year', year }, `${year}-`]),
    [{ kind: 'all' }, ''],
  ];
  for (const [period, from] of periods) {
    const own = slowOrders(orders, currency, from);
    const told = await readSpending(db, period, currency, NOW);
    if (told.currency !== currency) continue;
    for (const name of [
      'paidOrders',
      'spentMinor',
      'refundedMinor',
      'withoutAmount',
      'withoutStatus',
      'pendingRefundMinor',
    ] as const)
      same(told.sums[name], slowSum(own, name), `${name} of ${from}`);
    const nets = (entries: typeof told.sellers) =>
      Object.fromEntries(entries.map(({ name, sums }) => [name, netMinor(sums)]));
    same(nets(told.sellers), slowNets(own, slowSeller), `shops of ${from}`);
    same(nets(told.categories), slowNets(own, categoryOf), `categories of ${from}`);
  }
}

export const spendingPropertyCases = [
  onHistory(
    'a buyer’s rollups and views are what a slow count gives, after any writes, undos and rules',
    async (db) => {
      const steps = fc.array(step, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(steps, async (list) => {
          await Promise.all(db.tables.map((table) => table.clear()));
          await play(db, list);
          await samePeriods(db, 'USD');
          await samePeriods(db, 'VND');
        }),
        { numRuns: 40 },
      );
    },
  ),
];
