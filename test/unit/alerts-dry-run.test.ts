import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeEvents } from '../../lib/alerts/change-events.ts';
import { clockEvents } from '../../lib/alerts/clock-events.ts';
import { dryRun } from '../../lib/alerts/dry-run.ts';
import type { OrderChange, SeenOrder } from '../../lib/alerts/seen.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { addChangeRequest } from '../../lib/history/notes.ts';
import type { AlertEvent } from '../../lib/model/alert.ts';
import { type Account, ORDER_STATUSES, type Order } from '../../lib/model/order.ts';
import {
  DAY,
  HOUR,
  makeAmounts,
  makeDeadlines,
  makeItem,
  makeOrder,
  makePackage,
  makeReturn,
  NOW,
  SHOP,
} from '../history/build.ts';
import { makeCapture, write } from '../history/support.ts';
import { bought, makeRule, named, RULES, rulesWith, sold } from './alerts-support.ts';

const ME: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const OWN = rulesWith({ noScanDays: 2 }, [
  makeRule({ id: 'new', when: { event: 'new' } }),
  makeRule({ id: 'to', when: { event: 'status', status: 'IN_TRANSIT' } }),
  makeRule({ id: 'by', when: { event: 'ship-by', hours: 30 } }),
  makeRule({ id: 'still', role: 'buyer', when: { event: 'still', status: 'IN_TRANSIT', days: 3 } }),
]);

