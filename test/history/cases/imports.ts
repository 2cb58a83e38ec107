import fc from 'fast-check';
import type { History } from '../../../lib/history/db.ts';
import { checkRollups } from '../../../lib/history/rollups.ts';
import { ORDER_STATUSES, type Order } from '../../../lib/model/order.ts';
import { DAY, makeAmounts, makeItem, makeOrder, makePackage, NOW } from '../build.ts';
import { onHistory, same, write } from '../support.ts';

// What the kinds of files know of goods: order lines and SKUs (our own), SKUs (Seller Center), names (TikTok's data).
const KINDS = ['orderlens-json', 'seller-orders-csv', 'tiktok-data-json'] as const;
const GOODS = [
  { lineIds: ['L1', 'L1b', 'L1c'], skuId: 'S1', name: 'Mug', variation: 'White' },
  { lineIds: ['L2'], skuId: 'S2', name: 'Mug', variation: 'Green' },
  { lineIds: ['L3'], skuId: 'S3', name: 'Towel', variation: null },
];
const OWNER = { role: 'seller', account: 'file:My shop', market: null } as const;

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const amount = orNull(fc.integer({ min: 0, max: 999 }));
// Pages tell times to the minute: few minutes, so that seconds of one come beside it.
const time = orNull(
  fc.oneof(
    fc.integer({ min: NOW - 9 * DAY, max: NOW }),
    fc
      .tuple(fc.nat(2), fc.constantFrom(0, 0, 7, 42))
      .map(([minute, second]) => NOW + minute * 60_000 + second * 1000),
  ),
);

const goods = fc.record({
  which: fc.nat(2),
  quantity: orNull(fc.integer({ min: 1, max: 3 })),
  total: amount,
  lines: fc.integer({ min: 1, max: 3 }),
});
const told = fc.record({
  id: fc.constantFrom('571', '572'),
  status: fc.constantFrom(...ORDER_STATUSES),
  placedAt: time,
  deliveredAt: time,
  paymentMethod: orNull(fc.constantFrom('Visa', 'PayPal')),
  counterparty: orNull(fc.constantFrom('T*** A***', 'b*******7')),
  currency: fc.constantFrom('USD', 'VND', null),
  isPreOrder: orNull(fc.boolean()),
});
const rest = fc.record({
  total: amount,
  refunded: amount,
  updatedAt: time,
  tracking: orNull(fc.constantFrom('1Z1', '1Z2')),
  items: fc.uniqueArray(goods, { selector: (entry) => entry.which, maxLength: 3 }),
});

/** A file: what kind it is, when it was written, and its orders, each once. */
const file = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    seenAt: fc.integer({ min: NOW - 9 * DAY, max: NOW }),
    orders: fc.uniqueArray(fc.tuple(told, rest), { selector: ([{ id }]) => id, minLength: 1, maxLength: 2 }),
  })
  .map(({ kind, seenAt, orders }) => ({
    kind,
    seenAt,
    orders: orders.map(([fields, more]): Order => {
      const isOwn = kind === 'orderlens-json';
      const items = more.items.map(({ which, quantity, total, lines }) => {
        const { lineIds, skuId, ...names } = GOODS[which] as (typeof GOODS)[number];
        const ids = {
          lineIds: isOwn ? lineIds.slice(0, lines) : [],
          skuId: kind === 'tiktok-data-json' ? null : skuId,
        };
        return makeItem({ ...names, ...ids, quantity, total, unitPrice: null });
      });
      return makeOrder(
        {
          ...fields,
          items,
          statusLabel: fields.status === 'UNKNOWN' ? null : fields.status.toLowerCase(),
          amounts: makeAmounts({ total: more.total, refunded: more.refunded }),
          packages: more.tracking === null ? [] : [makePackage({ id: null, trackingNumber: more.tracking })],
          updatedAt: isOwn ? more.updatedAt : null,
          // Our own file tells what pages told.
          sources: [{ id: isOwn ? 'seller/order-list' : `files/${kind}`, seenAt }],
        },
        OWNER,
      );
    }),
  }));

async function importAll(db: History, files: readonly { kind: string; orders: Order[] }[]): Promise<unknown> {
  await Promise.all(db.tables.map((table) => table.clear()));
  for (const { kind, orders } of files) {
    await write(db, orders, { kind: 'file', sourceId: `files/${kind}`, owner: OWNER });
  }
  same((await checkRollups(db)).wrong, 0, 'rollups');
  return (await db.orders.toArray()).map((row) => row.order);
}

export const importCases = [
  onHistory('imports in any order, once or twice, give the same history', async (db) => {
    // No two files are written in the same millisecond.
    const sets = fc.uniqueArray(file, { minLength: 2, maxLength: 4, selector: ({ seenAt }) => seenAt });
    const turns = sets.chain((files) =>
      fc.record({
        files: fc.constant(files),
        shuffled: fc.shuffledSubarray(files, { minLength: files.length }),
        again: fc.subarray(files),
      }),
    );
    await fc.assert(
      fc.asyncProperty(turns, async ({ files, shuffled, again }) => {
        const wanted = await importAll(db, files);
        same(await importAll(db, shuffled), wanted, 'in another order');
        same(await importAll(db, [...again, ...shuffled]), wanted, 'some of them twice');
      }),
      { numRuns: 100 },
    );
  }),
];
