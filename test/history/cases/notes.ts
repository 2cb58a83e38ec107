import type { History } from '../../../lib/history/db.ts';
import { eraseHistory } from '../../../lib/history/erase.ts';
import { addChangeRequest, addNote, deleteNote, editNote, endWatch } from '../../../lib/history/notes.ts';
import { readBuyerSummary } from '../../../lib/history/read/buyer.ts';
import { readBuyerOrder } from '../../../lib/history/read/buyer-order.ts';
import { orderKey } from '../../../lib/model/key.ts';
import type { Account, Order } from '../../../lib/model/order.ts';
import { DAY, HOUR, makeDeadlines, makeItem, makeOrder, makePackage, makeReturn, NOW } from '../build.ts';
import { everything, importOrders, onHistory, rejection, same, write } from '../support.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const FILE: Account = { role: 'buyer', account: 'file:My TikTok account', market: null };
const bought = (fields: Partial<Order>, owner = BUYER) =>
  makeOrder({ id: '5', currency: 'USD', placedAt: NOW - DAY, ...fields }, owner);
const KEY = orderKey(bought({}));
const page = { owner: BUYER, origin: 'www.tiktok.com', sourceId: 'buyer/order-list' };
const see = (db: History, orders: Order[]) => write(db, orders, page);

async function logOf(db: History, order: Order): Promise<string[]> {
  return (await readBuyerOrder(db, orderKey(order), order)).log.map((note) => note.text);
}

async function summary(db: History, at = NOW) {
  return readBuyerSummary(db, await db.accounts.toArray(), at);
}

const ids = (rows: readonly { order: Order }[]) => rows.map(({ order }) => order.id);

