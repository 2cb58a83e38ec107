import { undoCapture } from '../../../lib/history/undo.ts';
import type { Order, TrackEvent } from '../../../lib/model/order.ts';
import { HOUR, makeItem, makeOrder, makePackage, makeReturn, mergeOrders, NOW } from '../build.ts';
import { everything, onHistory, onlyOrder, same, write } from '../support.ts';

const at = (second: number) => NOW + second * 1000;
const parcelWith = (events: TrackEvent[]) => makeOrder({ packages: [makePackage({ events })] });
const eventsOf = (order: Order) => order.packages[0]?.events;

export const listCases = [
  onHistory('lists only grow, and what is known of an entry is completed', async (db) => {
    await write(db, [
      makeOrder({
        items: [makeItem({ lineIds: ['1'], sellerSku: null })],
        returns: [makeReturn({ id: 'a' })],
      }),
    ]);
    const later = makeOrder({
      items: [makeItem({ lineIds: ['1'], variation: null }), makeItem({ lineIds: ['2'] })],
      returns: [makeReturn({ id: 'b' })],
    });
    await write(db, [later]);
    const order = await onlyOrder(db);
    same(
      order.items.map((item) => [item.lineIds, item.sellerSku, item.variation]),
      [
        [['1'], 'MUG-B', 'Blue'],
        [['2'], 'MUG-B', 'Blue'],
      ],
    );
    same(
      order.returns.map((entry) => entry.id),
      ['a', 'b'],
    );
  }),
  onHistory('the last scan of the list is the scan that the tracking tells with its text', async (db) => {
    await write(db, [parcelWith([{ at: at(50) + 140, title: 'The package is on its way.', text: null }])]);
    const scans = [
      { at: at(50), title: 'In transit', text: 'Left the center' },
      { at: at(20), title: 'Packed', text: 'Packed by the seller' },
    ];
    await write(db, [parcelWith(scans)], { sourceId: 'seller/logistic-detail' });
    same(eventsOf(await onlyOrder(db)), scans);
    const listed = parcelWith([{ at: at(90) + 140, title: 'It has arrived.', text: null }]);
    await write(db, [listed]);
    same(
      eventsOf(await onlyOrder(db))?.map((event) => event.title),
      ['It has arrived.', 'In transit', 'Packed'],
    );
  }),
  onHistory('two scans of one second stay two, though one has no text', async (db) => {
    const scans = [
      { at: at(50), title: 'In transit', text: 'Left the center' },
      { at: at(50), title: 'Handed over', text: null },
    ];
    await write(db, [parcelWith(scans)], { sourceId: 'seller/logistic-detail' });
    const before = await everything(db);
    same(await write(db, [parcelWith(scans)]), { created: 0, updated: 0, unchanged: 1 }, 'second write');
    same(await everything(db), before);
  }),
  onHistory('two things of one name and second stay two, when their texts differ', async (db) => {
    const timeline = [
      { at: at(9), title: 'Package shipped', text: 'Package 2' },
      { at: at(9), title: 'Package shipped', text: 'Package 1' },
    ];
    await write(db, [makeOrder({ timeline })], { sourceId: 'seller/order-history' });
    same(
      await write(db, [makeOrder({ timeline })]),
      { created: 0, updated: 0, unchanged: 1 },
      'second write',
    );
    same((await onlyOrder(db)).timeline.map((event) => event.text).toSorted(), ['Package 1', 'Package 2']);
  }),
  onHistory('a history that is told page by page becomes one, newest first', async (db) => {
    const all = Array.from({ length: 25 }, (_, index) => ({
      at: at(100 - index),
      title: `Step ${index}`,
      text: null,
    }));
    for (const start of [10, 0, 20]) await write(db, [makeOrder({ timeline: all.slice(start, start + 10) })]);
    same((await onlyOrder(db)).timeline, all);
  }),
  onHistory('a parcel that gets its number later is the same parcel', async (db) => {
    await write(db, [makeOrder({ packages: [makePackage({ id: null, trackingNumber: '9400' })] })]);
    await write(db, [
      makeOrder({ packages: [makePackage({ id: 'p9', trackingNumber: '9400', carrier: 'USPS' })] }),
    ]);
    const { packages } = await onlyOrder(db);
    same(
      packages.map((parcel) => [parcel.id, parcel.trackingNumber, parcel.carrier]),
      [['p9', '9400', 'USPS']],
    );
  }),
  {
    name: 'merging an order with itself gives itself',
    async run() {
      const order = makeOrder({
        items: [makeItem({ lineIds: ['1'] }), makeItem({ lineIds: ['2'], skuId: null })],
        packages: [
          makePackage({
            events: [
              { at: at(5), title: 'b', text: 't' },
              { at: at(4), title: 'a', text: 't' },
            ],
          }),
        ],
        returns: [makeReturn({})],
        updatedAt: NOW,
      });
      same(mergeOrders(order, order), order);
      same(
        mergeOrders(order, { ...order, sources: [{ id: 'seller/order-get', seenAt: NOW + HOUR }] }),
        order,
      );
    },
  },
  {
    name: 'fields that this version does not know are kept, whatever their names are',
    async run() {
      const odd = { constructor: 'odd', toString: 'odd', hasOwnProperty: 'odd', gift: { wrapped: true } };
      const known = makeOrder({ updatedAt: NOW });
      const incoming = { ...makeOrder({ updatedAt: NOW - HOUR }), ...odd };
      for (const merged of [mergeOrders(known, incoming), mergeOrders(incoming, known)]) {
        same(Object.fromEntries(Object.keys(odd).map((key) => [key, Reflect.get(merged, key)])), odd);
      }
    },
  },
  onHistory('an older import with fields of strange names is written', async (db) => {
    await write(db, [makeOrder({ updatedAt: NOW })]);
    const odd = { ...makeOrder({ updatedAt: NOW - HOUR }), constructor: 'odd', valueOf: 'odd' };
    same((await write(db, [odd as Order])).updated, 1);
    same(Reflect.get(await onlyOrder(db), 'constructor'), 'odd');
  }),
  onHistory('an import with fields whose names look like paths is taken back', async (db) => {
    const known = { ...makeOrder({ updatedAt: NOW - HOUR }), 'a.b': 1, 'c/d': 'x', e: { 'f.g': 2 } };
    await write(db, [known as Order]);
    const before = await onlyOrder(db);
    const told = { ...makeOrder({ updatedAt: NOW }), 'a.b': 5, 'c/d': 'y', e: { 'f.g': 6 } };
    await write(db, [told as Order], { id: 'later' });
    same(Reflect.get(await onlyOrder(db), 'a.b'), 5);
    await undoCapture(db, 'later', 1);
    same(await onlyOrder(db), before);
  }),
];
