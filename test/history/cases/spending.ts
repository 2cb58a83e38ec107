import type { History } from '../../../lib/history/db.ts';
import { eraseHistory } from '../../../lib/history/erase.ts';
import { type Period, readSpending } from '../../../lib/history/read/spending.ts';
import { readChanges } from '../../../lib/history/read/spending-changes.ts';
import { readSpendingNow } from '../../../lib/history/read/spending-now.ts';
import { BUDGETS_KEY, readBudgets, readCategoryRules } from '../../../lib/history/read/spending-settings.ts';
import { readYear } from '../../../lib/history/read/spending-year.ts';
import { changeCategoryRules, checkRollups } from '../../../lib/history/rollups.ts';
import { netMinor } from '../../../lib/insights/spending.ts';
import type { Account, Order } from '../../../lib/model/order.ts';
import type { CategoryRule } from '../../../lib/model/spending.ts';
import { makeAmounts, makeItem, makeOrder, makeReturn, SHOP } from '../build.ts';
import { everything, ok, onHistory, same, write } from '../support.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_buyer', market: 'US' };
// A Saturday noon on the wall of whoever runs this.
const NOW = new Date(2026, 10, 21, 12).getTime();
const NOVEMBER: Period = { kind: 'month', month: '2026-11' };

let ids = 0;
type Fields = Partial<Omit<Order, 'amounts'>> & { amounts?: Partial<Order['amounts']> };
function bought(placedAt: number | null, total: number | null, { amounts, ...fields }: Fields = {}): Order {
  ids += 1;
  return makeOrder(
    {
      id: String(ids),
      status: 'COMPLETED',
      currency: 'USD',
      counterparty: 'Lamp House',
      placedAt,
      ...fields,
      amounts: makeAmounts({ total, ...amounts }),
    },
    BUYER,
  );
}
const buy = (db: History, orders: Order[], id?: string) =>
  write(db, orders, id === undefined ? { owner: BUYER } : { owner: BUYER, id });
const on = (month: number, day: number) => new Date(2026, month - 1, day, 9).getTime();

