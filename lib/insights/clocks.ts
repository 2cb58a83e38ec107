import type { Order, OrderReturn } from '../model/order.ts';
import { isReturnClosed } from '../model/status.ts';
import type { Clocks } from './risk.ts';

/** The clocks and marks of a seller's order. */
export function clocksOf(order: Order): Clocks {
  const open = order.returns.filter((entry) => !isReturnClosed(entry));
  return {
    isToShip: order.status === 'AWAITING_SHIPMENT' || order.status === 'PARTIALLY_SHIPPING',
    shipByAt: order.deadlines.shipByAt,
    autoCancelAt: order.deadlines.autoCancelAt,
    returnOpen: firstOf(open.filter((entry) => entry.type !== 'CANCELLATION')),
    cancelRequested:
      order.status === 'CANCELLED' ? null : firstOf(open.filter((entry) => entry.type === 'CANCELLATION')),
    hasBuyerNote: order.hasBuyerNote === true,
  };
}

function firstOf(entries: readonly OrderReturn[]): { respondByAt: number | null } | null {
  if (entries.length === 0) return null;
  const times = entries.flatMap((entry) => (entry.respondByAt === null ? [] : [entry.respondByAt]));
  return { respondByAt: times.length > 0 ? Math.min(...times) : null };
}
