import type { Migration } from '../db.ts';
import { recountBuyers } from '../rollups.ts';

/** A buyer's orders by product, arrival, return window and refund; and what was said about an order. */
export const addBuyer: Migration = {
  version: 3,
  stores: {
    orders:
      'key, sortAt, [order.account+sortAt], [order.status+sortAt], [order.role+order.id], shipDueAt, returnDueAt, cancelDueAt, ' +
      '*productKeys, owedSince, arrivesAt, arrivedAt, returnEndsAt',
    notes: 'key, [orderKey+at], watchedAt',
  },
  // Orders that files brought before: they get their places, and count for what a buyer spends, unread anew.
  upgrade: recountBuyers,
};