export const spendingCases = [
  onHistory('paid and not cancelled counts, less refunds in full, in part and by item', async (db) => {
    const item = (fields: Parameters<typeof makeReturn>[0]) =>
      makeReturn({ type: 'REFUND', status: 'COMPLETE', ...fields });
    await buy(db, [
      bought(on(11, 2), 10_000),
      bought(on(11, 3), 5000, { amounts: { refunded: 5000 } }),
      bought(on(11, 4), 3000, { amounts: { refunded: 500 } }),
      bought(on(11, 5), 2000, {
        returns: [item({ id: 'a', amount: 300 }), item({ id: 'b', amount: 400, received: 350 })],
      }),
      bought(on(11, 6), 9000, { status: 'CANCELLED' }),
      bought(on(11, 7), 9000, { status: 'CANCELLED', paidAt: on(11, 7), amounts: { refunded: 9000 } }),
      bought(on(11, 8), 9000, { status: 'UNPAID' }),
      bought(on(10, 31), 70),
    ]);
    const { sums } = await readSpending(db, NOVEMBER, 'USD', NOW);
    same([sums.paidOrders, sums.spentMinor, sums.refundedMinor], [4, 20_000, 6150]);
  }),
  onHistory('a refund that is awaited or short stands apart and is not taken off', async (db) => {
    const back = (fields: Parameters<typeof makeReturn>[0]) =>
      makeReturn({ type: 'RETURN_AND_REFUND', ...fields });
    await buy(db, [
      bought(on(11, 2), 10_000, { returns: [back({ amount: 4000 })] }),
      bought(on(11, 3), 6000, { returns: [back({ amount: 2590, received: 2000, status: 'COMPLETE' })] }),
      bought(on(11, 4), 800, { returns: [back({ amount: null })] }),
      bought(on(11, 5), 900, { returns: [back({ amount: 900, status: 'REJECTED' })] }),
    ]);
    const { sums } = await readSpending(db, NOVEMBER, 'USD', NOW);
    same([sums.spentMinor, sums.refundedMinor], [17_700, 2000]);
    same([sums.pendingRefunds, sums.pendingRefundMinor, sums.pendingWithoutAmount], [3, 4590, 1]);
    const [now] = (await readSpendingNow(db, NOW)).currencies;
    same(now?.pending.pendingRefundMinor, 4590);
  }),
  onHistory(
    'what is unknown is counted beside the totals, and no currency is added to another',
    async (db) => {
      await buy(db, [
        bought(on(11, 2), 1000, { amounts: { tax: 100 } }),
        bought(on(11, 3), null),
        bought(on(11, 4), 500, { currency: 'VND', amounts: { tax: 50 } }),
        bought(on(11, 5), 500, { currency: null }),
        bought(null, 300, { amounts: { tax: 30 } }),
        bought(on(11, 6), 600, { returns: [makeReturn({ type: 'REFUND', status: 'COMPLETE' })] }),
        bought(on(11, 7), 900, { status: 'UNKNOWN', statusLabel: 'Gone fishing' }),
        bought(on(8, 7), 900, { status: 'UNKNOWN', statusLabel: 'Gone fishing', counterparty: 'Dune' }),
      ]);
      const told = await readSpending(db, NOVEMBER, null, NOW);
      same(
        [told.currencies, told.currency, told.withoutCurrency, told.undated],
        [['USD', 'VND'], 'USD', 1, 1],
      );
      same([told.sums.spentMinor, told.sums.withoutAmount, told.sums.refundsWithoutAmount], [1600, 1, 1]);
      same(told.sums.withoutStatus, 1);
      const august = await readSpending(db, { kind: 'month', month: '2026-08' }, 'USD', NOW);
      same([august.sums.paidOrders, august.sums.withoutStatus], [0, 1]);
      same(told.months.map(({ month }) => month).includes('2026-08'), true);
      same(
        august.sellers.map(({ name, sums }) => [name, sums.withoutStatus]),
        [['Dune', 1]],
      );
      const tax = told.parts.find(({ part }) => part === 'tax');
      same(tax, { part: 'tax', amountMinor: 100, missing: 1, missingMinor: 600 });
      same((await readSpending(db, { kind: 'all' }, 'USD', NOW)).sums.spentMinor, 1900);
      same((await readSpending(db, NOVEMBER, 'VND', NOW)).sums.spentMinor, 500);
    },
  ),
  onHistory('what a shop earned is nothing that its owner spent', async (db) => {
    await write(db, [
      makeOrder({
        id: '9',
        status: 'COMPLETED',
        currency: 'USD',
        placedAt: on(11, 2),
        amounts: makeAmounts({ total: 7 }),
      }),
    ]);
    const told = await readSpending(db, NOVEMBER, null, NOW);
    same([told.currencies, told.sums.spentMinor, SHOP.role], [[], 0, 'seller']);
    same(
      (await db.rollups.where('bucket').startsWith('seller:').count()) +
        (await db.rollups.where('bucket').startsWith('month:').count()),
      0,
    );
  }),
  onHistory('the first rule that fits sorts an order, and other rules sort all of them again', async (db) => {
    const lamp = { items: [makeItem({ name: 'Desk lamp' })] };
    await buy(db, [
      bought(on(11, 2), 100, lamp),
      bought(on(11, 3), 20, { counterparty: 'Mug Shop' }),
      bought(on(11, 4), 3),
    ]);
    const told = async () =>
      (await readSpending(db, NOVEMBER, 'USD', NOW)).categories.map(({ name, sums }) => [
        name,
        netMinor(sums),
      ]);
    same(await told(), [['Other', 123]]);
    const word: CategoryRule = { by: 'word', text: 'LAMP', category: 'Light' };
    const shop: CategoryRule = { by: 'seller', text: 'lamp house', category: 'Home' };
    same(await changeCategoryRules(db, [word, shop]), 3);
    same(await told(), [
      ['Light', 100],
      ['Other', 20],
      ['Home', 3],
    ]);
    await changeCategoryRules(db, [shop, word]);
    same(await told(), [
      ['Home', 103],
      ['Other', 20],
    ]);
    await buy(db, [bought(on(11, 5), 40)]);
    same(await told(), [
      ['Home', 143],
      ['Other', 20],
    ]);
    same((await checkRollups(db)).wrong, 0);
  }),
  onHistory('a change of rules that fails leaves rules and totals as they were', async (db) => {
    await buy(db, [bought(on(11, 2), 100)]);
    await changeCategoryRules(db, [{ by: 'seller', text: 'Lamp House', category: 'Home' }]);
    const before = await everything(db);
    const broken = {
      by: 'seller',
      text: 'Lamp House',
      category: 'Fun',
      gift: () => 0,
    } as unknown as CategoryRule;
    const failed = await changeCategoryRules(db, [broken]).then(
      () => false,
      () => true,
    );
    same(failed, true);
    same(await everything(db), before);
  }),
  onHistory('the month so far stands beside the same days of the last one', async (db) => {
    await buy(db, [
      bought(on(11, 1), 1000),
      bought(on(11, 21), 500, { amounts: { refunded: 100 } }),
      bought(on(10, 1), 70),
      bought(new Date(2026, 9, 21, 23, 59, 59, 999).getTime(), 7),
      bought(on(10, 22), 9000),
    ]);
    const { day, currencies } = await readSpendingNow(db, NOW);
    same([day, currencies.length, currencies[0]?.lastMonthMinor], ['2026-11-21', 1, 77]);
    same(currencies[0] && netMinor(currencies[0].month), 1400);
    // The last day of March has no twin in February: the whole of it counts.
    await buy(db, [bought(on(2, 28), 11)]);
    same((await readSpendingNow(db, new Date(2026, 2, 31, 12).getTime())).currencies[0]?.lastMonthMinor, 11);
  }),
  onHistory('a month stands beside the median of the six before it', async (db) => {
    const spent = [100, 900, 200, 0, 300, 400];
    await buy(
      db,
      spent.map((total, index) => bought(on(5 + index, 3), total)),
    );
    await buy(db, [
      bought(on(11, 3), 1000),
      bought(on(4, 3), 5, { counterparty: 'Old' }),
      bought(on(10, 4), 60, { counterparty: 'Old' }),
    ]);
    const { usual } = await readSpending(db, NOVEMBER, 'USD', NOW);
    same([usual?.months.length, usual?.usualMinor, usual?.isOver], [6, 250, false]);
    const changesOf = async (month: string) => {
      const told = (await readSpending(db, { kind: 'month', month }, 'USD', NOW)).usual;
      return told && readChanges(db, 'USD', month, told.months, told.isOver);
    };
    const lamps = { name: 'Lamp House', nowMinor: 1000, usualMinor: 250, monthsSeen: 5 };
    same((await changesOf('2026-11'))?.sellers, [lamps]);
    same((await changesOf('2026-11'))?.categories, [{ ...lamps, name: 'Other', monthsSeen: 5 }]);
    const october = await changesOf('2026-10');
    same(
      october?.sellers.map(({ name }) => name),
      ['Lamp House', 'Old'],
    );
    same((await readSpending(db, { kind: 'month', month: '2026-04' }, 'USD', NOW)).usual, null);
  }),
  onHistory('budgets tell the present month, for all shops and for one', async (db) => {
    const budgets = [
      { seller: 'lamp house', currency: 'USD', amountMinor: 500 },
      { seller: null, currency: 'USD', amountMinor: 10_000 },
      { seller: null, currency: 'VND', amountMinor: 7 },
    ];
    await db.meta.put({ key: BUDGETS_KEY, value: budgets });
    await buy(db, [
      bought(on(11, 2), 600),
      bought(on(11, 2), 30, { counterparty: 'LAMP HOUSE' }),
      bought(on(11, 3), 70, { counterparty: 'Other shop' }),
      bought(on(10, 3), 9000),
    ]);
    const states = (await readSpending(db, NOVEMBER, 'USD', NOW)).budgets;
    same(
      states.map(({ budget, spentMinor, pace }) => [budget.seller, budget.currency, spentMinor, pace]),
      [
        [null, 'USD', 700, 'within'],
        [null, 'VND', 0, 'within'],
        ['lamp house', 'USD', 630, 'over'],
      ],
    );
    ok(
      (states[0]?.passedShare ?? 0) > 0.66 && (states[0]?.passedShare ?? 1) < 0.7,
      'about two thirds have passed',
    );
  }),
  onHistory('a year has its twelve months and its five largest shops', async (db) => {
    await buy(db, [
      ...Array.from({ length: 7 }, (_, index) =>
        bought(on(1 + index, 1), 100 * (index + 1), { counterparty: `Shop ${index}` }),
      ),
      bought(new Date(2025, 11, 31, 23, 59, 59, 999).getTime(), 40_000),
    ]);
    const [year, ...others] = await readYear(db, '2026', true);
    same([year?.currency, year?.sums.spentMinor, others], ['USD', 2800, []]);
    same(
      year?.months.map(({ sums }) => sums.spentMinor),
      [100, 200, 300, 400, 500, 600, 700, 0, 0, 0, 0, 0],
    );
    same(
      year?.topSellers.map(({ name }) => name),
      ['Shop 6', 'Shop 5', 'Shop 4', 'Shop 3', 'Shop 2'],
    );
    same((await readYear(db, '2026', false))[0]?.topSellers, []);
    same(await readYear(db, '2024', true), []);
  }),
  onHistory('deleting everything deletes budgets and rules: they name shops', async (db) => {
    await db.meta.put({
      key: BUDGETS_KEY,
      value: [{ seller: 'Lamp House', currency: 'USD', amountMinor: 5 }],
    });
    await changeCategoryRules(db, [{ by: 'seller', text: 'Lamp House', category: 'Home' }]);
    await db.meta.put({ key: 'account.salt', value: 'grain' });
    await eraseHistory(db);
    same([await readBudgets(db), await readCategoryRules(db)], [[], []]);
    same(
      (await db.meta.toArray()).map(({ key }) => key),
      ['account.salt'],
    );
  }),
];
