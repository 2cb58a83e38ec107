import type { History } from '../../../lib/history/db.ts';
import { readAccounts } from '../../../lib/history/read/accounts.ts';
import { readSellerSummary } from '../../../lib/history/read/summary.ts';
import { checkRollups } from '../../../lib/history/rollups.ts';
import { makeDeadlines, makeItem, makeOrder, makeReturn, NOW } from '../build.ts';
import { everything, ok, onHistory, rejection, same, write } from '../support.ts';

type Index = readonly [name: string, path: string | string[], multi?: boolean];
// Version 1 as it lies on disk, written down once and for all; Dexie multiplies its versions by ten.
const VERSION_1: Record<string, { key: IDBObjectStoreParameters; indexes: Index[] }> = {
  orders: {
    key: { keyPath: 'key' },
    indexes: [
      ['sortAt', 'sortAt'],
      ['[order.account+sortAt]', ['order.account', 'sortAt']],
      ['[order.status+sortAt]', ['order.status', 'sortAt']],
      ['[order.role+order.id]', ['order.role', 'order.id']],
      ['shipDueAt', 'shipDueAt'],
      ['returnDueAt', 'returnDueAt'],
      ['cancelDueAt', 'cancelDueAt'],
    ],
  },
  rollups: { key: { keyPath: ['role', 'account', 'currency', 'bucket'] }, indexes: [['bucket', 'bucket']] },
  changes: {
    key: { keyPath: 'id', autoIncrement: true },
    indexes: [
      ['captureId', 'captureId'],
      ['updatedKeys', 'updatedKeys', true],
    ],
  },
  captures: { key: { keyPath: 'id' }, indexes: [['at', 'at']] },
  accounts: { key: { keyPath: 'key' }, indexes: [['host', 'host']] },
  inbox: { key: { keyPath: 'id', autoIncrement: true }, indexes: [] },
  drift: { key: { keyPath: 'key' }, indexes: [['lastAt', 'lastAt']] },
  meta: { key: { keyPath: 'key' }, indexes: [] },
};

// What later versions added to it.
const ADDED: typeof VERSION_1 = {
  records: {
    key: { keyPath: 'key' },
    indexes: [
      ['account', 'account'],
      ['orderId', 'orderId'],
      ['shop', 'shop'],
      ['captureId', 'captureId'],
    ],
  },
  notes: {
    key: { keyPath: 'key' },
    indexes: [
      ['[orderKey+at]', ['orderKey', 'at']],
      ['watchedAt', 'watchedAt'],
    ],
  },
  alerts: {
    key: { keyPath: 'id' },
    indexes: [
      ['at', 'at'],
      ['topic', 'topic'],
      ['orderKey', 'orderKey'],
      ['openKind', 'openKind'],
      ['tellAt', 'tellAt'],
    ],
  },
};
const ADDED_INDEXES: Record<string, Index[]> = {
  orders: [
    ['productKeys', 'productKeys', true],
    ['owedSince', 'owedSince'],
    ['arrivesAt', 'arrivesAt'],
    ['arrivedAt', 'arrivedAt'],
    ['returnEndsAt', 'returnEndsAt'],
    ['autoCancelAt', 'autoCancelAt'],
  ],
};

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function createStores(raw: IDBDatabase, extra: string[]): void {
  const isLater = raw.version > 10;
  for (const [name, { key, indexes }] of Object.entries(isLater ? { ...VERSION_1, ...ADDED } : VERSION_1)) {
    const store = raw.createObjectStore(name, key);
    const all = isLater ? [...indexes, ...(ADDED_INDEXES[name] ?? [])] : indexes;
    for (const [index, path, multiEntry = false] of all) store.createIndex(index, path, { multiEntry });
  }
  for (const name of extra) raw.createObjectStore(name);
}

/** A database as version 1 (or a later one with more stores) left it, with these rows. */
async function createRaw(
  name: string,
  version: number,
  rows: Record<string, unknown[]>,
  extra: string[] = [],
): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => createStores(request.result, extra);
  const raw = await settle(request);
  for (const [table, entries] of Object.entries(rows)) {
    const store = raw.transaction(table, 'readwrite').objectStore(table);
    for (const entry of entries) await settle(store.put(entry));
  }
  raw.close();
}

async function contents(name: string): Promise<[version: number, orders: unknown[]]> {
  const raw = await settle(indexedDB.open(name));
  const orders = await settle(raw.transaction('orders').objectStore('orders').getAll());
  raw.close();
  return [raw.version, orders];
}

