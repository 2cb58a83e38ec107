import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buyerSummary } from '../../lib/background/buyer-overlay.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import type { Account, Order } from '../../lib/model/order.ts';
import { DAY, HOUR, makeOrder, NOW, seenAt } from '../history/build.ts';
import { write } from '../history/support.ts';

const HOST = 'www.tiktok.com';
const ME: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const ID = '577000000000000001';
let db: History;
beforeEach(() => {
  db = openHistory(`buyer-overlay-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const bought = (fields: Partial<Order>, at: number) =>
  seenAt(makeOrder({ id: ID, status: 'IN_TRANSIT', ...fields }, ME), at, 'buyer/order-list');
const capture = (at: number) => ({ at, owner: ME, origin: HOST, sourceId: 'buyer/order-list' });
const read = (at: number) => buyerSummary(db, HOST, [ID], at);
const news = async (at: number) =>
  (await read(at)).orders[0]?.marks.find(({ words }) => words.startsWith('New'))?.words;

test('tells of the orders of the host’s buyers and of no shop', async () => {
  await write(db, [bought({}, NOW)], capture(NOW));
  const shop: Account = { role: 'seller', account: 'acc_shop', market: 'US' };
  await write(db, [makeOrder({ id: '577000000000000002' }, shop)], { origin: HOST, owner: shop });
  const ids = [ID, '577000000000000002', '577000000000000003'];
  expect((await buyerSummary(db, HOST, ids, NOW)).orders.map(({ id }) => id)).toEqual([ID]);
  expect((await buyerSummary(db, 'seller-us.tiktok.com', ids, NOW)).orders).toEqual([]);
});

test('what changed since the last look is new for as long as the user looks', async () => {
  await write(db, [bought({}, NOW)], capture(NOW));
  expect(await news(NOW)).toBeUndefined();
  const later = NOW + DAY;
  await write(db, [bought({ status: 'DELIVERED', paymentMethod: 'Visa' }, later)], capture(later));
  expect(await news(later)).toBe('New: status');
  expect(await news(later + HOUR / 4)).toBe('New: status');
  expect(await news(later + 2 * HOUR)).toBeUndefined();
});

test('what is known for the first time is no news', async () => {
  await write(db, [bought({}, NOW)], capture(NOW));
  await read(NOW);
  await write(
    db,
    [bought({ shipTo: 'Here', amounts: { ...bought({}, 0).amounts, total: 5 } }, NOW + DAY)],
    capture(NOW + DAY),
  );
  expect(await news(NOW + DAY)).toBeUndefined();
});
