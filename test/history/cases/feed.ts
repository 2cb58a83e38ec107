import fc from 'fast-check';
import type { History } from '../../../lib/history/db.ts';
import { fieldsOf } from '../../../lib/history/fields.ts';
import {
  countChanges,
  countUnseenChanges,
  FEED_SEEN_KEY,
  type FeedEntry,
  type FeedFilter,
  readFeed,
  readFeedEnds,
} from '../../../lib/history/read/feed.ts';
import { undoCapture } from '../../../lib/history/undo.ts';
import type { Order } from '../../../lib/model/order.ts';
import { page } from '../arbitrary.ts';
import { DAY, HOUR, makeAmounts, makeItem, makeOrder, NOW, SHOP } from '../build.ts';
import { canonical, importOrders, makeCapture, ok, onHistory, same, write } from '../support.ts';

const ALL: FeedFilter = { topic: null, account: null };
const NOON = new Date(2026, 10, 20, 12).getTime();
const FIRST = 'A';

const told = (updatedAt: number, fields: Partial<Order> = {}) =>
  makeOrder({ id: '1', currency: 'USD', counterparty: FIRST, updatedAt, ...fields });
const many = (count: number, fields: Partial<Order> = {}) =>
  Array.from({ length: count }, (_, index) => told(1, { id: String(1000 + index), ...fields }));

const read = async (db: History, filter = ALL, limit = 100) =>
  (await readFeed(db, { after: null, before: null, limit, filter })).entries;

/** What an entry says, in short. */
function shortOf(entry: FeedEntry): unknown {
  if (entry.kind !== 'changed') return [entry.kind, entry.count];
  return [entry.key, entry.changes.map(({ fields }) => fields.map(({ path }) => path).join(' '))];
}

interface Told {
  changeId: number;
  key: string;
  path: string;
  old: unknown;
  new: unknown;
}

/** Every changed field of the whole feed, read in pages of so many entries. */
async function allFields(db: History, limit: number): Promise<Told[]> {
  const all: Told[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof readFeed>> = await readFeed(db, {
      after: null,
      before,
      limit,
      filter: ALL,
    });
    for (const entry of page.entries) {
      if (entry.kind !== 'changed') continue;
      for (const { id, fields } of entry.changes)
        all.push(...fields.map((field) => ({ changeId: id, key: entry.key, ...field })));
    }
    before = page.readTo;
  } while (before !== null);
  return all.sort(
    (a, b) => a.changeId - b.changeId || (`${a.key} ${a.path}` < `${b.key} ${b.path}` ? -1 : 1),
  );
}

const newestChange = async (db: History) => (await readFeedEnds(db)).newest;
const ordersByKey = async (db: History) =>
  new Map((await db.orders.toArray()).map((row) => [row.key, row.order] as const));

const BOOKKEEPING = /^(sources\/|updatedAt$|account$)/;

/** The slow way: every field of every order before against every field of it after. */
async function slowFields(db: History, before: ReadonlyMap<string, Order>): Promise<Told[]> {
  const changeId = await newestChange(db);
  const all: Told[] = [];
  for (const [key, order] of await ordersByKey(db)) {
    const known = before.get(key);
    if (!known) continue;
    const [old, fresh] = [fieldsOf(known), fieldsOf(order)];
    for (const path of new Set([...old.keys(), ...fresh.keys()])) {
      const field = { path, old: old.get(path) ?? null, new: fresh.get(path) ?? null };
      if (canonical(field.old) === canonical(field.new) || BOOKKEEPING.test(path)) continue;
      all.push({ changeId, key, ...field });
    }
  }
  return all.sort((a, b) => (`${a.key} ${a.path}` < `${b.key} ${b.path}` ? -1 : 1));
}

const step = fc.record({
  kind: fc.constantFrom('page' as const, 'file' as const),
  hours: fc.nat(30),
  page,
});

