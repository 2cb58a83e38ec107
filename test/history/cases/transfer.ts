import { exportJson } from '../../../lib/export/json.ts';
import type { History } from '../../../lib/history/db.ts';
import { eraseHistory } from '../../../lib/history/erase.ts';
import { previewImport } from '../../../lib/history/read/import-preview.ts';
import { checkRollups } from '../../../lib/history/rollups.ts';
import type { Account, Order } from '../../../lib/model/order.ts';
import { ImportError } from '../../../lib/sources/files/file-source.ts';
import { HOUR, makeAmounts, makeItem, makeOrder, makePackage, makeReturn, NOW, SHOP } from '../build.ts';
import { readOrdersFile } from '../read-orders-file.ts';
import { everything, importText, ok, onHistory, onlyOrder, rejection, same, write } from '../support.ts';

const never = new AbortController().signal;
const exported = async (db: History, at = NOW) =>
  (await exportJson(db, new Date(at), () => {}, never)).text();
const fileOf = (...orders: unknown[]) =>
  JSON.stringify({ format: 'orderlens/1', exportedAt: '2026-11-21T05:00:00.000Z', orders });

const OWNERS: Account[] = [
  SHOP,
  { role: 'seller', account: 'acc_vn', market: 'VN' },
  { role: 'buyer', account: 'acc_me', market: 'GB' },
];
function rich(owner: Account, index: number): Order {
  return makeOrder(
    {
      id: `57${String(index).padStart(16, '0')}`,
      status: index % 2 === 0 ? 'COMPLETED' : 'AWAITING_SHIPMENT',
      currency: owner.market === 'VN' ? 'VND' : 'USD',
      placedAt: index % 9 === 0 ? null : NOW - index * HOUR,
      amounts: makeAmounts({ total: index * 100, refunded: index % 4 === 0 ? 5 : null }),
      counterparty: index % 3 === 0 ? 'Ünïcödé "quoted" \u2028 \u202e \ud83d\ude00' : null,
      items: [makeItem({ lineIds: [String(index)], quantity: 2 })],
      packages: [makePackage({ events: [{ at: NOW, title: 'Packed', text: null }] })],
      returns: index % 5 === 0 ? [makeReturn({ lineIds: [String(index)] })] : [],
      timeline: [{ at: null, title: 'Placed', text: 'x' }],
      hasBuyerNote: false,
    },
    owner,
  );
}

const valid = () => JSON.parse(JSON.stringify(rich(SHOP, 1))) as Record<string, unknown>;

