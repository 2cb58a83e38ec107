import type { Order } from '../../lib/model/order.ts';
import type { CategoryRule } from '../../lib/model/spending.ts';
import { slowCategory, slowSpending } from './slow-spending.ts';

// What the views of a buyer's spending must say, told from the orders: one after the other, nothing remembered.

/** The local month of an order ("2026-11"), as the clock on the wall says. */
export function slowMonth(order: Order): string {
  if (order.placedAt === null) return 'unknown';
  const at = new Date(order.placedAt);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`;
}

/** The orders of a buyer in one currency whose month begins so: "2026-11", "2026-", or "" for all. */
export function slowOrders(orders: readonly Order[], currency: string, from: string): Order[] {
  return orders.filter(
    (order) => order.role === 'buyer' && order.currency === currency && slowMonth(order).startsWith(from),
  );
}

/** One sum over orders. */
export function slowSum(orders: readonly Order[], name: string): number {
  let sum = 0;
  for (const order of orders) sum += slowSpending(order)[name] ?? 0;
  return sum;
}

/** Net spend by a name of each order, of the names that have paid orders, or such as may be paid. */
export function slowNets(orders: readonly Order[], nameOf: (order: Order) => string): Record<string, number> {
  const counts = (order: Order) => slowSum([order], 'paidOrders') + slowSum([order], 'withoutStatus') > 0;
  const names = new Set(orders.filter(counts).map(nameOf));
  return Object.fromEntries(
    [...names].map((name) => {
      const own = orders.filter((order) => nameOf(order) === name);
      return [name, slowSum(own, 'spentMinor') - slowSum(own, 'refundedMinor')];
    }),
  );
}

export const slowSeller = (order: Order) => order.counterparty ?? '';
export const slowCategoryBy = (rules: readonly CategoryRule[]) => (order: Order) =>
  slowCategory(order, rules);
