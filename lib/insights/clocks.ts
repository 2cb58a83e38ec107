import type { Order, OrderReturn } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { isReturnClosed } from '../model/status.ts';
import { dueOf } from './due.ts';
import type { Clocks } from './risk.ts';

/**
 * The clocks and marks of a seller's order. The page's own times win; where it gives none, those of an order that
 * is still to ship follow from the user's own rules, else from the rulebook.
 */
export function clocksOf(order: Order, overrides: readonly RuleOverride[] = []): Clocks {
  const open = order.returns.filter((entry) => !isReturnClosed(entry));
  const isToShip = order.status === 'AWAITING_SHIPMENT' || order.status === 'PARTIALLY_SHIPPING';
  const { shipByAt, autoCancelAt } = order.deadlines;
  // Nearly every page gives both times: nothing is computed then.
  const shipBy = isToShip && shipByAt === null ? dueOf('dispatch', order, overrides) : null;
  return {
    isToShip,
    shipByAt: shipBy ? shipBy.atMs : shipByAt,
    ...(shipBy ? { shipByWhy: shipBy.why } : {}),
    autoCancelAt:
      isToShip && autoCancelAt === null ? dueOf('auto-cancel', order, overrides).atMs : autoCancelAt,
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
