import type { Order, OrderReturn } from '../model/order.ts';
import { withoutStandIns } from '../model/returns.ts';
import { isReturnClosed } from '../model/status.ts';

/** One refund of a buyer's order: what was promised, what came, and what is still missing. */
export interface Refund {
  id: string;
  /** "awaited": nothing or a part of it came yet; "short": closed with less than promised. */
  state: 'awaited' | 'short' | 'received' | 'refused';
  /** Minor units of the order's currency; null where no page told it. */
  promisedMinor: number | null;
  receivedMinor: number | null;
  /** What is still to come: promised less received; null when the promise is not known. */
  missingMinor: number | null;
  /** When it was asked for (epoch ms), and how long ago; null when not known. */
  openedAt: number | null;
  ageMs: number | null;
}

/** Money owed in one currency; currencies are never added. */
export interface OwedTotal {
  currency: string;
  amountMinor: number;
  refunds: number;
}

/** What is owed over some orders: per currency, and how many awaited refunds are in no total. */
export interface OwedSum {
  totals: OwedTotal[];
  withoutAmount: number;
}

/** Every refund of a buyer's order, in the order's own sequence. */
export function refundsOf(order: Order, now: number): Refund[] {
  if (order.role !== 'buyer') return [];
  const own = { ...order, returns: withoutStandIns(order.returns) };
  const received = receivedOf(own);
  return own.returns.map((entry) => refundOf(entry, order, received.get(entry.id) ?? null, now));
}

/** The refunds of an order that are awaited or short. */
export function owedRefunds(order: Order, now: number): Refund[] {
  return refundsOf(order, now).filter(({ state }) => state === 'awaited' || state === 'short');
}

/** Adds up what some orders owe, largest first. A refund without amount or currency is counted beside. */
export function sumOwed(orders: readonly Order[], now: number): OwedSum {
  const byCurrency = new Map<string, OwedTotal>();
  let withoutAmount = 0;
  for (const order of orders) {
    for (const { missingMinor } of owedRefunds(order, now)) {
      const { currency } = order;
      if (missingMinor === null || currency === null) {
        withoutAmount += 1;
        continue;
      }
      const total = byCurrency.get(currency) ?? { currency, amountMinor: 0, refunds: 0 };
      byCurrency.set(currency, total);
      total.amountMinor += missingMinor;
      total.refunds += 1;
    }
  }
  const totals = [...byCurrency.values()].sort((a, b) => b.amountMinor - a.amountMinor);
  return { totals, withoutAmount };
}

function refundOf(entry: OrderReturn, order: Order, received: number | null, now: number): Refund {
  const { id, amount, openedAt } = entry;
  const state = stateOf(entry, order, received);
  const isOwed = state === 'awaited' || state === 'short';
  return {
    id,
    state,
    promisedMinor: amount,
    receivedMinor: received,
    missingMinor: isOwed ? (amount === null ? null : amount - (received ?? 0)) : 0,
    openedAt,
    ageMs: openedAt === null ? null : Math.max(0, now - openedAt),
  };
}

const REFUSED = /REJECT|DECLIN|REFUSE|DENIED|NOT[ _]APPROVED|WITHDRAW|CLOSED|EXPIRED/i;

/** Of a cancelled order "canceled" is the order itself; of another it is the request for money. */
function isRefused({ status }: OrderReturn, order: Pick<Order, 'status'>): boolean {
  return REFUSED.test(status) || (order.status !== 'CANCELLED' && /CANCEL/i.test(status));
}

function stateOf(entry: OrderReturn, order: Order, received: number | null): Refund['state'] {
  const { amount } = entry;
  if (amount !== null && received !== null && received >= amount) return 'received';
  if (isRefused(entry, order)) return 'refused';
  if (!isReturnClosed(entry)) return 'awaited';
  // A page that closed the return without telling what came says that all of it did.
  return amount !== null && received !== null ? 'short' : 'received';
}

/**
 * What came of each return. A source that tells only the order's sum of refunds leaves it to be shared out:
 * closed returns take theirs first, then the open ones, oldest first.
 */
function receivedOf(order: Order): Map<string, number> {
  const { returns, amounts } = order;
  const received = new Map<string, number>();
  for (const entry of returns) if (entry.received !== null) received.set(entry.id, entry.received);
  const told = [...received.values()].reduce((sum, amount) => sum + amount, 0);
  let rest = Math.max(0, (amounts.refunded ?? 0) - told);
  const open = returns
    .filter((entry) => entry.received === null && entry.amount !== null && !isRefused(entry, order))
    .sort((a, b) => rank(a) - rank(b) || (a.openedAt ?? 0) - (b.openedAt ?? 0));
  for (const { id, amount } of open) {
    if (rest === 0) break;
    const part = Math.min(rest, amount ?? 0);
    received.set(id, part);
    rest -= part;
  }
  return received;
}

function rank(entry: OrderReturn): number {
  return isReturnClosed(entry) ? 0 : 1;
}
