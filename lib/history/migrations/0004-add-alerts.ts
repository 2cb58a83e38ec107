import type { Migration } from '../db.ts';
import { NO_TIME } from '../db.ts';
import { toRow } from '../row.ts';

/** Alerts; and a seller's orders by when they cancel themselves. */
export const addAlerts: Migration = {
  version: 4,
  stores: {
    orders:
      'key, sortAt, [order.account+sortAt], [order.status+sortAt], [order.role+order.id], shipDueAt, returnDueAt, cancelDueAt, ' +
      '*productKeys, owedSince, arrivesAt, arrivedAt, returnEndsAt, autoCancelAt',
    alerts: 'id, at, topic, orderKey, openKind, tellAt',
  },
  // Only what is still to be shipped has a place that it did not have before.
  async upgrade(transaction) {
    for (const status of ['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING']) {
      await transaction
        .table('orders')
        .where('[order.status+sortAt]')
        .between([status, 0], [status, NO_TIME], true, true)
        .modify((row) => {
          const { autoCancelAt } = toRow(row.order);
          // The other places stay as the rollups have counted them.
          if (autoCancelAt !== undefined) row.autoCancelAt = autoCancelAt;
        });
    }
  },
};