const order = makeOrder({
  id: '5',
  status: 'AWAITING_SHIPMENT',
  placedAt: NOW,
  deadlines: makeDeadlines({ shipByAt: NOW - 1 }),
});
const orderRow = { key: 'seller|acc_shop|5', sortAt: NOW, day: '2026-11-20', shipDueAt: NOW - 1, order };
const counts = { orders: 1, 'status.AWAITING_SHIPMENT': 1, withoutAmount: 1 };
const rollup = (currency: string, bucket: string, sums: object) => ({
  role: 'seller',
  account: 'acc_shop',
  currency,
  bucket,
  counts: sums,
});
const ROWS = {
  orders: [orderRow],
  rollups: [
    rollup('XXX', 'all', counts),
    rollup('XXX', 'day:2026-11-20', counts),
    rollup('', `hour:00${Math.floor((NOW - 1) / 3_600_000)}`, { shipDue: 1 }),
  ],
  accounts: [
    {
      key: 'seller|acc_shop',
      role: 'seller',
      account: 'acc_shop',
      market: 'US',
      host: null,
      origin: 'page',
      label: 'Mugs',
      lastSeenAt: NOW,
      session: 'ok',
      wholeCount: null,
      toShip: null,
    },
  ],
  meta: [{ key: 'account.salt', value: 'salt' }],
};

// The seventh working day after Friday in Los Angeles, Thanksgiving left out: Wednesday, 2 December.
const MIGRATED = { ...orderRow, autoCancelAt: Date.parse('2026-12-03T07:59:59Z') };

async function isInUse(db: History): Promise<void> {
  same((await everything(db))['orders'], [MIGRATED]);
  same((await checkRollups(db)).wrong, 0, 'rollups');
  const { overdue, orderCount } = await readSellerSummary(db, await readAccounts(db), NOW);
  same([overdue, orderCount], [1, 1]);
  same(await write(db, [order]), { created: 0, updated: 0, unchanged: 1 });
}

export const migrationCases = [
  onHistory('a history that version 1 wrote is read on', async (db, openHistory) => {
    await createRaw(`${db.name}-raw`, 10, ROWS);
    const old = openHistory(`${db.name}-raw`);
    try {
      await isInUse(old);
    } finally {
      await old.delete();
    }
  }),
  onHistory('a buyer’s orders of version 1 get their places in the new indexes', async (db, openHistory) => {
    const { account, ...rest } = makeOrder({ id: '6', status: 'DELIVERED', deliveredAt: NOW - 1 });
    const { received: _, ...back } = makeReturn({ amount: 100 });
    const items = [makeItem({ skuId: '9', name: 'Mug' })];
    const bought = { ...rest, role: 'buyer', account, items, returns: [back] };
    const row = { key: 'buyer|acc_shop|6', sortAt: NOW, day: '2026-11-20', order: bought };
    const counted = { ...rollup('XXX', 'day:2026-11-19', { orders: 1, revenueMinor: 5 }), role: 'buyer' };
    await createRaw(`${db.name}-raw`, 10, {
      ...ROWS,
      orders: [orderRow, row],
      rollups: [...ROWS.rollups, counted],
    });
    const old = openHistory(`${db.name}-raw`);
    try {
      same(await old.orders.where('productKeys').equals('sku:9').primaryKeys(), [row.key]);
      same(await old.orders.where('arrivedAt').above(0).primaryKeys(), [row.key]);
      same((await checkRollups(old)).wrong, 0, 'rollups');
      same((await old.orders.get(row.key))?.order.returns[0]?.received, null);
      same(await old.orders.get(orderRow.key), MIGRATED);
    } finally {
      await old.delete();
    }
  }),
  onHistory('what this version creates is version 1 to the letter, and what was added since', async (db) => {
    await db.open();
    const raw = db.backendDB();
    const tables = Object.entries({ ...VERSION_1, ...ADDED });
    same([...raw.objectStoreNames].sort(), tables.map(([name]) => name).sort());
    for (const [name, { key, indexes }] of tables) {
      const store = raw.transaction(name).objectStore(name);
      same([store.keyPath, store.autoIncrement], [key.keyPath, key.autoIncrement ?? false], name);
      const found = [...store.indexNames].map((index) => [
        index,
        store.index(index).keyPath,
        store.index(index).multiEntry,
      ]);
      const all = [...indexes, ...(ADDED_INDEXES[name] ?? [])];
      same(found.sort(), all.map(([index, path, multi = false]) => [index, path, multi]).sort(), name);
    }
    same(raw.version, 40);
  }),
  onHistory('a history of a newer version is refused and stays as it is', async (db, openHistory) => {
    const name = `${db.name}-newer`;
    await createRaw(name, 9990, ROWS, ['future']);
    const before = await contents(name);
    const newer = openHistory(name);
    const error = await rejection(() => newer.orders.count());
    newer.close();
    ok(error.message.length > 0, 'the error says something');
    same(await contents(name), before);
    indexedDB.deleteDatabase(name);
  }),
];
