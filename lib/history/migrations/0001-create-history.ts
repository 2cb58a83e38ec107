import type { Migration } from '../db.ts';

/** The first history: orders, their rollups, what changed, and what arrived but was not yet read. */
export const createHistory: Migration = {
  version: 1,
  stores: {
    orders:
      'key, sortAt, [order.account+sortAt], [order.status+sortAt], [order.role+order.id], shipDueAt, returnDueAt, cancelDueAt',
    rollups: '[role+account+currency+bucket], bucket',
    changes: '++id, captureId, *updatedKeys',
    captures: 'id, at',
    accounts: 'key, host',
    inbox: '++id',
    drift: 'key, lastAt',
    meta: 'key',
  },
};
