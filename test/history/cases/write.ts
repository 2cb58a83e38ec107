import { readOrder } from '../../../lib/history/read/orders.ts';
import { writeReading } from '../../../lib/history/write.ts';
import { orderKey } from '../../../lib/model/key.ts';
import type { Order } from '../../../lib/model/order.ts';
import {
  DAY,
  HOUR,
  makeAmounts,
  makeItem,
  makeOrder,
  makePackage,
  makeReading,
  makeReturn,
  NOW,
  seenAt,
} from '../build.ts';
import { everything, makeCapture, onHistory, onlyOrder, same, write } from '../support.ts';

const full = makeOrder({
  status: 'AWAITING_SHIPMENT',
  statusLabel: 'To ship',
  currency: 'USD',
  placedAt: NOW - HOUR,
  paidAt: NOW - HOUR,
  updatedAt: NOW - 1000,
  amounts: makeAmounts({ total: 8200, items: 7500, shipping: 600, tax: 100 }),
  counterparty: 'T*** A***',
  items: [makeItem({ lineIds: ['1'] })],
  packages: [makePackage({ events: [{ at: NOW + 140, title: 'Packed', text: null }] })],
  returns: [makeReturn({ lineIds: ['1'] })],
  paymentMethod: 'Visa',
});

const older: Order = {
  ...full,
  updatedAt: NOW - 5000,
  status: 'UNPAID',
  stage: 'pending',
  statusLabel: 'Unpaid',
  counterparty: 'old',
};
const newer: Order = {
  ...full,
  updatedAt: NOW + 5000,
  status: 'IN_TRANSIT',
  stage: 'shipped',
  statusLabel: 'In transit',
  counterparty: 'new',
};

