import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { takeCensus } from '../../lib/sources/drift.ts';
import { ImportError } from '../../lib/sources/files/file-source.ts';
import { parseJson } from '../../lib/sources/json.ts';
import { SOURCES } from '../../lib/sources/registry.ts';
import { MainOrder } from '../../lib/sources/seller/main-order-schema.ts';
import type { Reading, Source } from '../../lib/sources/source.ts';
import { PAGE_FIXTURES } from '../contract/fixtures.ts';
import { changed, placesOf } from '../contract/mutate.ts';
import { readOrdersFile } from '../history/read-orders-file.ts';
import { watchPrototypes } from './pollution.ts';

watchPrototypes();

const owner = { role: 'seller', account: 'acc_hostile', market: 'US' } as const;
const read = (source: Source, body: unknown, request: unknown = null): Reading =>
  source.read({ url: new URL('https://seller-us.tiktok.com/'), request, body, owner, seenAt: 1 });
/** The same inside the envelope of each side. */
const readInside = (source: Source, data: unknown, request: unknown = null): Reading[] => [
  read(source, { code: 0, data }, request),
  read(source, { code: 0, dynamic_data: data }, request),
];

/** What a reading must be, whatever was read: every order in it can be stored, exported and imported. */
function expectSound(reading: Reading): void {
  for (const order of reading.orders) {
    const parsed = Order.safeParse(order);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(order.account).toBe('acc_hostile');
  }
  expect(Number.isSafeInteger(reading.brokenCount)).toBe(true);
}

const KEYS = [
  'code',
  'data',
  'main_orders',
  'main_order',
  'main_order_id',
  'package_list',
  'order_history',
  'count_map',
  'price_module',
  'grand_total',
  'price_val',
  'currency',
  'sku_module',
  'order_line_ids',
  'quantity',
  'reverse_module',
  'reverse_order_id',
  'timestamp',
  'description',
  'dynamic_data',
  'list_order_items',
  'orders',
  'items',
  'skus',
  'order_info',
  'order_date',
  'template',
  'data_list',
  'type',
  'status',
  'title',
  'subtitles',
  'price',
  'price_str',
  'bill_items',
  'package_cards',
  'reverse_info_cards',
  'cards',
  '__proto__',
  'constructor',
  'toString',
];
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(
    null,
    true,
    0,
    100,
    111,
    1e308,
    -1,
    '0',
    '',
    '<UNSET>',
    '9'.repeat(40),
    'NaN',
    '\ud800',
    '\u0000',
    '__proto__',
  ),
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('node'), { maxKeys: 5 }),
  ),
})).node;

test.each(SOURCES.map((source) => ({ id: source.id, source })))(
  '$id reads any JSON and never throws',
  ({ source }) => {
    fc.assert(
      fc.property(tree, tree, (body, request) => {
        expectSound(read(source, body, request));
        for (const reading of readInside(source, body, request)) expectSound(reading);
      }),
      { numRuns: 400 },
    );
  },
);

test.each(SOURCES.map((source) => ({ id: source.id, source })))(
  '$id reads a list of anything and never throws',
  ({ source }) => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (list) => {
        const data = {
          main_orders: list,
          main_order: list,
          package_list: list,
          order_history: list,
          count_map: list,
          list_order_items: { orders: list },
          items_card: { main_order_cards: list, package_cards: list },
          refund_info: { reverse_info_cards: list },
          order_status_card: { status: { title: list[0], subtitles: list } },
        };
        for (const reading of readInside(source, data, { main_order_id: '5' })) expectSound(reading);
        expectSound(read(source, { cards: list, parcels: list, skus: list, info: list, lines: list }));
      }),
      { numRuns: 400 },
    );
  },
);

test.each(PAGE_FIXTURES)('$name with anything anywhere never throws', ({ url, request, answerText }) => {
  const answer = parseJson(answerText);
  const places = placesOf(answer);
  const source = SOURCES.find((entry) => entry.matches(new URL(url)));
  fc.assert(
    fc.property(fc.nat(places.length - 1), tree, (index, value) => {
      const body = changed(answer, places[index]?.path ?? [], (holder, key) => {
        holder[key] = value;
      });
      if (source) expectSound(read(source, body, request));
    }),
    { numRuns: 150 },
  );
});

test('any JSON for a file of ours gives orders or an ImportError', () => {
  const file = fc.oneof(
    tree,
    fc.record({ format: fc.constant('orderlens/1'), orders: fc.array(tree, { maxLength: 3 }) }),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        file.map((value) => JSON.stringify(value) ?? ''),
        fc.string(),
      ),
      (text) => {
        try {
          for (const order of readOrdersFile(text)) expect(Order.safeParse(order).success).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      },
    ),
    { numRuns: 500 },
  );
});

const big = (count: number, text: string) => JSON.parse(`[${`${text},`.repeat(count - 1)}${text}]`);

test.each([
  [
    'scans in one parcel',
    {
      package_list: [
        {
          main_order_id: '5',
          logistic_detail: { track_list: big(200_000, '{"title":"In transit","time":5}') },
        },
      ],
    },
  ],
  [
    'broken scans in one parcel',
    { package_list: [{ main_order_id: '5', logistic_detail: { track_list: big(200_000, '7') } }] },
  ],
  ['parcels of one order', { package_list: big(40_000, '{"main_order_id":"5"}') }],
  ['entries of a history', { order_history: big(200_000, '{"description":"a","timestamp":"x"}') }],
  ['broken entries of a history', { order_history: big(200_000, '{}') }],
  ['items that are broken', { main_orders: [{ main_order_id: '5', sku_module: big(200_000, '7') }] }],
  [
    'money that is broken',
    {
      main_order: [{ main_order_id: '5', sku_module: big(100_000, '{"sku_total_price":{"price_val":"x"}}') }],
    },
  ],
  ['cards of a list', { list_order_items: { orders: big(20_000, '{"items":[{"main_order_id":"5"}]}') } }],
  ['products of a card', { list_order_items: { orders: [{ items: big(100_000, '{"skus":[{}]}') }] } }],
  [
    'places of a template',
    { order_status_card: { status: { title: { template: '{{a}}'.repeat(100_000) } } } },
  ],
  ['parcels of a page', { items_card: { card_type: 2, package_cards: big(20_000, '{"title":"Package"}') } }],
])('a great many %s are read in time and without an overflow', (_name, data) => {
  let spentMs = 0;
  for (const source of SOURCES) {
    const start = performance.now();
    const readings = readInside(source, data, { main_order_id: '5' });
    spentMs += performance.now() - start;
    for (const reading of readings) expectSound(reading);
  }
  expect(spentMs).toBeLessThan(5000);
});

test('a census of a hostile entry ends', () => {
  const entry = JSON.parse(
    `{"main_order_id":"5","x":${'{"a":'.repeat(60)}1${'}'.repeat(60)},"__proto__":{"polluted":1}}`,
  );
  const { understood, unread } = takeCensus(MainOrder, entry);
  expect([[...understood], unread.size]).toEqual([['main_order_id'], 2]);
});
