import type { History, OrderRow } from '../../../lib/history/db.ts';
import { readOrderKeys, readOrdersAt } from '../../../lib/history/read/order-list.ts';
import { countOrders, type OrderFilter, readOrderPage } from '../../../lib/history/read/orders.ts';
import { searchOrders } from '../../../lib/history/read/search.ts';
import { type Account, ORDER_STATUSES } from '../../../lib/model/order.ts';
import { HOUR, makeItem, makeOrder, makePackage, NOW, SHOP } from '../build.ts';
import { ok, onHistory, same, write } from '../support.ts';

const OTHER: Account = { role: 'seller', account: 'acc_other', market: 'VN' };
const never = new AbortController().signal;

/** Orders of two shops; several share an instant, some have no date. */
async function fill(db: History, count: number): Promise<void> {
  for (const owner of [SHOP, OTHER]) {
    const orders = Array.from({ length: count }, (_, index) =>
      makeOrder(
        {
          id: `57${owner === SHOP ? 1 : 2}${String(index).padStart(15, '0')}`,
          status: ORDER_STATUSES[(index * 7) % ORDER_STATUSES.length] ?? 'UNKNOWN',
          placedAt: index % 11 === 0 ? null : NOW - Math.floor(index / 3) * HOUR,
          items: [
            makeItem({ name: index % 5 === 0 ? 'Ceramic MUG “Nordic”' : 'Lamp', variation: `V${index % 4}` }),
          ],
        },
        owner,
      ),
    );
    await write(db, orders, { owner });
  }
}

function naive(rows: readonly OrderRow[], { account, status }: OrderFilter): string[] {
  const time = (row: OrderRow) =>
    row.order.placedAt ?? Math.min(...row.order.sources.map((source) => source.seenAt));
  return rows
    .filter((row) => account === null || row.order.account === account)
    .filter((row) => status === null || row.order.status === status)
    .toSorted((a, b) => time(b) - time(a) || (a.key < b.key ? 1 : -1))
    .map((row) => row.key);
}

const FILTERS: OrderFilter[] = [
  { account: null, status: null },
  { account: 'acc_shop', status: null },
  { account: null, status: 'IN_TRANSIT' },
  { account: 'acc_other', status: 'CANCELLED' },
  { account: 'acc_none', status: null },
];

async function search(db: History, text: string, filter: OrderFilter = { account: null, status: null }) {
  const found: string[] = [];
  const searched: number[] = [];
  for await (const part of searchOrders(db, filter, text, never)) {
    found.push(...part.rows.map((row) => row.order.id));
    searched.push(part.searched);
  }
  return { found, searched };
}

const named = (id: string, fields: Parameters<typeof makeOrder>[0]) => makeOrder({ ...fields, id });

export const readCases = [
  onHistory('pages are what a naive filter and sort gives', async (db) => {
    await fill(db, 120);
    const rows = await db.orders.toArray();
    for (const filter of FILTERS) {
      const wanted = naive(rows, filter);
      const pages: string[] = [];
      for (let offset = 0; offset <= wanted.length; offset += 17)
        pages.push(...(await readOrderPage(db, filter, offset, 17)).map((row) => row.key));
      same(pages, wanted, JSON.stringify(filter));
      same(await countOrders(db, filter), wanted.length, 'count');
      same(await readOrderKeys(db, filter), wanted, 'keys');
    }
    same(await readOrderPage(db, { account: null, status: null }, 10_000, 17), []);
    const keys = [
      'seller|acc_shop|571000000000000009',
      'seller|acc_shop|none',
      'seller|acc_shop|571000000000000002',
    ];
    const ids = (await readOrdersAt(db, keys)).map((row) => row?.key ?? null);
    same(ids, [keys[0], null, keys[2]], 'places');
  }),
  onHistory('a search finds every word in id, product, variation, buyer, carrier and number', async (db) => {
    await write(db, [
      named('571', { items: [makeItem({ name: 'Ceramic Mug', variation: 'Blue / L', sellerSku: 'MUG-9' })] }),
      named('572', {
        items: [makeItem({ name: 'Lamp', variation: null, sellerSku: null })],
        counterparty: 'M*** Ng***',
      }),
      named('573', { items: [], packages: [makePackage({ trackingNumber: '9400111', carrier: 'USPS' })] }),
    ]);
    const wanted: [string, string[]][] = [
      ['ceramic', ['571']],
      ['  MUG   blue ', ['571']],
      ['blue mug-9', ['571']],
      ['mug lamp', []],
      ['ng***', ['572']],
      ['9400111', ['573']],
      ['usps 9400', ['573']],
      ['57', ['571', '572', '573']],
      ['.*', []],
      ['null', []],
    ];
    for (const [text, ids] of wanted) same((await search(db, text)).found.toSorted(), ids, text);
  }),
  onHistory('a search streams slice by slice, newest first, within the filter', async (db) => {
    await fill(db, 1250);
    const filter = { account: 'acc_other', status: null } as const;
    const { found, searched } = await search(db, 'nordic', filter);
    const rows = (await db.orders.toArray()).filter((row) => row.order.items[0]?.name.includes('Nordic'));
    same(
      found,
      naive(rows, filter).map((key) => key.split('|')[2]),
    );
    same([searched.at(-1), searched.length > 1], [1250, true]);
  }),
  onHistory('a search stops at an abort', async (db) => {
    await fill(db, 1250);
    const controller = new AbortController();
    const parts: number[] = [];
    for await (const { searched } of searchOrders(
      db,
      { account: null, status: null },
      'mug',
      controller.signal,
    )) {
      parts.push(searched);
      controller.abort();
    }
    same(parts.length, 1);
    ok((parts[0] ?? 0) < 2500, 'most was not searched');
    const none = searchOrders(db, { account: null, status: null }, 'mug', controller.signal);
    same((await none.next()).done, true, 'nothing after the abort');
  }),
  onHistory('a whole order id is found at once, however old the order is', async (db) => {
    await fill(db, 1250);
    const oldest = (await db.orders.orderBy('sortAt').first())?.order.id ?? '';
    const first = await searchOrders(db, { account: null, status: null }, ` ${oldest} `, never).next();
    same(
      first.value?.rows.map((row: OrderRow) => row.order.id),
      [oldest],
    );
    same((await search(db, oldest)).found, [oldest], 'and only once');
  }),
];
