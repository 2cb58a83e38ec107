import { buyerPlaces } from '../buyer-places.ts';
import type { Migration } from '../db.ts';

/** A buyer's orders by product, arrival, return window and refund; and what was said about an order. */
export const addBuyer: Migration = {
  version: 3,
  stores: {
    orders:
      'key, sortAt, [order.account+sortAt], [order.status+sortAt], [order.role+order.id], shipDueAt, returnDueAt, cancelDueAt, ' +
      '*productKeys, owedSince, arrivesAt, arrivedAt, returnEndsAt',
    notes: 'key, [orderKey+at], watchedAt',
  },
  async upgrade(transaction) {
    // Orders that files brought before: they get their places without being read anew.
    const orders = transaction.table('orders').where('key').startsWith('buyer|');
    await orders.modify((row) => Object.assign(row, buyerPlaces(row.order)));
  },
};
