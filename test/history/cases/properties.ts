import fc from 'fast-check';
import type { History } from '../../../lib/history/db.ts';
import { checkRollups } from '../../../lib/history/rollups.ts';
import { undoCapture } from '../../../lib/history/undo.ts';
import { page } from '../arbitrary.ts';
import { slowRollups, storedRollups } from '../slow.ts';
import { everything, makeCapture, onHistory, same, write } from '../support.ts';

type Step =
  | { kind: 'page' | 'file'; page: typeof page extends fc.Arbitrary<infer T> ? T : never }
  | { kind: 'undo'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('page' as const), page }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('file' as const), page }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(20) }) },
);

async function clear(db: History): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}

async function sameRollups(db: History): Promise<void> {
  const orders = (await db.orders.toArray()).map((row) => row.order);
  const [got, want] = [storedRollups(await db.rollups.toArray()), slowRollups(orders)];
  same([...got].sort(byKey), [...want].sort(byKey), 'rollups');
  same((await checkRollups(db)).wrong, 0, 'check');
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]) => (a[0] < b[0] ? -1 : 1);

async function play(db: History, steps: readonly Step[]): Promise<void> {
  const done: string[] = [];
  for (const action of steps) {
    if (action.kind === 'undo') {
      const id = done[action.which % Math.max(1, done.length)];
      if (id) await undoCapture(db, id, 1);
    } else {
      const { owner, orders } = action.page;
      const capture = makeCapture({ owner, kind: action.kind });
      done.push(capture.id);
      await write(db, orders, capture);
    }
    await sameRollups(db);
  }
}

const ordersOf = async (db: History) => [await db.orders.toArray(), await db.rollups.toArray()];

export const propertyCases = [
  onHistory('rollups are what a slow count of all orders gives, after every step', async (db) => {
    const steps = fc.array(step, { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await clear(db);
        await play(db, list);
      }),
      { numRuns: 60 },
    );
  }),
  onHistory('any reading that is written twice changes nothing the second time', async (db) => {
    await fc.assert(
      fc.asyncProperty(page, page, async (first, second) => {
        await clear(db);
        await write(db, first.orders, { owner: first.owner });
        await write(db, second.orders, { owner: second.owner });
        const before = await everything(db);
        const counts = await write(db, second.orders, { owner: second.owner });
        same(counts, { created: 0, updated: 0, unchanged: second.orders.length });
        same(await everything(db), before);
      }),
      { numRuns: 80 },
    );
  }),
  onHistory('undoing the last capture gives back every row as it was', async (db) => {
    await fc.assert(
      fc.asyncProperty(page, page, page, async (first, second, last) => {
        await clear(db);
        for (const { owner, orders } of [first, second]) await write(db, orders, { owner });
        const before = await ordersOf(db);
        await write(db, last.orders, { owner: last.owner, id: 'last' });
        await undoCapture(db, 'last', 1);
        same(await ordersOf(db), before);
      }),
      { numRuns: 80 },
    );
  }),
  onHistory('two captures that tell of different times end the same in either order', async (db) => {
    await fc.assert(
      fc.asyncProperty(page, fc.nat(1000), async ({ owner, orders }, later) => {
        const moved = orders.map((order) => ({
          ...order,
          status: 'COMPLETED' as const,
          statusLabel: 'done',
        }));
        const [old, fresh] = [orders, moved].map((list, index) =>
          list.map((order) => ({ ...order, updatedAt: 1e12 + index * (later + 1) })),
        ) as [typeof orders, typeof orders];
        const ends: unknown[] = [];
        for (const turns of [
          [old, fresh],
          [fresh, old],
        ]) {
          await clear(db);
          for (const turn of turns) await write(db, turn, { owner });
          ends.push(
            (await db.orders.toArray()).map(({ order }) => [
              order.id,
              order.status,
              order.amounts,
              order.updatedAt,
            ]),
          );
        }
        same(ends[0], ends[1]);
      }),
      { numRuns: 40 },
    );
  }),
];
