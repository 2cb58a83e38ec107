import fc from 'fast-check';
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
} from './build.ts';

export const OWNERS: readonly Account[] = [
  { role: 'seller', account: 'acc_one', market: 'US' },
  { role: 'seller', account: 'acc_two', market: 'VN' },
  { role: 'buyer', account: 'acc_two', market: 'GB' },
];

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const time = orNull(fc.integer({ min: NOW - 40 * DAY, max: NOW + 3 * DAY }));
const amount = orNull(fc.integer({ min: 0, max: 50_000 }));
const second = fc.integer({ min: NOW / 1000 - 5, max: NOW / 1000 });

const titles = fc.constantFrom('Packed', 'In transit');
/** The scan of the list: with milliseconds and without a text. */
const listed = fc
  .record({ second, title: titles })
  .map(({ second: at, title }) => [{ at: at * 1000 + 140, title, text: null }]);
/** The scans of the tracking: whole seconds, texts, newest first, each once. */
const tracked = fc
  .uniqueArray(fc.record({ second, title: titles }), {
    maxLength: 3,
    selector: ({ second: at, title }) => `${at}${title}`,
  })
  .map((scans) => scans.map(({ second: at, title }) => ({ at: at * 1000, title, text: `Told: ${title}` })))
  .map((events) => events.sort((a, b) => b.at - a.at || (a.title < b.title ? -1 : 1)));

const parcel = fc
  .record({
    id: fc.constantFrom('p1', 'p2'),
    carrier: orNull(fc.constantFrom('USPS', 'UPS')),
    events: fc.oneof(listed, tracked),
  })
  .map(makePackage);

const item = fc
  .record({ line: fc.constantFrom('L1', 'L2'), total: amount, variation: orNull(fc.constantFrom('S', 'M')) })
  .map(({ line, ...fields }) => makeItem({ ...fields, lineIds: [line], skuId: `sku-${line}` }));

const back = fc
  .record({
    id: fc.constantFrom('r1', 'r2'),
    type: fc.constantFrom('CANCELLATION', 'REFUND', 'RETURN_AND_REFUND'),
    status: fc.constantFrom('PENDING', 'COMPLETE', '7'),
    respondByAt: time,
    closedAt: time,
  })
  .map(makeReturn);

const byId = <T extends { id: string | null }>(list: T[]) => [
  ...new Map(list.map((entry) => [entry.id, entry])).values(),
];
const byLine = (list: ReturnType<typeof makeItem>[]) => [
  ...new Map(list.map((entry) => [entry.skuId, entry])).values(),
];

const told = fc.record({
  status: fc.constantFrom(...ORDER_STATUSES),
  currency: fc.constantFrom('USD', 'VND', null),
  placedAt: time,
  paidAt: time,
  updatedAt: time,
  paymentMethod: orNull(fc.constantFrom('Visa', 'Cash on delivery')),
  counterparty: orNull(fc.constantFrom('T*** A***', 'B*** C***')),
  hasBuyerNote: orNull(fc.boolean()),
});

/** An order of an owner as some page might tell it. */
export function orderOf(owner: Account, ids: readonly string[]): fc.Arbitrary<Order> {
  const rest = fc.record({
    id: fc.constantFrom(...ids),
    total: amount,
    refunded: amount,
    shipByAt: time,
    seen: fc.integer({ min: NOW, max: NOW + 10 * HOUR }),
    source: fc.constantFrom('seller/order-list', 'seller/logistic-detail'),
    items: fc.array(item, { maxLength: 2 }).map(byLine),
    packages: fc.array(parcel, { maxLength: 2 }).map(byId),
    returns: fc.array(back, { maxLength: 2 }).map(byId),
  });
  return fc.tuple(told, rest).map(([fields, { id, total, refunded, shipByAt, seen, source, ...lists }]) =>
    makeOrder(
      {
        ...fields,
        ...lists,
        // Ids are TikTok's: no two owners share one.
        id: `${OWNERS.indexOf(owner)}${id}`,
        statusLabel: fields.status === 'UNKNOWN' ? null : fields.status.toLowerCase(),
        amounts: makeAmounts({ total, refunded }),
        deadlines: makeDeadlines({ shipByAt }),
        sources: [{ id: source, seenAt: seen }],
      },
      owner,
    ),
  );
}

const IDS = ['11', '12', '13', '14', '15'];

/** One page of orders of one shop, each order once. */
export const page: fc.Arbitrary<{ owner: Account; orders: Order[] }> = fc
  .constantFrom(...OWNERS)
  .chain((owner) =>
    fc
      .uniqueArray(orderOf(owner, IDS), { selector: (order) => order.id, maxLength: 4 })
      .map((orders) => ({ owner, orders })),
  );
