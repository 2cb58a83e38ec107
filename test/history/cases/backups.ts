import { previewImport } from '../../../lib/history/read/import-preview.ts';
import { checkRollups } from '../../../lib/history/rollups.ts';
import { undoCapture } from '../../../lib/history/undo.ts';
import type { Account } from '../../../lib/model/order.ts';
import { makeAmounts, makeOrder, NOW, SHOP } from '../build.ts';
import { importOrders, onHistory, onlyOrder, same, write } from '../support.ts';

// Another computer has another salt: the same shop has another name in its files.
const ELSEWHERE: Account = { role: 'seller', account: 'acc_elsewhere', market: 'US' };
const THIRD: Account = { role: 'seller', account: 'acc_third', market: 'US' };

const sold = (owner: Account, id = '5', counterparty: string | null = null) =>
  makeOrder(
    {
      id,
      status: 'COMPLETED',
      currency: 'USD',
      placedAt: NOW,
      amounts: makeAmounts({ total: 100 }),
      counterparty,
    },
    owner,
  );

export const backupCases = [
  onHistory('a backup from another computer joins what a page told before', async (db) => {
    await write(db, [sold(SHOP)]);
    const file = [sold(ELSEWHERE, '5', 'From the backup'), sold(ELSEWHERE, '6')];
    const { created, completed } = await previewImport(db, file, new AbortController().signal);
    same([created, completed], [1, 1], 'the preview');
    same(await importOrders(db, file, 'i'), { created: 1, updated: 1, unchanged: 0 });
    same((await db.orders.get('seller|acc_shop|5'))?.order.counterparty, 'From the backup');
    same(await db.orders.count(), 2);
    same((await checkRollups(db)).wrong, 0);
  }),
  onHistory('backups of one shop from two computers join in every part', async (db) => {
    const orders = (owner: Account) =>
      Array.from({ length: 9 }, (_, index) => sold(owner, String(index + 1)));
    await importOrders(db, orders(ELSEWHERE), 'first', 4);
    same((await importOrders(db, orders(THIRD), 'second', 4)).created, 0);
    same(await db.orders.count(), 9);
  }),
  onHistory('undoing an import leaves the order that a page had told before', async (db) => {
    await write(db, [sold(SHOP)]);
    await importOrders(db, [sold(ELSEWHERE, '5', 'From the backup')], 'i');
    await write(db, [sold(SHOP)], { at: NOW + 1 });
    await undoCapture(db, 'i', NOW);
    const order = await onlyOrder(db);
    same([order.account, order.counterparty], ['acc_shop', null]);
    same((await checkRollups(db)).wrong, 0);
  }),
];