/** Files that must be refused as a whole, and what the message must name. */
const REFUSED: [name: string, text: () => string, message: RegExp][] = [
  ['a truncated file', () => fileOf(valid(), valid()).slice(0, 700), /cut short/],
  ['an empty file', () => '', /no JSON/],
  ['a web page', () => '<!doctype html><p>no', /no JSON/],
  ['foreign JSON', () => '{"version":3,"rows":[]}', /not a file of OrderLens/],
  ['a JSON list', () => '[1,2]', /not a file of OrderLens/],
  ['JSON null', () => 'null', /not a file of OrderLens/],
  ['orders that are no list', () => '{"format":"orderlens/1","orders":{}}', /not a file of OrderLens/],
  ['a newer format', () => '{"format":"orderlens/2","orders":[]}', /"orderlens\/2".*"orderlens\/1"/],
  ['a format of 10,000 letters', () => JSON.stringify({ format: 'f'.repeat(10_000), orders: [] }), /"f{40}"/],
  [
    'a wrong type in order 3',
    () => fileOf(valid(), valid(), { ...valid(), id: '577', placedAt: 'soon' }),
    /^Order 3 \(577\).*placedAt.*number.*string/,
  ],
  [
    'a number for an id',
    () => fileOf(valid(), { ...valid(), id: 577_000_000_000_000 }),
    /^Order 2 .*\bid\b.*string.*number/,
  ],
  ['a missing field', () => fileOf({ ...valid(), amounts: { total: 1 } }), /^Order 1 .*amounts\.items/],
  ['an unknown status', () => fileOf({ ...valid(), status: 'LOST' }), /^Order 1 .*status.*AWAITING_SHIPMENT/],
  ['an order that is null', () => fileOf(valid(), null), /^Order 2 can't be read: the order itself.*null/],
  [
    'half a cent',
    () => fileOf({ ...valid(), amounts: makeAmounts({ total: 0.5 }) }),
    /^Order 1 .*amounts\.total/,
  ],
  ['a time before 1970', () => fileOf({ ...valid(), placedAt: -1 }), /^Order 1 .*placedAt/],
  [
    'a time after the year 275760',
    () => fileOf({ ...valid(), placedAt: 8.64e15 + 1 }),
    /^Order 1 .*placedAt/,
  ],
  ['an id of 10,000 letters', () => fileOf({ ...valid(), id: '5'.repeat(10_000) }), /^Order 1 \(5{40}\)/],
  [
    'a list nested 1,000,000 deep',
    () => `{"format":"orderlens/1","orders":[${'['.repeat(1e6)}${']'.repeat(1e6)}]}`,
    /nested deeper/,
  ],
  [
    'an extra field nested 1,000,000 deep',
    () => fileOf({ ...valid(), x: 'DEEP' }).replace('"DEEP"', '['.repeat(1e6) + ']'.repeat(1e6)),
    /./,
  ],
  [
    '__proto__ for all fields',
    () => `{"format":"orderlens/1","orders":[{"__proto__":${JSON.stringify(valid())}}]}`,
    /^Order 1 .*\bid\b/,
  ],
];

export const transferCases = [
  onHistory('export, erase, import, export: the file is the same but for its date', async (db) => {
    for (const [index, owner] of OWNERS.entries())
      await write(
        db,
        Array.from({ length: 400 }, (_, at) => rich(owner, index * 1000 + at)),
        { owner },
      );
    await write(db, [{ ...rich(SHOP, 3), updatedAt: NOW, counterparty: 'changed' }]);
    const [before, rollups] = [await exported(db), (await everything(db))['rollups']];
    await eraseHistory(db);
    same(await importText(db, before), { created: 1200, updated: 0, unchanged: 0 });
    const after = await exported(db, NOW + HOUR);
    ok(after !== before, 'the date differs');
    const undated = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '');
    ok(undated(after) === undated(before), 'all else is the same');
    same((await everything(db))['rollups'], rollups);
    same((await checkRollups(db)).wrong, 0);
  }),
  onHistory('importing what is known changes nothing', async (db) => {
    await write(db, [rich(SHOP, 1), rich(SHOP, 2)]);
    const before = await everything(db);
    same(await importText(db, await exported(db)), { created: 0, updated: 0, unchanged: 2 });
    same(await everything(db), before);
  }),
  onHistory(
    'an export tells its progress, has the format of the document and stops at an abort',
    async (db) => {
      await write(
        db,
        Array.from({ length: 1100 }, (_, index) => rich(SHOP, index)),
      );
      const progress: number[] = [];
      const blob = await exportJson(db, new Date(NOW), (written) => progress.push(written), never);
      const file = JSON.parse(await blob.text());
      same(
        [file.format, file.exportedAt, file.orders.length],
        ['orderlens/1', '2026-11-21T05:00:00.000Z', 1100],
      );
      same([progress.at(-1), blob.type], [1100, 'application/json']);
      ok((await exported(db)) === (await blob.text()), 'the same history is the same file');
      const aborted = AbortSignal.abort();
      await rejection(() => exportJson(db, new Date(NOW), () => {}, aborted));
    },
  ),
  onHistory('an empty history is a file with no orders', async (db) => {
    same(readOrdersFile(await exported(db)), []);
  }),
  onHistory('fields that this version does not know survive, at every level', async (db) => {
    const odd = { ...valid(), gift: { wrapped: [1, 'two', null] }, constructor: 'odd' };
    const nested = {
      ...odd,
      amounts: { ...(odd as { amounts?: object }).amounts, tip: 5 },
      items: [{ ...makeItem({}), colour: 'red' }],
    };
    await importText(db, fileOf(nested));
    await write(db, [rich(SHOP, 1)]);
    const order = await onlyOrder(db);
    same(
      [order['gift'], Reflect.get(order, 'constructor'), order.amounts['tip']],
      [{ wrapped: [1, 'two', null] }, 'odd', 5],
    );
    const [again] = readOrdersFile(await exported(db));
    same(
      [again?.['gift'], again?.items[0]?.['colour'], again?.amounts['tip']],
      [{ wrapped: [1, 'two', null] }, 'red', 5],
    );
  }),
  onHistory('a key named __proto__ pollutes nothing', async (db) => {
    const text = fileOf(valid())
      .replace('"id":', '"__proto__":{"polluted":1},"id":')
      .replace('"tax":', '"__proto__":{"polluted":1},"tax":');
    await importText(db, text);
    await write(db, [{ ...rich(SHOP, 1), updatedAt: NOW + HOUR }]);
    const order = await onlyOrder(db);
    same(
      [Reflect.get({}, 'polluted'), Reflect.get(order, 'polluted'), Reflect.get(order.amounts, 'polluted')],
      [undefined, undefined, undefined],
    );
  }),
  onHistory('a preview counts what an import would do, and writes nothing', async (db) => {
    await write(
      db,
      [1, 2, 3].map((index) => rich(SHOP, index)),
    );
    const before = await everything(db);
    const said = [
      rich(SHOP, 1),
      { ...rich(SHOP, 2), shippedAt: NOW },
      { ...rich(SHOP, 3), counterparty: 'else', paymentMethod: 'Visa', amounts: makeAmounts({ total: 9 }) },
      rich(SHOP, 4),
    ];
    same(await previewImport(db, said, never), {
      total: 4,
      created: 1,
      completed: 1,
      conflicting: 1,
      unchanged: 1,
    });
    same(await everything(db), before);
  }),
  onHistory(
    'a preview calls no conflict what a file leaves open, guesses or tells to the second',
    async (db) => {
      const known = (id: string, fields: Partial<Order> = {}) =>
        makeOrder({ id, status: 'IN_TRANSIT', statusLabel: 'In transit', placedAt: NOW, ...fields }, SHOP);
      await write(db, [known('1'), known('2'), known('3'), known('4')]);
      const settlement = { state: 'settled', currency: 'USD', amount: 5, fees: -1, settledAt: NOW } as const;
      const said = [
        known('1', { status: 'UNKNOWN', statusLabel: null, placedAt: null, settlement }),
        known('2', { placedAt: NOW + 7_000, deliveredAt: NOW + HOUR }),
        { ...known('3', { placedAt: NOW + 5 * HOUR }), isDateInferred: true },
        known('4', { placedAt: NOW + 90_000 }),
      ];
      same(NOW % 60_000, 0, 'the page shows a minute');
      const { completed, conflicting } = await previewImport(db, said, never);
      same([completed, conflicting], [3, 1]);
    },
  ),
  ...REFUSED.map(([name, text, message]) =>
    onHistory(`${name} is refused by name, and nothing is written`, async (db) => {
      const before = await everything(db);
      const error = await rejection(() => Promise.resolve().then(() => importText(db, text())));
      ok(error instanceof ImportError, `an ImportError, not ${error.name}: ${error.message.slice(0, 200)}`);
      ok(message.test(error.message), `the message names it: ${error.message.slice(0, 300)}`);
      ok(error.message.length < 500, 'the message is short');
      same(await everything(db), before);
    }),
  ),
];
