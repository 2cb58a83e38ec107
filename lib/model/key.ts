import type { Account, Order } from './order.ts';

/** The history's key of an order: role, account and id, as one string that sorts by account. */
export function orderKey(order: Pick<Order, 'role' | 'account' | 'id'>): string {
  return `${order.role}|${order.account}|${order.id}`;
}

/** The account's key and the order's id in an order's key; an account's name may hold the bar, an order's id never does. */
export function partsOfKey(orderKey: string): { accountKey: string; orderId: string } {
  const end = orderKey.lastIndexOf('|');
  return { accountKey: orderKey.slice(0, end), orderId: orderKey.slice(end + 1) };
}

/** The key of the account that an order or a capture belongs to. */
export function accountKey(owner: Pick<Account, 'role' | 'account'>): string {
  return `${owner.role}|${owner.account}`;
}