let db: History;
beforeEach(() => {
  db = openHistory(`dry-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

/** Sweeps a history as time goes on, with nothing but the two pure functions and every order there is. */
class Live {
  /** Each event once, with when it could be known. */
  readonly told = new Map<string, { event: AlertEvent; when: number }>();
  #sweptTo: number;

  constructor(from: number) {
    this.#sweptTo = from;
  }

  async sweep(to: number): Promise<void> {
    for (const seen of await this.#seen())
      for (const event of clockEvents(seen, this.#sweptTo, to, OWN)) this.#add([event], event.at);
    this.#sweptTo = to;
  }

  /** Writes what a page or a file tells, swept up to it before. */
  async capture(orders: Order[], kind: 'page' | 'file', at: number): Promise<void> {
    const owner = orders[0]?.role === 'buyer' ? ME : SHOP;
    const sourceId = kind === 'file' ? 'files/orderlens-json' : `${owner.role}/order-list`;
    const told = orders.map((order) => ({ ...order, sources: [{ id: sourceId, seenAt: at }] }));
    await this.sweep(at);
    const before = await db.changes.count();
    await write(db, told, makeCapture({ at, kind, owner, sourceId }));
    if ((await db.changes.count()) === before) return;
    const row = await db.changes.toCollection().last();
    const seen = new Map((await this.#seen()).map((one) => [one.key, one]));
    const changeOf = (key: string, fields: OrderChange['fields']): OrderChange[] => {
      const one = seen.get(key);
      return one ? [{ ...one, fields, at, isFile: kind === 'file' }] : [];
    };
    const changes = [
      ...(row?.created ?? []).flatMap((key) => changeOf(key, null)),
      ...(row?.updated ?? []).flatMap(({ key, fields }) => changeOf(key, fields)),
    ];
    for (const change of changes) this.#add(changeEvents(change, OWN), at);
  }

  async #seen(): Promise<SeenOrder[]> {
    const [rows, notes] = await Promise.all([db.orders.toArray(), db.notes.toArray()]);
    return rows.map(({ key, order }) => {
      const requests = notes.flatMap((note) =>
        note.orderKey === key && note.request ? [{ key: note.key, request: note.request }] : [],
      );
      return { key, order, ...(requests.length > 0 ? { requests } : {}) };
    });
  }

  #add(events: readonly AlertEvent[], when: number): void {
    for (const event of events) if (!this.told.has(event.id)) this.told.set(event.id, { event, when });
  }
}

const hours = (min: number, max: number) => fc.integer({ min, max }).map((hour) => NOW + hour * HOUR);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const later = orNull(hours(-100, 400));
const earlier = orNull(hours(-300, 100));

const parcel = fc
  .record({
    id: fc.constantFrom('p1', 'p1', 'p2'),
    etaAt: orNull(fc.integer({ min: 0, max: 9 }).map((day) => NOW + day * DAY)),
    events: fc.uniqueArray(
      fc.record({
        // Hours ago.
        at: fc.integer({ min: 0, max: 30 }),
        title: fc.constantFrom('In transit', 'Out for delivery', "Couldn't deliver", 'Delivered'),
        text: fc.constant(null),
      }),
      { maxLength: 3, selector: ({ at }) => at },
    ),
  })
  .map(makePackage);
const back = fc
  .record({
    id: fc.constantFrom('r1', 'r2'),
    type: fc.constantFrom('CANCELLATION', 'REFUND', 'RETURN_AND_REFUND'),
    status: fc.constantFrom('PENDING', 'COMPLETE'),
    amount: orNull(fc.constantFrom(2000, 3000)),
    received: orNull(fc.constantFrom(1000, 3000)),
    openedAt: earlier,
    respondByAt: later,
  })
  .map(makeReturn);
const once = <T extends { id: string | null }>(list: readonly T[]) => [
  ...new Map(list.map((entry) => [entry.id, entry])).values(),
];
const USUAL = [
  'AWAITING_SHIPMENT',
  'DELIVERED',
  'IN_TRANSIT',
  'IN_TRANSIT',
  'IN_TRANSIT',
  'IN_TRANSIT',
] as const;
const order = fc
  .record({
    role: fc.constantFrom('seller', 'buyer'),
    id: fc.constantFrom('577000000000000001', '577000000000000002'),
    fields: fc.record({
      status: fc.constantFrom(...ORDER_STATUSES, ...USUAL),
      placedAt: earlier,
      deliveredAt: orNull(hours(-40, 100)),
      hasBuyerNote: orNull(fc.boolean()),
      shipTo: fc.constantFrom(null, '1 Elm St', '2 Oak Ave'),
      packages: fc.array(parcel, { maxLength: 2 }).map(once),
      returns: fc.array(back, { maxLength: 2 }).map(once),
    }),
    items: fc.subarray([
      makeItem({}),
      makeItem({ skuId: '2', variation: 'Red' }),
      makeItem({ skuId: '3', name: 'Cup' }),
    ]),
    quantity: fc.constantFrom(1, 2),
    deadlines: fc.record({ shipByAt: later, autoCancelAt: later, returnByAt: later }).map(makeDeadlines),
    amounts: fc.record({ total: orNull(fc.constantFrom(8200, 9000)) }).map(makeAmounts),
  })
  .map(({ role, id, fields, items, quantity, deadlines, amounts }) =>
    makeOrder(
      {
        ...fields,
        // Once it is there, there is no more to tell of its way.
        deliveredAt: fields.status === 'DELIVERED' ? fields.deliveredAt : null,
        id: role === 'buyer' ? `${id}9` : id,
        currency: 'USD',
        items: items.map((item) => ({ ...item, quantity })),
        deadlines,
        amounts,
      },
      role === 'buyer' ? ME : SHOP,
    ),
  );

interface Step {
  gap: number;
  kind: 'page' | 'file' | 'sweep' | 'ask';
  order: Order;
}
const step: fc.Arbitrary<Step> = fc.record({
  gap: fc.integer({ min: 0, max: 60 }),
  kind: fc.constantFrom('page', 'page', 'page', 'file', 'sweep', 'ask'),
  order,
});

function scannedUpTo(told: Order, now: number): Order {
  const packages = told.packages.map((parcel) => ({
    ...parcel,
    events: parcel.events.map((event) => ({ ...event, at: now - (event.at ?? 0) * HOUR })),
  }));
  return { ...told, packages };
}

async function play(steps: readonly Step[], live: Live): Promise<number> {
  let now = NOW;
  for (const { gap, kind, order: told } of steps) {
    // No two captures have one moment.
    now += gap * HOUR + 1;
    if (kind === 'page' || kind === 'file') await live.capture([scannedUpTo(told, now)], kind, now);
    else await live.sweep(now);
    const [row] = kind === 'ask' ? await db.orders.where('key').startsWith('buyer').toArray() : [];
    if (row) await addChangeRequest(db, { orderKey: row.key, what: 'address', text: 'Please' }, now);
  }
  await live.sweep(now + 40 * DAY);
  return now + 40 * DAY;
}

// The items of an order can change places without a trace in the feed, and so the name that it is called by.
const listed = (events: readonly AlertEvent[]) =>
  events
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ detail: _detail, ...event }) => event);

it('gives what the live engine gave, over all of the past and over a part of it', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), fc.nat(300), async (steps, start) => {
      await Promise.all(db.tables.map((table) => table.clear()));
      const live = new Live(NOW);
      const to = await play(steps, live);
      const told = [...live.told.values()];
      for (const { event } of told) kinds.add(event.kind);
      expect(listed(await dryRun(db, OWN, NOW, to))).toEqual(listed(told.map(({ event }) => event)));
      const from = NOW + start * HOUR;
      // What was told before is found again by what was told of anew: the table knows it.
      const known = new Set(told.filter(({ when }) => when <= from).map(({ event }) => event.id));
      const fresh = (await dryRun(db, OWN, from, to)).filter(({ id }) => !known.has(id));
      expect(listed(fresh)).toEqual(listed(told.filter(({ when }) => when > from).map(({ event }) => event)));
    }),
    { numRuns: 120 },
  );
  // Nearly every kind that is about orders, however the dice fell.
  expect(kinds.size).toBeGreaterThanOrEqual(13);
});

it('tells of the orders that nothing happened to, and of those that are past their clocks now', async () => {
  const shipByAt = NOW + 10 * HOUR;
  const order = sold({ deadlines: makeDeadlines({ shipByAt }) });
  await write(db, [order], { at: NOW - 30 * DAY });
  expect(named(await dryRun(db, RULES, NOW, NOW + DAY))).toEqual(['ship-by 4h', 'ship-by overdue']);
  const sources = [{ id: 'seller/order-list', seenAt: NOW + 20 * HOUR }];
  await write(db, [{ ...order, status: 'IN_TRANSIT', sources }], { at: NOW + 20 * HOUR });
  expect(named(await dryRun(db, RULES, NOW, NOW + DAY))).toEqual(['ship-by 4h', 'ship-by overdue']);
  expect(named(await dryRun(db, RULES, NOW, NOW + 6 * HOUR))).toEqual(['ship-by 4h']);
  expect(await dryRun(db, RULES, NOW + 20 * HOUR, NOW + 9 * DAY)).toEqual([]);
});

it('tells of a refund that is late beside one of which no page says since when', async () => {
  const returns = [makeReturn({ id: 'r1' }), makeReturn({ id: 'r2', openedAt: NOW })];
  await write(db, [bought({ placedAt: null, returns })], { at: NOW, owner: ME });
  expect(named(await dryRun(db, RULES, NOW + DAY, NOW + 11 * DAY))).toEqual(['refund-late late']);
});

it('tells nothing of thousands of old orders that a file brought', async () => {
  const old = Array.from({ length: 3000 }, (_, index) =>
    sold({
      id: `5770000000000${10_000 + index}`,
      status: index % 2 === 0 ? 'AWAITING_SHIPMENT' : 'DELIVERED',
      placedAt: NOW - 90 * DAY,
      deadlines: makeDeadlines({ shipByAt: NOW - 80 * DAY }),
      returns: [makeReturn({ respondByAt: NOW - 70 * DAY })],
      sources: [{ id: 'files/seller-orders-csv', seenAt: NOW }],
    }),
  );
  await write(db, old, { at: NOW, kind: 'file', sourceId: 'files/seller-orders-csv' });
  expect(await dryRun(db, RULES, NOW - 30 * DAY, NOW + 30 * DAY)).toEqual([]);
});

it('says how far it is, and stops when it is asked to', async () => {
  const orders = Array.from({ length: 600 }, (_, index) => bought({ id: `57700000000000${1000 + index}` }));
  await write(db, orders, { at: NOW, owner: ME });
  const steps: string[] = [];
  await dryRun(db, RULES, NOW - 1, NOW + DAY, { onProgress: (done, all) => steps.push(`${done}/${all}`) });
  expect(steps).toEqual(['0/600', '250/600', '500/600', '600/600']);
  const stop = new AbortController();
  const halted = dryRun(db, RULES, NOW - 1, NOW + DAY, {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  });
  await expect(halted).rejects.toThrow('enough');
});
