import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';

export const SELLER: Account = { role: 'seller', account: 'acc_bench_seller', market: 'US' };

/** How many orders still have to be shipped: all the others arrived long ago. */
export const OPEN_DEADLINES = 500;

/**
 * A part of a seller's orders, newest first; the same every time. The first 500, or half of a smaller shop, must be
 * shipped within the next 23 hours, one after the other.
 */
export function dueOrders(from: number, count: number, all: number, now: number): Order[] {
  return Array.from({ length: count }, (_, index) => dueOrder(from + index, all, now));
}

/** How many of so many orders wait. */
export function openAmong(all: number): number {
  return Math.min(OPEN_DEADLINES, all / 2);
}

function dueOrder(number: number, all: number, now: number): Order {
  const isOpen = number < openAmong(all);
  const order = emptyOrder(String(576_000_000_000_000_000n + BigInt(number)), SELLER);
  const placedAt = isOpen ? now - DAY_MS : now - 20 * DAY_MS - number * 60_000;
  const total = 900 + (number % 83) * 100;
  Object.assign(order, {
    currency: 'USD',
    status: isOpen ? 'AWAITING_SHIPMENT' : 'COMPLETED',
    placedAt,
    paidAt: placedAt,
    sources: [{ id: 'seller/order-list', seenAt: now }],
  });
  order.amounts = { ...order.amounts, total, items: total };
  if (isOpen) order.deadlines.shipByAt = now + HOUR_MS + Math.floor((number / openAmong(all)) * 22 * HOUR_MS);
  order.items = [
    {
      productId: null,
      skuId: null,
      sellerSku: `SKU-${number % 40}`,
      name: 'Desk lamp',
      variation: null,
      quantity: 1,
      unitPrice: total,
      total,
      lineIds: [`L${number}`],
    },
  ];
  return { ...order, stage: stageOf(order) };
}