export const writeCases = [
  onHistory('writing the same reading again changes nothing', async (db) => {
    same(await write(db, [full]), { created: 1, updated: 0, unchanged: 0 }, 'first');
    const before = await everything(db);
    same(await write(db, [full]), { created: 0, updated: 0, unchanged: 1 }, 'second');
    same(await everything(db), before, 'rows');
  }),
  onHistory('the same page seen later changes nothing but the freshness of the shop', async (db) => {
    await write(db, [full]);
    const { accounts: _, ...before } = await everything(db);
    const counts = await write(db, [seenAt(full, NOW + 9 * HOUR)], { at: NOW + 9 * HOUR });
    same(counts, { created: 0, updated: 0, unchanged: 1 });
    const { accounts, ...after } = await everything(db);
    same(after, before);
    same((accounts as { lastSeenAt: number }[])[0]?.lastSeenAt, NOW + 9 * HOUR);
  }),
  onHistory('the newer update wins, whichever comes first', async (db) => {
    await write(db, [older]);
    await write(db, [seenAt(newer, NOW - HOUR)]);
    const forwards = await onlyOrder(db);
    await db.orders.clear();
    await write(db, [seenAt(newer, NOW - HOUR)]);
    await write(db, [older]);
    const backwards = await onlyOrder(db);
    for (const order of [forwards, backwards]) {
      same([order.status, order.statusLabel, order.counterparty], ['IN_TRANSIT', 'In transit', 'new']);
      same([order.stage, order.updatedAt], ['shipped', NOW + 5000]);
    }
  }),
  onHistory('without update times, what was seen later wins', async (db) => {
    const bare = { ...full, updatedAt: null };
    await write(db, [seenAt({ ...bare, counterparty: 'later' }, NOW + HOUR)]);
    await write(db, [seenAt({ ...bare, counterparty: 'earlier', paymentMethod: 'PayPal' }, NOW)]);
    same([(await onlyOrder(db)).counterparty, (await onlyOrder(db)).paymentMethod], ['later', 'Visa']);
  }),
  onHistory('what a page says again counts against a file that is older than that', async (db) => {
    const page = (at: number) => seenAt(makeOrder({ id: '1', paymentMethod: 'Visa', placedAt: NOW }), at);
    const file = { ...page(NOW + 2 * DAY), paymentMethod: 'PayPal' };
    await write(db, [page(NOW)]);
    const orders = async () => (await db.orders.toArray()).map(({ order }) => order);
    const [first, rows] = [await orders(), await db.orders.toArray()];
    await write(db, [page(NOW + HOUR)]);
    same(await db.orders.toArray(), rows, 'no write within a day');
    same(await write(db, [page(NOW + 3 * DAY)]), { created: 0, updated: 0, unchanged: 1 });
    same(await orders(), first, 'what is exported');
    const again = await db.orders.toArray();
    await write(db, [page(NOW + 3 * DAY + HOUR)]);
    same(await db.orders.toArray(), again, 'no write within the next day');
    await write(db, [file], { kind: 'file', sourceId: 'files/orderlens-json' });
    same((await onlyOrder(db)).paymentMethod, 'Visa');
  }),
  onHistory('an older payload fills what is not known and changes nothing else', async (db) => {
    await write(db, [{ ...newer, counterparty: null, amounts: makeAmounts({ total: 9000 }) }]);
    await write(db, [older]);
    const { status, counterparty, amounts } = await onlyOrder(db);
    same([status, counterparty], ['IN_TRANSIT', 'old']);
    same(amounts, makeAmounts({ total: 9000, items: 7500, shipping: 600, tax: 100 }));
  }),
  onHistory('nothing that is known is replaced by nothing', async (db) => {
    await write(db, [full]);
    const empty = makeOrder({
      id: full.id,
      updatedAt: NOW + HOUR,
      sources: [{ id: 'seller/order-get', seenAt: NOW + HOUR }],
    });
    await write(db, [empty]);
    const { updatedAt, sources, ...known } = await onlyOrder(db);
    const { updatedAt: _at, sources: _sources, ...wanted } = full;
    same(known, wanted);
    same(updatedAt, NOW + HOUR);
    same(
      sources.map((source) => source.id),
      ['seller/order-get', 'seller/order-list'],
    );
  }),
  onHistory('an order that a list names twice is one order with what both told', async (db) => {
    const twin = { ...full, counterparty: null, amounts: makeAmounts({ refunded: 5 }) };
    same((await write(db, [full, twin])).created, 1);
    const order = await onlyOrder(db);
    same([order.counterparty, order.amounts.total, order.amounts.refunded], ['T*** A***', 8200, 5]);
    same(order.items.length, 1);
  }),
  onHistory('one order id as buyer, as seller and in two shops is three orders', async (db) => {
    const owners = [
      { role: 'seller', account: 'a', market: 'US' },
      { role: 'buyer', account: 'a', market: 'US' },
      { role: 'seller', account: 'b', market: 'US' },
    ] as const;
    for (const owner of owners) await write(db, [makeOrder({ id: '5' }, owner)], { owner });
    same(await db.orders.count(), 3);
  }),
  onHistory('the change feed tells field, old, new, when and from which source', async (db) => {
    await write(db, [older], { id: 'c1', at: NOW });
    const source = { at: NOW + 60, sourceId: 'seller/order-get' };
    await write(db, [{ ...newer, paidAt: NOW }], { id: 'c2', ...source });
    const [first, second] = await db.changes.orderBy('id').toArray();
    same([first?.captureId, first?.created, first?.updated], ['c1', [orderKey(full)], []]);
    same(
      [second?.captureId, second?.at, second?.sourceId, second?.created],
      ['c2', NOW + 60, 'seller/order-get', []],
    );
    const fields = Object.fromEntries(
      (second?.updated[0]?.fields ?? []).map((field) => [field.path, [field.old, field.new]]),
    );
    same(fields, {
      status: ['UNPAID', 'IN_TRANSIT'],
      statusLabel: ['Unpaid', 'In transit'],
      counterparty: ['old', 'new'],
      paidAt: [NOW - HOUR, NOW],
      updatedAt: [NOW - 5000, NOW + 5000],
    });
  }),
  onHistory('an order tells its own changes, newest first', async (db) => {
    await write(db, [older, makeOrder({ id: '6' })], { at: NOW });
    await write(db, [newer, makeOrder({ id: '6', counterparty: 'x', updatedAt: 7 })], { at: NOW + 1 });
    await write(db, [{ ...newer, counterparty: 'newest', updatedAt: NOW + 9000 }], { at: NOW + 2 });
    const changes = (await readOrder(db, orderKey(full)))?.changes ?? [];
    same(
      changes.map((change) => change.at),
      [NOW + 2, NOW + 1],
    );
    same(changes[0]?.fields.map((field) => field.path).sort(), ['counterparty', 'updatedAt']);
    same(await readOrder(db, 'seller|acc_shop|none'), undefined);
  }),
  onHistory('known orders are found, be they near each other or far apart among many', async (db) => {
    const all = Array.from({ length: 200 }, (_, index) => makeOrder({ id: String(577_000 + index) }));
    await write(db, all);
    for (const page of [all.slice(0, 20), [all[0], all[99], all[199]], all.toReversed().slice(0, 50)]) {
      const orders = page.filter((order) => order !== undefined);
      same(await write(db, orders), { created: 0, updated: 0, unchanged: orders.length });
    }
    const fresh = [makeOrder({ id: '577' }), makeOrder({ id: '577200' }), makeOrder({ id: '5770005' })];
    const mixed = [...all.slice(0, 3), ...fresh];
    same(await write(db, mixed), { created: 3, updated: 0, unchanged: 3 });
    same(await db.orders.count(), 203);
  }),
  onHistory('the payload leaves the inbox in the same transaction', async (db) => {
    const payload = { url: 'u', requestText: '', bodyText: '', host: 'h', seenAt: NOW, attempts: 1 };
    const [kept, done] = [await db.inbox.add({ ...payload }), await db.inbox.add({ ...payload })];
    await writeReading(db, makeCapture(), makeReading([full]), done);
    same(
      (await db.inbox.toArray()).map((row) => row.id),
      [kept],
    );
  }),
];
