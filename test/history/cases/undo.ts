import type { History } from '../../../lib/history/db.ts';
import { writeImport } from '../../../lib/history/import.ts';
import { addNote } from '../../../lib/history/notes.ts';
import { checkRollups } from '../../../lib/history/rollups.ts';
import { undoCapture } from '../../../lib/history/undo.ts';
import type { Order } from '../../../lib/model/order.ts';
import { makeAmounts, makeItem, makeOrder, makePackage, NOW } from '../build.ts';
import { importOrders, onHistory, onlyOrder, rejection, same, write } from '../support.ts';

const base = (fields: Partial<Order> = {}) =>
  makeOrder({
    id: '1',
    status: 'COMPLETED',
    currency: 'USD',
    placedAt: NOW,
    amounts: makeAmounts({ total: 100 }),
    ...fields,
  });
const told = (updatedAt: number, fields: Partial<Order>) => base({ updatedAt, ...fields });
const scan = (second: number, text: string | null = 'told') => ({
  at: NOW + second * 1000,
  title: `Scan ${second}`,
  text,
});

async function isConsistent(db: History): Promise<void> {
  same((await checkRollups(db)).wrong, 0, 'rollups');
}

export const undoCases = [
  onHistory('what a capture created goes, with its sums', async (db) => {
    await write(db, [base(), base({ id: '2' })], { id: 'c' });
    same(await undoCapture(db, 'c', NOW), { removed: 2, restored: 0, kept: 0 });
    same([await db.orders.count(), await db.rollups.count(), await db.changes.count()], [0, 0, 0]);
    same((await db.captures.get('c'))?.undoneAt, NOW);
  }),
  onHistory('what a capture changed is as it was before', async (db) => {
    await write(db, [told(1, { items: [makeItem({ lineIds: ['1'] })], counterparty: 'A' })]);
    const before = [await db.orders.toArray(), await db.rollups.toArray()];
    const change = told(2, {
      status: 'CANCELLED',
      counterparty: 'B',
      amounts: makeAmounts({ total: 5, tax: 1 }),
    });
    await write(
      db,
      [{ ...change, items: [makeItem({ lineIds: ['2'] })], packages: [makePackage({ events: [scan(1)] })] }],
      { id: 'c' },
    );
    same(await undoCapture(db, 'c', NOW), { removed: 0, restored: 1, kept: 0 });
    same([await db.orders.toArray(), await db.rollups.toArray()], before);
  }),
  onHistory('what a later capture changed again stays', async (db) => {
    await write(db, [told(1, { counterparty: 'A', paymentMethod: 'Visa' })]);
    await write(db, [told(2, { counterparty: 'B', paymentMethod: 'PayPal' })], { id: 'bad' });
    await write(db, [told(3, { counterparty: 'C', paymentMethod: 'PayPal' })], { id: 'good' });
    await undoCapture(db, 'bad', NOW);
    const order = await onlyOrder(db);
    same([order.counterparty, order.paymentMethod], ['C', 'Visa']);
    await undoCapture(db, 'good', NOW);
    same([(await onlyOrder(db)).counterparty, (await onlyOrder(db)).updatedAt], ['A', 1]);
    await isConsistent(db);
  }),
  onHistory('an order that a later capture told more about is kept', async (db) => {
    await write(db, [base()], { id: 'first' });
    await write(db, [base({ counterparty: 'B' })], { id: 'second' });
    same(await undoCapture(db, 'first', NOW), { removed: 0, restored: 0, kept: 1 });
    same((await onlyOrder(db)).counterparty, 'B');
    await isConsistent(db);
  }),
  onHistory('of an order that a page keeps goes what the undone file alone told', async (db) => {
    const source = (id: string, seenAt: number) => ({ sources: [{ id, seenAt }] });
    const amounts = makeAmounts({ total: 100, tax: 9 });
    const items = [makeItem({ lineIds: ['1'] })];
    const file = base({
      ...source('files/x', NOW),
      amounts,
      items,
      paymentMethod: 'Visa',
      counterparty: 'A',
    });
    const page = base({ ...source('seller/order-list', NOW + 1000), counterparty: 'B', paidAt: NOW });
    await write(db, [file], { id: 'file', kind: 'file', sourceId: 'files/x' });
    await write(db, [page], { id: 'page' });
    same(await undoCapture(db, 'file', NOW), { removed: 0, restored: 0, kept: 1 });
    same(await onlyOrder(db), page);
    await isConsistent(db);
    await undoCapture(db, 'page', NOW);
    same([await db.orders.count(), await db.rollups.count()], [0, 0]);
  }),
  onHistory('when both captures of an order are undone, nothing of it is left', async (db) => {
    for (const turns of [
      ['first', 'second'],
      ['second', 'first'],
    ]) {
      await write(db, [base()], { id: 'first' });
      await write(db, [base({ counterparty: 'B' })], { id: 'second' });
      for (const id of turns) await undoCapture(db, id, NOW);
      same(await db.orders.count(), 0, `orders after undoing ${turns.join(', then ')}`);
      same(await db.rollups.count(), 0, 'rollups');
    }
  }),
  onHistory('a scan that came later stays, though the parcel came with the undone capture', async (db) => {
    await write(db, [base()]);
    await write(db, [base({ packages: [makePackage({ events: [scan(1)] })] })], { id: 'c' });
    await write(db, [base({ packages: [makePackage({ events: [scan(2), scan(1)] })] })]);
    await undoCapture(db, 'c', NOW);
    const titles = (await onlyOrder(db)).packages.flatMap((parcel) =>
      parcel.events.map((event) => event.title),
    );
    same(titles.includes('Scan 2'), true, `the later scan is there, the scans are ${titles.join()}`);
  }),
  onHistory('scans stand newest first after an undo', async (db) => {
    const listed = { at: NOW + 3140, title: 'On its way', text: null };
    await write(db, [base({ packages: [makePackage({ events: [listed, scan(2)] })] })]);
    await write(db, [base({ packages: [makePackage({ events: [scan(3), scan(2)] })] })], { id: 'c' });
    await undoCapture(db, 'c', NOW);
    same((await onlyOrder(db)).packages[0]?.events, [listed, scan(2)]);
  }),
  onHistory('an order that a list named twice is undone once', async (db) => {
    await write(db, [base(), base({ amounts: makeAmounts({ total: 900 }), counterparty: 'B' })], { id: 'c' });
    await undoCapture(db, 'c', NOW);
    same(await db.orders.count(), 0);
    same(await db.rollups.toArray(), []);
  }),
  onHistory('a known order that a list changed twice is as it was before', async (db) => {
    await write(db, [told(1, { counterparty: 'A' })]);
    const twice = [
      told(2, { counterparty: 'B' }),
      told(3, { counterparty: 'C', amounts: makeAmounts({ total: 900 }) }),
    ];
    await write(db, twice, { id: 'c' });
    await undoCapture(db, 'c', NOW);
    const order = await onlyOrder(db);
    same([order.counterparty, order.amounts.total, order.updatedAt], ['A', 100, 1]);
    await isConsistent(db);
  }),
  onHistory('an import in parts is undone as one', async (db) => {
    await write(db, [told(1, { counterparty: 'A' })]);
    const orders = Array.from({ length: 7 }, (_, index) =>
      told(2, { id: String(index + 1), counterparty: 'B' }),
    );
    same(await importOrders(db, orders, 'import', 3), { created: 6, updated: 1, unchanged: 0 });
    same(await db.changes.where('captureId').equals('import').count(), 3);
    same((await db.captures.get('import'))?.createdCount, 6);
    same(await undoCapture(db, 'import', NOW), { removed: 6, restored: 1, kept: 0 });
    same((await onlyOrder(db)).counterparty, 'A');
    await isConsistent(db);
  }),
  onHistory('an import that was undone while it ran adds nothing more', async (db) => {
    const part = (id: string) => ({
      ...{ importId: 'i', fileName: 'orders.json', sourceId: 'files/orderlens-json', account: 'acc_shop' },
      ...{ seenAt: NOW, orders: [base({ id })], records: [], misses: [], brokenCount: 0 },
    });
    await writeImport(db, part('1'), NOW);
    await undoCapture(db, 'i', NOW);
    same((await rejection(() => writeImport(db, part('2'), NOW))).message.includes('was undone'), true);
    same(await db.orders.count(), 0);
  }),
  onHistory('no note is taken of an order that is gone', async (db) => {
    await write(db, [base()], { id: 'c' });
    const [key] = await db.orders.toCollection().primaryKeys();
    await undoCapture(db, 'c', NOW);
    const note = { orderKey: key ?? '', kind: 'note', text: 'kept' } as const;
    const gone = await rejection(() => addNote(db, note, NOW));
    same([gone.message.includes('not in your history'), await db.notes.count()], [true, 0]);
  }),
  onHistory('undoing again, or what never was, changes nothing', async (db) => {
    await write(db, [base()], { id: 'c' });
    await write(db, [base({ counterparty: 'B' })]);
    await undoCapture(db, 'c', NOW);
    const before = await db.orders.toArray();
    same(await undoCapture(db, 'c', NOW), { removed: 0, restored: 0, kept: 0 });
    same(await undoCapture(db, 'none', NOW), { removed: 0, restored: 0, kept: 0 });
    same(await db.orders.toArray(), before);
    await isConsistent(db);
  }),
];
