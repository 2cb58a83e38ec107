import { eraseHistory } from '../../../lib/history/erase.ts';
import { accountName, readAccounts } from '../../../lib/history/read/accounts.ts';
import { readOrder } from '../../../lib/history/read/orders.ts';
import { checkRollups } from '../../../lib/history/rollups.ts';
import { undoCapture } from '../../../lib/history/undo.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../lib/model/alert.ts';
import { orderKey } from '../../../lib/model/key.ts';
import type { Account, Order } from '../../../lib/model/order.ts';
import type { Reading } from '../../../lib/sources/source.ts';
import { HOUR, makeAlert, makeAmounts, makeOrder, NOW, SHOP } from '../build.ts';
import { everything, importOrders, onHistory, onlyOrder, same, write } from '../support.ts';

const FILE: Account = { role: 'seller', account: 'file:Old export', market: null };
const HOST_ONLY: Account = { role: 'seller', account: 'acc_host', market: 'US' };
const sold = (owner: Account, fields: Partial<Order> = {}) =>
  makeOrder(
    {
      id: '5',
      status: 'COMPLETED',
      currency: 'USD',
      placedAt: NOW,
      amounts: makeAmounts({ total: 100 }),
      ...fields,
    },
    owner,
  );

export const accountCases = [
  onHistory('each shop of an import is an account of its own', async (db) => {
    const owners: Account[] = [
      FILE,
      { role: 'buyer', account: 'file:Old export', market: 'GB' },
      { role: 'seller', account: 'acc_b', market: 'VN' },
    ];
    const orders = owners.flatMap((owner, index) => [
      sold(owner, { id: `${index}1` }),
      sold(owner, { id: `${index}2` }),
    ]);
    same((await importOrders(db, orders, 'i')).created, 6);
    const accounts = await readAccounts(db);
    same(
      accounts.map(({ key, origin, market }) => [key, origin, market]),
      [
        ['seller|file:Old export', 'file', null],
        ['buyer|file:Old export', 'file', 'GB'],
        ['seller|acc_b', 'file', 'VN'],
      ],
    );
    same(
      accounts.every(({ lastSeenAt, host }) => lastSeenAt === null && host === null),
      true,
      'no page was seen',
    );
  }),
  onHistory(
    'an order of a file becomes the order of the page that shows it, and nothing is lost',
    async (db) => {
      await importOrders(
        db,
        [
          sold(FILE, {
            counterparty: 'From file',
            gift: 'kept',
            sources: [{ id: 'files/orderlens-json', seenAt: NOW - HOUR }],
          }),
        ],
        'i',
      );
      same(await write(db, [sold(SHOP, { paymentMethod: 'Visa' })]), {
        created: 0,
        updated: 1,
        unchanged: 0,
      });
      const order = await onlyOrder(db);
      same(
        [order.account, order.counterparty, order.paymentMethod, order['gift']],
        ['acc_shop', 'From file', 'Visa', 'kept'],
      );
      same((await db.orders.toArray())[0]?.key, orderKey(order));
      same(await checkRollups(db), { checked: 2, wrong: 0 });
    },
  ),
  onHistory('adoption takes only what the page shows, and never from another page', async (db) => {
    await importOrders(db, [sold(FILE), sold(FILE, { id: '6' })], 'i');
    const other: Account = { ...SHOP, account: 'acc_other' };
    await write(db, [sold(SHOP)]);
    await write(db, [sold(other)], { owner: other });
    same((await db.orders.toArray()).map(({ key }) => key).sort(), [
      'seller|acc_other|5',
      'seller|acc_shop|5',
      'seller|file:Old export|6',
    ]);
    same((await checkRollups(db)).wrong, 0);
  }),
  onHistory(
    'a file that comes after the page joins it at the latest when the page is seen again',
    async (db) => {
      await write(db, [sold(SHOP)]);
      await importOrders(db, [sold(FILE, { counterparty: 'From file' })], 'i');
      await write(db, [{ ...sold(SHOP), updatedAt: NOW, paymentMethod: 'Visa' }]);
      const order = await onlyOrder(db);
      same([order.account, order.counterparty, order.paymentMethod], ['acc_shop', 'From file', 'Visa']);
      same(
        (await db.rollups.where('bucket').equals('all').toArray()).map(
          ({ counts }) => counts['revenueMinor'],
        ),
        [100],
      );
    },
  ),
  onHistory('an order that the page adopted still tells what changed before', async (db) => {
    await importOrders(db, [sold(FILE, { updatedAt: 1 })], 'i');
    await importOrders(db, [sold(FILE, { updatedAt: 2, counterparty: 'B' })], 'j');
    await write(db, [sold(SHOP, { paymentMethod: 'Visa' })]);
    const changes = (await readOrder(db, orderKey(sold(SHOP))))?.changes ?? [];
    same(
      changes.flatMap((change) => change.fields.map((field) => field.path)).includes('counterparty'),
      true,
      'the older change is told',
    );
  }),
  onHistory('undoing an import counts the orders that a page adopted as kept', async (db) => {
    await importOrders(db, [sold(FILE), sold(FILE, { id: '6' })], 'i');
    await write(db, [sold(SHOP, { paymentMethod: 'Visa' })]);
    same(await undoCapture(db, 'i', NOW), { removed: 1, restored: 0, kept: 1 });
    same((await onlyOrder(db)).paymentMethod, 'Visa');
    same((await checkRollups(db)).wrong, 0);
  }),
  onHistory('a page tells its session; what a signed-out page says is not fresh', async (db) => {
    await write(db, [sold(SHOP)], { at: NOW });
    for (const session of ['signed-out', 'verification', 'failed'] as const) {
      await write(db, [], { at: NOW + HOUR }, { session });
      const [account] = await readAccounts(db);
      same([account?.session, account?.lastSeenAt], [session, NOW]);
    }
    await write(db, [sold(SHOP)], { at: NOW + 2 * HOUR });
    await write(db, [sold(SHOP)], { at: NOW + HOUR });
    const [account] = await readAccounts(db);
    same(
      [account?.session, account?.lastSeenAt, account?.host],
      ['ok', NOW + 2 * HOUR, 'seller-us.tiktok.com'],
    );
  }),
  onHistory('only orders, or a list without a filter, make a shop fresh', async (db) => {
    await write(db, [sold(SHOP)], { at: NOW });
    const lastSeen = async () => (await readAccounts(db))[0]?.lastSeenAt;
    const later = { at: NOW + HOUR };
    await write(db, [], { ...later, sourceId: 'seller/search-count' });
    await write(db, [], later, { scope: { isWhole: false, totalCount: 0 } });
    same(await lastSeen(), NOW);
    await write(db, [], later, { scope: { isWhole: true, totalCount: 0 } });
    same(await lastSeen(), NOW + HOUR);
  }),
  onHistory('only the list’s own failure is the shop’s, and only the list takes it back', async (db) => {
    const session = async (sourceId: string, told: Reading['session'], orders: Order[] = []) => {
      await write(db, orders, { sourceId }, { session: told });
      return (await readAccounts(db))[0]?.session;
    };
    same(await session('seller/order-list', 'ok'), 'ok');
    same(await session('seller/search-count', 'failed'), 'ok');
    same(await session('seller/logistic-detail', 'signed-out'), 'signed-out');
    same(await session('seller/search-count', 'ok'), 'ok');
    same(await session('seller/order-list', 'failed'), 'failed');
    same(await session('seller/search-count', 'ok'), 'failed');
    same(await session('seller/order-get', 'ok', [sold(SHOP)]), 'ok');
  }),
  onHistory(
    'a host’s orders go to the shop that names itself, and the host’s account with them',
    async (db) => {
      const ofHost = { owner: HOST_ONLY, kind: 'host' } as const;
      await write(db, [sold(HOST_ONLY), sold(HOST_ONLY, { id: '6' })], ofHost);
      same(
        (await readAccounts(db)).map(({ origin }) => origin),
        ['host'],
      );
      await db.accounts.update('seller|acc_host', { label: 'Mugs' });
      await write(db, [sold(SHOP, { paymentMethod: 'Visa' })]);
      same((await db.orders.toArray()).map(({ key }) => key).sort(), [
        'seller|acc_host|6',
        'seller|acc_shop|5',
      ]);
      await write(db, [sold(SHOP, { id: '6' })]);
      same(
        (await readAccounts(db)).map(({ account, label }) => [account, label]),
        [['acc_shop', 'Mugs']],
      );
      same((await checkRollups(db)).wrong, 0);
      same(await db.orders.count(), 2);
    },
  ),
  onHistory('a page that does not say whose it is joins the orders that are known', async (db) => {
    const other: Account = { ...SHOP, account: 'acc_other' };
    await write(db, [sold(SHOP)]);
    await write(db, [sold(other, { id: '6' })], { owner: other });
    const told = [sold(HOST_ONLY, { paymentMethod: 'Visa' }), sold(HOST_ONLY, { id: '6' })];
    await write(db, told, { owner: HOST_ONLY, kind: 'host' });
    same((await db.orders.toArray()).map(({ key }) => key).sort(), [
      'seller|acc_other|6',
      'seller|acc_shop|5',
    ]);
    same((await readAccounts(db)).map(({ account }) => account).sort(), ['acc_other', 'acc_shop']);
    same((await db.orders.get('seller|acc_shop|5'))?.order.paymentMethod, 'Visa');
    same((await checkRollups(db)).wrong, 0);
  }),
  onHistory('an import does not make a shop fresh or change its session', async (db) => {
    await write(db, [], { at: NOW }, { session: 'signed-out' });
    await importOrders(db, [sold(SHOP)], 'i');
    const [account] = await readAccounts(db);
    same(
      [account?.origin, account?.session, account?.lastSeenAt, account?.host],
      ['page', 'signed-out', null, 'seller-us.tiktok.com'],
    );
  }),
  onHistory('the whole count comes from whole lists alone', async (db) => {
    const counts: unknown[] = [];
    const scopes = [
      { isWhole: true, totalCount: 40 },
      { isWhole: false, totalCount: 3 },
      null,
      { isWhole: true, totalCount: null },
      { isWhole: true, totalCount: 41 },
    ];
    for (const scope of scopes) {
      await write(db, [], {}, { scope });
      counts.push((await readAccounts(db))[0]?.wholeCount);
    }
    same(counts, [40, 40, 40, 40, 41]);
  }),
  onHistory('shops are called by their label, else by market and number', async (db) => {
    const owners = ['a', 'b', 'c'].map((account): Account => ({ role: 'seller', account, market: 'US' }));
    for (const owner of [...owners, FILE])
      await write(db, [], { owner, kind: owner === FILE ? 'file' : 'page' });
    await db.accounts.update('seller|b', { label: 'Mugs' });
    const all = await readAccounts(db);
    same(
      all.map((account) => accountName(account, all)),
      ['US shop 1', 'Mugs', 'US shop 2', 'Imported shop'],
    );
  }),
  onHistory('erasing leaves only the salt and the user’s preferences', async (db) => {
    const kept = [
      { key: 'account.salt', value: 'salt' },
      { key: 'alerts.settings', value: { ...DEFAULT_ALERT_SETTINGS, digestAt: '07:00' } },
      { key: 'overlay.isFolded', value: true },
    ];
    await db.meta.bulkPut([...kept, { key: 'overlay.look|buyer|a|5', value: { at: 1, beforeAt: null } }]);
    await db.inbox.add({ url: 'u', requestText: '', bodyText: '', host: 'h', seenAt: 1, attempts: 0 });
    await db.notes.add({ key: 'n', orderKey: 'o', at: 1, kind: 'note', text: 't' });
    const told = { kind: 'voucher', id: 'v', at: null, shop: null, orderId: null, title: null } as const;
    const row = { ...told, text: null, status: null, account: 'a', captureId: 'c', seenAt: 1, before: null };
    await db.records.add({ ...row, key: 'voucher|a|v' });
    await db.alerts.add(makeAlert({}));
    await write(db, [sold(SHOP)], {}, { misses: [{ path: 'p', expected: 'a', got: 'b' }] });
    const filled = await everything(db);
    same(
      Object.values(filled).every((rows) => rows.length > 0),
      true,
      'every table has rows before',
    );
    await eraseHistory(db);
    const { meta, ...others } = await everything(db);
    same([meta, Object.values(others).flat()], [kept, []]);
  }),
];