export const feedCases = [
  onHistory('the feed has every changed field of random edits exactly once', async (db) => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        async (steps, limit) => {
          await Promise.all(db.tables.map((table) => table.clear()));
          const expected: Told[] = [];
          let at = NOW;
          for (const { kind, hours, page } of steps) {
            at += hours * HOUR;
            const before = await ordersByKey(db);
            await write(db, page.orders, { owner: page.owner, kind, at });
            expected.push(...(await slowFields(db, before)));
          }
          same(await allFields(db, limit), expected);
          count += expected.length;
        },
      ),
      { numRuns: 60 },
    );
    ok(count > 500, 'edits change something');
  }),
  onHistory('the feed is what it was once the last capture is undone', async (db) => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), page, async (pages, last) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        for (const { owner, orders } of pages) await write(db, orders, { owner });
        const before = (await read(db)).map(shortOf);
        await write(db, last.orders, { owner: last.owner, id: 'last' });
        await undoCapture(db, 'last', NOW);
        same((await read(db)).map(shortOf), before);
      }),
      { numRuns: 40 },
    );
  }),
  onHistory('the feed holds an order’s changes of a day together, newest first', async (db) => {
    await write(db, [told(1), told(1, { id: '2' })], { at: NOON - DAY });
    await write(db, [told(2, { counterparty: 'B' })], { at: NOON });
    await write(db, [told(2, { id: '2', counterparty: 'B' })], { at: NOON + HOUR });
    await write(db, [told(3, { counterparty: 'C', paymentMethod: 'Visa' })], { at: NOON + 2 * HOUR });
    await write(db, [told(4, { counterparty: 'D' })], { at: NOON + DAY });
    const [one, two] = ['seller|acc_shop|1', 'seller|acc_shop|2'];
    const entries = await read(db);
    same(entries.map(shortOf), [
      [one, ['counterparty']],
      [one, ['counterparty paymentMethod', 'counterparty']],
      [two, ['counterparty']],
      ['added', 2],
    ]);
    // The order is told as it is now.
    ok(entries[1]?.kind === 'changed' && entries[1].order?.counterparty === 'D', 'as it is now');
    same(entries[1]?.at, NOON + 2 * HOUR);
  }),
  onHistory('what an import added is one line in the feed, and goes when it is undone', async (db) => {
    await write(db, [told(1)], { at: NOON });
    await importOrders(db, [...many(1203), told(2, { counterparty: 'B' })], 'import', 50);
    const [changed, line] = await read(db);
    ok(changed?.kind === 'changed' && line?.kind === 'imported', 'one changed, one line');
    same(line?.kind === 'imported' && [line.count, line.fileName], [1203, 'orders.json']);
    // However little of it is read.
    const [, first] = (await readFeed(db, { after: null, before: null, limit: 2, filter: ALL })).entries;
    same(first?.kind === 'imported' && first.count, 1203);
    await undoCapture(db, 'import', NOW);
    same((await read(db)).map(shortOf), [['added', 1]]);
  }),
  onHistory('orders that a page shows first are one line in the feed, with the first of them', async (db) => {
    await write(db, many(20), { id: 'list' });
    const [line] = await read(db);
    same(line?.kind === 'added' && [line.count, line.first.map(({ key }) => key.slice(-4))], [
      20,
      ['1000', '1001', '1002'],
    ]);
  }),
  onHistory('a change that an undo left without effect is not in the feed', async (db) => {
    await write(db, [told(1)]);
    await write(db, [told(2, { counterparty: 'B' })], { id: 'wrong' });
    await write(db, [told(3, { counterparty: FIRST })]);
    same((await read(db)).length, 2);
    await undoCapture(db, 'wrong', NOW);
    same((await read(db)).map(shortOf), [['added', 1]]);
  }),
  onHistory('the feed narrows to what changed and to a shop', async (db) => {
    const bar = { ...SHOP, account: 'acc_shop|b' };
    await write(db, [told(1)]);
    await write(db, [{ ...told(1), id: '5', account: bar.account }], { owner: bar });
    const items = [makeItem({ lineIds: ['1'] })];
    const change = { status: 'IN_TRANSIT', amounts: makeAmounts({ total: 5 }), items } as const;
    await write(db, [told(2, change)]);
    await write(db, [{ ...told(2, change), id: '5', account: bar.account }], { owner: bar });
    const paths = async (filter: Partial<FeedFilter>) => (await read(db, { ...ALL, ...filter })).map(shortOf);
    const [one, five] = ['seller|acc_shop|1', 'seller|acc_shop|b|5'];
    same(await paths({ topic: 'status' }), [
      [five, ['status']],
      [one, ['status']],
    ]);
    same(await paths({ topic: 'money', account: 'acc_shop' }), [[one, ['amounts.total']]]);
    same(await paths({ topic: 'returns' }), []);
    same(await paths({ account: 'acc_shop|b' }), [
      [five, ['status amounts.total items/1']],
      ['added', 1],
    ]);
  }),
  onHistory('the feed looks for a rare change a bounded way back, and goes on from there', async (db) => {
    await write(db, [told(1), told(1, { id: '2' })]);
    await write(db, [told(2, { status: 'IN_TRANSIT' })]);
    const rest = Array.from({ length: 100 }, (_, index) => ({
      captureId: `c${index}`,
      at: NOON,
      sourceId: 'seller/order-list',
      created: [],
      updatedKeys: ['seller|acc_shop|2'],
      updated: [
        {
          key: 'seller|acc_shop|2',
          fields: [{ path: 'counterparty', old: `${index}`, new: `${index + 1}` }],
        },
      ],
    }));
    await db.changes.bulkAdd(rest);
    const filter = { ...ALL, topic: 'status' } as const;
    const near = await readFeed(db, { after: null, before: null, limit: 1, filter });
    same(near.entries, []);
    ok(near.readTo !== null && near.readTo > 1, 'it stops on the way');
    const far = await readFeed(db, { after: null, before: null, limit: 3, filter });
    same(far.entries.map(shortOf), [['seller|acc_shop|1', ['status']]]);
    same(far.readTo, null);
  }),
  onHistory('orders are read for what the feed shows, and for nothing else', async (db) => {
    await importOrders(db, many(300), 'import', 100);
    for (const order of many(40, { counterparty: 'B', updatedAt: 2 })) await write(db, [order]);
    let asked = 0;
    db.orders.hook('reading', (row) => {
      asked += 1;
      return row;
    });
    same((await read(db, ALL, 10)).length, 10);
    ok(asked <= 10, `${asked} orders read`);
  }),
  onHistory('nothing is unseen before the first look, then what came since is', async (db) => {
    await write(db, [told(1), told(1, { id: '2' })]);
    await write(db, [told(2, { counterparty: 'B' })]);
    same(await countUnseenChanges(db), { count: 0, isMore: false });
    const seenTo = await newestChange(db);
    await db.meta.put({ key: FEED_SEEN_KEY, value: seenTo });
    same(await countUnseenChanges(db), { count: 0, isMore: false });
    // Twice the same order, once one that only was seen again, and new ones.
    await write(db, [told(3, { counterparty: 'C' })], { id: 'c' });
    await write(db, [told(4, { counterparty: 'D' })], { id: 'd' });
    await write(db, [told(4, { id: '2', sources: [{ id: 'seller/order-list', seenAt: NOW + 9 }] })]);
    await write(db, many(7));
    same(await countUnseenChanges(db), { count: 1, isMore: false });
    // Only what is newer than the last look, and no orders that merely joined.
    const unseen = await readFeed(db, { after: seenTo, before: null, limit: 9, filter: ALL });
    same(unseen.entries.map(shortOf), [['seller|acc_shop|1', ['counterparty', 'counterparty']]]);
    same(unseen.readTo, null);
    same(await countChanges(db, { after: seenTo, before: seenTo + 1 }, ALL), {
      newest: null,
      changed: 0,
      added: 0,
      isMore: false,
    });
    same(await countChanges(db, { after: seenTo, before: null }, ALL), {
      newest: await newestChange(db),
      changed: 1,
      added: 7,
      isMore: false,
    });
    await undoCapture(db, 'd', NOW);
    await undoCapture(db, 'c', NOW);
    same(await countUnseenChanges(db), { count: 0, isMore: false });
  }),
  onHistory('no more is counted as unseen than people read', async (db) => {
    await write(db, many(150));
    await db.meta.put({ key: FEED_SEEN_KEY, value: await newestChange(db) });
    await write(db, many(99, { counterparty: 'B', updatedAt: 2 }));
    same(await countUnseenChanges(db), { count: 99, isMore: false });
    await write(db, many(150, { counterparty: 'C', updatedAt: 3 }), makeCapture());
    same(await countUnseenChanges(db), { count: 99, isMore: true });
  }),
];
