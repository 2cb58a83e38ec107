import type { Order, OrderReturn } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { isReturnClosed, isStillToShip } from '../model/status.ts';
import { dueOf } from './due.ts';
import type { Clocks } from './risk.ts';

/**
 * The clocks and marks of a seller's order. The page's own times win; where it gives none, those of an order that
 * is still to ship follow from the user's own rules, else from the rulebook.
 */
export function clocksOf(order: Order, overrides: readonly RuleOverride[] = []): Clocks {
  const open = order.returns.filter((entry) => !isReturnClosed(entry));
  const isToShip = isStillToShip(order);
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

/** Whether a clock of an order follows from a rule, since no page told it. */
export function hasRuleClocks(order: Order): boolean {
  const { shipByAt, autoCancelAt } = order.deadlines;
  return order.role === 'seller' && isStillToShip(order) && (shipByAt === null || autoCancelAt === null);
}

/** The clocks of an order as it is stored: those of the indexes follow from the user's own rules already. */
export function storedClocks({ order, ...row }: StoredClocks): Clocks {
  const clocks = clocksOf(order);
  if (!hasRuleClocks(order)) return clocks;
  const shipByAt = row.shipDueAt ?? null;
  const why = shipByAt === clocks.shipByAt ? {} : { shipByWhy: 'Your own rule' };
  return { ...clocks, shipByAt, autoCancelAt: row.autoCancelAt ?? null, ...why };
}

interface StoredClocks {
  order: Order;
  shipDueAt?: number;
  autoCancelAt?: number;
}

function firstOf(entries: readonly OrderReturn[]): { respondByAt: number | null } | null {
  if (entries.length === 0) return null;
  const times = entries.flatMap((entry) => (entry.respondByAt === null ? [] : [entry.respondByAt]));
  return { respondByAt: times.length > 0 ? Math.min(...times) : null };
}
