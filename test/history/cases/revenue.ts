import type { History } from '../../../lib/history/db.ts';
import { readAccounts } from '../../../lib/history/read/accounts.ts';
import { readSellerSummary } from '../../../lib/history/read/summary.ts';
import type { Account, Order } from '../../../lib/model/order.ts';
import { makeAmounts, makeOrder, makeReturn, SHOP } from '../build.ts';
import { onHistory, same, write } from '../support.ts';

const US = SHOP;
const VN: Account = { role: 'seller', account: 'acc_vn', market: 'VN' };
// Noon of 20 November in Los Angeles, and 03:00 of the 21st in Ho Chi Minh City.
const NOW = Date.parse('2026-11-20T12:00:00-08:00');
const at = (text: string) => Date.parse(text);

let ids = 0;
type Fields = Partial<Order> & { refunded?: number };
function sale(placedAt: number | null, total: number | null, given: Fields = {}, owner = US): Order {
  ids += 1;
  const { refunded = null, ...fields } = given;
  const currency = owner === US ? 'USD' : 'VND';
  const amounts = makeAmounts({ total, refunded });
  return makeOrder({ id: String(ids), status: 'COMPLETED', currency, placedAt, ...fields, amounts }, owner);
}

async function revenue(db: History, now = NOW) {
  const accounts = (await readAccounts(db)).filter((account) => account.role === 'seller');
  const told = (await readSellerSummary(db, accounts, now)).revenue;
  return Object.fromEntries(told.map(({ currency, ...sums }) => [currency, sums]));
}

export const revenueCases = [
  onHistory('today and the month begin and end at midnight of the shop', async (db) => {
    await write(db, [
      sale(at('2026-11-20T00:00:00-08:00'), 1),
      sale(at('2026-11-20T11:00:00-08:00'), 10),
      sale(at('2026-11-19T23:59:59.999-08:00'), 100),
      sale(at('2026-11-01T00:00:00-07:00'), 1000),
      sale(at('2026-10-31T23:59:59.999-07:00'), 10_000),
    ]);
    const { USD } = await revenue(db);
    same([USD?.todayMinor, USD?.monthMinor], [11, 1111]);
    same(USD?.days.length, 30);
    same(
      [USD?.days[0]?.day, USD?.days.at(-1)],
      ['2026-10-22', { day: '2026-11-20', amountMinor: 11, orders: 2 }],
    );
    same(
      USD?.days.find(({ day }) => day === '2026-10-31'),
      { day: '2026-10-31', amountMinor: 10_000, orders: 1 },
    );
    same(USD?.days.find(({ day }) => day === '2026-11-19')?.amountMinor, 100);
  }),
  onHistory('midnight passes and today is another day', async (db) => {
    await write(db, [sale(at('2026-11-20T23:59:59-08:00'), 5)]);
    const told = async (now: string) => (await revenue(db, at(now)))['USD']?.todayMinor;
    same([await told('2026-11-20T23:59:59.999-08:00'), await told('2026-11-21T00:00:00-08:00')], [5, 0]);
    same((await revenue(db, at('2026-12-01T00:00:00-08:00')))['USD']?.monthMinor, 0);
  }),
  onHistory('what is paid and not cancelled counts, less what was refunded', async (db) => {
    const today = at('2026-11-20T08:00:00-08:00');
    await write(db, [
      sale(today, 100),
      sale(today, 30, { refunded: 10 }),
      sale(today, 7000, { status: 'CANCELLED' }),
      sale(today, 7000, { status: 'CANCELLED', paidAt: today, refunded: 7000 }),
      sale(today, 7000, { status: 'UNPAID' }),
      sale(today, 7000, { status: 'IN_TRANSIT', paymentMethod: 'Cash on delivery' }),
      sale(today, 4, { status: 'DELIVERED', paymentMethod: 'Cash on delivery' }),
      sale(today, 2, { status: 'AWAITING_SHIPMENT', paymentMethod: 'Visa' }),
    ]);
    const { USD } = await revenue(db);
    same([USD?.todayMinor, USD?.monthMinor, USD?.monthRefundedMinor], [126, 126, 10]);
  }),
  onHistory('what is unknown is counted beside the total and never as nothing', async (db) => {
    const today = at('2026-11-20T08:00:00-08:00');
    const back = [makeReturn({ type: 'REFUND', status: 'COMPLETE' })];
    await write(db, [
      sale(today, 100),
      sale(today, null),
      sale(at('2026-11-02T08:00:00-08:00'), null),
      sale(at('2026-10-02T08:00:00-07:00'), null),
      sale(today, null, { status: 'CANCELLED' }),
      sale(today, 50, { returns: back }),
      sale(today, 60, { returns: back, refunded: 60 }),
    ]);
    const { USD } = await revenue(db);
    same([USD?.todayMinor, USD?.withoutAmount, USD?.refundsWithoutAmount], [150, 2, 1]);
  }),
  onHistory('each currency is told by itself, in the days of its shop', async (db) => {
    await write(db, [sale(at('2026-11-20T08:00:00-08:00'), 100)]);
    const vietnam = [at('2026-11-21T00:00:00+07:00'), at('2026-11-20T23:59:59+07:00')];
    const sales = vietnam.map((placedAt, index) => sale(placedAt, 50_000 * (index + 1), {}, VN));
    await write(db, sales, { owner: VN });
    const { USD, VND, ...others } = await revenue(db);
    same([USD?.todayMinor, USD?.monthMinor], [100, 100]);
    same([VND?.todayMinor, VND?.monthMinor], [50_000, 150_000]);
    same(VND?.days.at(-1)?.day, '2026-11-21');
    same(others, {});
  }),
  onHistory('one shop that sells in two currencies mixes nothing', async (db) => {
    const today = at('2026-11-20T08:00:00-08:00');
    await write(db, [
      sale(today, 100),
      sale(today, 33, { currency: 'EUR' }),
      sale(today, null, { currency: null }),
    ]);
    const told = await revenue(db);
    same([told['USD']?.todayMinor, told['EUR']?.todayMinor], [100, 33]);
    same([told['USD']?.withoutAmount, told['EUR']?.withoutAmount, told['XXX']?.withoutAmount], [0, 0, 1]);
  }),
  onHistory('what a buyer spent is no revenue', async (db) => {
    const buyer: Account = { role: 'buyer', account: SHOP.account, market: 'US' };
    await write(db, [sale(NOW, 100)]);
    await write(db, [sale(NOW, 7000, { currency: 'USD' }, buyer)], { owner: buyer });
    same((await revenue(db))['USD']?.monthMinor, 100);
  }),
  onHistory('two shops of one currency add up, each by its own calendar', async (db) => {
    const london: Account = { role: 'seller', account: 'acc_gb', market: 'GB' };
    const late = at('2026-11-20T23:30:00Z');
    const usd = { currency: 'USD' };
    await write(db, [sale(late, 1)]);
    await write(db, [sale(late, 10, usd, london), sale(at('2026-11-21T00:10:00Z'), 100, usd, london)], {
      owner: london,
    });
    // 00:30 in London on the 21st, 16:30 in Los Angeles on the 20th.
    same((await revenue(db, at('2026-11-21T00:30:00Z')))['USD']?.todayMinor, 101);
  }),
];
