import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS } from '../../lib/model/time.ts';
import { createRandom } from '../shop/random.ts';

export const BUYER: Account = { role: 'buyer', account: 'acc_bench_buyer', market: 'US' };

const YEARS = 5;
const SHOPS = 400;
const WORDS = [
  'Desk lamp',
  'Mug, white',
  'Trainers',
  'Yoga mat',
  'Cable, USB-C',
  'Notebook',
  'Socks, 5 pairs',
];

/** A part of a buyer's orders of five years up to now, at 400 shops, a few of them often; the same every time. */
export function buyerOrders(from: number, count: number, now: number): Order[] {
  return Array.from({ length: count }, (_, index) => buyerOrder(from + index, now));
}

function buyerOrder(number: number, now: number): Order {
  const { next, pick, chance } = createRandom(number + 1);
  const order = emptyOrder(String(577_000_000_000_000 + number), BUYER);
  const items = 500 + Math.floor(next() * 9000);
  const tax = Math.floor(items * 0.07);
  const shop = Math.floor(next() * next() * SHOPS);
  const placedAt = now - Math.floor(next() * YEARS * 365 * DAY_MS);
  const name = pick(WORDS);
  Object.assign(order, {
    currency: 'USD',
    status: chance(0.05) ? 'CANCELLED' : 'COMPLETED',
    counterparty: `Shop ${shop}`,
    placedAt,
    paidAt: placedAt,
    sources: [{ id: 'buyer/order-list', seenAt: now }],
  });
  order.amounts = { ...order.amounts, total: items + tax, items, tax, shipping: 0 };
  if (chance(0.05)) order.amounts.refunded = Math.floor(items / 2);
  order.items = [
    {
      productId: null,
      skuId: null,
      sellerSku: null,
      name,
      variation: null,
      quantity: 1,
      unitPrice: items,
      total: items,
      lineIds: [`L${number}`],
    },
  ];
  return { ...order, stage: stageOf(order) };
}
