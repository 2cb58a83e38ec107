import type { Account, Order } from './order.ts';

/** The history's key of an order: role, account and id, as one string that sorts by account. */
export function orderKey(order: Pick<Order, 'role' | 'account' | 'id'>): string {
  return `${order.role}|${order.account}|${order.id}`;
}

/** The key of the account that an order or a capture belongs to. */
export function accountKey(owner: Pick<Account, 'role' | 'account'>): string {
  return `${owner.role}|${owner.account}`;
}
