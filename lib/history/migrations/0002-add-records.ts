import type { Migration } from '../db.ts';

/** What data exports tell beside orders: vouchers, reviews, returns and messages. */
export const addRecords: Migration = {
  version: 2,
  stores: { records: 'key, account, orderId, shop, captureId' },
};