export const noteCases = [
  onHistory('a log is told newest first; entries change and go', async (db) => {
    await see(db, [bought({}), bought({ id: '6' })]);
    const first = await addNote(db, { orderKey: KEY, kind: 'note', text: 'Called them' }, NOW);
    await addNote(db, { orderKey: KEY, kind: 'message', text: 'Where is it?' }, NOW + 1);
    await addNote(db, { orderKey: orderKey(bought({ id: '6' })), kind: 'note', text: 'other' }, NOW + 2);
    same(await logOf(db, bought({})), ['Where is it?', 'Called them']);
    await editNote(db, first, 'Wrote to them');
    same(await logOf(db, bought({})), ['Where is it?', 'Wrote to them']);
    await deleteNote(db, first);
    await deleteNote(db, 'none');
    same(await logOf(db, bought({})), ['Where is it?']);
  }),
  onHistory('a log follows its order when a page adopts it from a file', async (db) => {
    await importOrders(db, [bought({}, FILE)], 'i');
    const from = orderKey(bought({}, FILE));
    await addNote(db, { orderKey: from, kind: 'note', text: 'kept' }, NOW);
    await addChangeRequest(db, { orderKey: from, what: 'cancel', text: '' }, NOW + 1);
    await see(db, [bought({ status: 'AWAITING_SHIPMENT' })]);
    same(await logOf(db, bought({})), ['', 'kept']);
    same(
      (await db.notes.toArray()).filter((note) => note.orderKey === from),
      [],
    );
    same(
      (await summary(db)).changes.map(({ row }) => row.key),
      [KEY],
    );
  }),
  onHistory('a change is watched from what the order was, until the watch ends', async (db) => {
    await see(db, [bought({ shipTo: '1 Elm St', status: 'AWAITING_SHIPMENT' })]);
    const key = await addChangeRequest(db, { orderKey: KEY, what: 'address', text: 'To 2 Oak St' }, NOW);
    const [watched] = (await summary(db)).changes;
    same([watched?.note.request?.shipTo, watched?.note.request?.askedAt], ['1 Elm St', NOW]);
    await endWatch(db, key);
    same((await summary(db)).changes, []);
    same(await logOf(db, bought({})), ['To 2 Oak St']);
    const gone = rejection(() =>
      addChangeRequest(db, { orderKey: 'buyer|x|1', what: 'item', text: '' }, NOW),
    );
    same((await gone).message.includes('not in your history'), true);
  }),
  onHistory('deleting everything deletes the logs', async (db) => {
    await see(db, [bought({})]);
    await addNote(db, { orderKey: KEY, kind: 'note', text: 'private' }, NOW);
    await eraseHistory(db);
    same((await everything(db))['notes'], []);
  }),
  onHistory('a buyer’s day is read from short ranges of the indexes', async (db) => {
    const parcel = (etaAt: number | null) => [makePackage({ etaAt })];
    const delivered = (id: string, deliveredAt: number) => bought({ id, status: 'DELIVERED', deliveredAt });
    const unpaid = (id: string, autoCancelAt: number) =>
      bought({ id, status: 'UNPAID', deadlines: makeDeadlines({ autoCancelAt }) });
    await see(db, [
      bought({ id: '1', status: 'IN_TRANSIT', packages: parcel(NOW - 3 * DAY) }),
      bought({ id: '2', status: 'IN_TRANSIT', packages: parcel(NOW + 3 * DAY) }),
      bought({ id: '3', status: 'IN_TRANSIT' }),
      bought({ id: '4', status: 'IN_TRANSIT', packages: parcel(NOW - 90 * DAY) }),
      delivered('5', NOW - DAY),
      delivered('6', NOW - 28 * DAY),
      delivered('7', NOW - 40 * DAY),
      bought({ id: '8', status: 'COMPLETED', deadlines: makeDeadlines({ returnByAt: NOW + HOUR }) }),
      bought({ id: '9', status: 'DELIVERED', returns: [makeReturn({ amount: 500, openedAt: NOW - DAY })] }),
      bought({ id: '10', status: 'AWAITING_SHIPMENT' }),
      unpaid('12', NOW + 30 * HOUR),
      unpaid('13', NOW + HOUR),
      unpaid('14', NOW - HOUR),
      unpaid('15', NOW + 3 * DAY),
      bought({ id: '16', status: 'UNPAID' }),
    ]);
    await write(db, [
      makeOrder({ id: '17', status: 'UNPAID', deadlines: makeDeadlines({ autoCancelAt: NOW + HOUR }) }),
    ]);
    await write(db, [makeOrder({ id: '11', status: 'IN_TRANSIT' })]);
    const day = await summary(db);
    same([ids(day.late), ids(day.expected), ids(day.withoutEta)], [['4', '1'], ['2'], ['3']]);
    same([ids(day.arrived), ids(day.returnsEnding), ids(day.owed)], [['5'], ['8', '6'], ['9']]);
    same(ids(day.toPay), ['13', '12']);
    same([day.orderCount, day.onTheWayCount, day.isMoreOwed], [15, 4, false]);
    const nobody = await readBuyerSummary(db, [], NOW);
    same([nobody.orderCount, nobody.late, nobody.owed], [0, [], []]);
  }),
  onHistory('a buyer’s day reads as few orders from a long history as from a short one', async (db) => {
    const old = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        bought({
          id: `${from + index}`,
          status: 'COMPLETED',
          deliveredAt: NOW - 60 * DAY,
          placedAt: NOW - 65 * DAY,
        }),
      );
    let reads = 0;
    db.orders.hook('reading', (row) => {
      reads += 1;
      return row;
    });
    const counted = async () => {
      reads = 0;
      await summary(db);
      return reads;
    };
    await see(db, [bought({ id: '1', status: 'IN_TRANSIT' }), ...old(1000, 20)]);
    const short = await counted();
    await see(db, old(2000, 1500));
    same([await counted(), short], [1, 1]);
  }),
  onHistory('a place in an index goes when its reason goes', async (db) => {
    const open = bought({ status: 'DELIVERED', returns: [makeReturn({ amount: 500 })], updatedAt: 1 });
    await see(db, [open]);
    same((await summary(db)).owed.length, 1);
    await see(db, [{ ...open, updatedAt: 2, returns: [makeReturn({ amount: 500, received: 500 })] }]);
    same((await summary(db)).owed.length, 0);
  }),
  onHistory('the same product is found by its SKU, and by its name where a file knows no SKU', async (db) => {
    const item = (fields = {}) => [makeItem({ skuId: '77', name: 'Mug', variation: 'Blue', ...fields })];
    await see(db, [
      bought({ id: '1', items: item() }),
      bought({ id: '2', items: item({ name: 'Mug, new name' }) }),
      bought({ id: '3', items: item({ skuId: null, name: ' MUG ' }) }),
      bought({ id: '4', items: item({ skuId: '78', variation: 'Red' }) }),
    ]);
    await write(db, [makeOrder({ id: '5', items: item() })]);
    const { twins } = await readBuyerOrder(
      db,
      orderKey(bought({ id: '1' })),
      bought({ id: '1', items: item() }),
    );
    same(ids(twins).sort(), ['2', '3']);
  }),
];
