import type { AlertRow } from '../../lib/history/db.ts';
import { mergeTold } from '../../lib/history/merge.ts';
import {
  type Account,
  emptyOrder,
  type Order,
  type OrderItem,
  type OrderPackage,
  type OrderReturn,
} from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { emptyReading, type Reading } from '../../lib/sources/source.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Saturday, 05:00 UTC: 21:00 of the day before in Los Angeles, noon in Ho Chi Minh City. */
export const NOW = Date.UTC(2026, 10, 21, 5);

export const SHOP: Account = { role: 'seller', account: 'acc_shop', market: 'US' };

/** An order of a shop, with what a test says about it. */
export function makeOrder(fields: Partial<Order> & { id?: string }, owner: Account = SHOP): Order {
  const order = { ...emptyOrder(fields.id ?? '577000000000000001', owner), ...fields };
  if (order.sources.length === 0) order.sources = [{ id: 'seller/order-list', seenAt: NOW }];
  order.stage = fields.stage ?? stageOf(order);
  return order;
}

export function makeItem(fields: Partial<OrderItem>): OrderItem {
  return {
    productId: '1729',
    skuId: '1730',
    sellerSku: 'MUG-B',
    name: 'Mug',
    variation: 'Blue',
    quantity: 1,
    unitPrice: 7500,
    total: 7500,
    lineIds: [],
    ...fields,
  };
}

export function makePackage(fields: Partial<OrderPackage>): OrderPackage {
  return { id: 'p1', trackingNumber: null, carrier: null, etaAt: null, events: [], unitId: null, ...fields };
}

export function makeReturn(fields: Partial<OrderReturn>): OrderReturn {
  return {
    id: 'r1',
    type: 'RETURN_AND_REFUND',
    status: 'PENDING',
    amount: null,
    openedAt: null,
    respondByAt: null,
    closedAt: null,
    lineIds: [],
    received: null,
    ...fields,
  };
}

export function makeAmounts(fields: Partial<Order['amounts']>): Order['amounts'] {
  return { ...emptyOrder('1', SHOP).amounts, ...fields };
}

export function makeDeadlines(fields: Partial<Order['deadlines']>): Order['deadlines'] {
  return { ...emptyOrder('1', SHOP).deadlines, ...fields };
}

/** What a source read: these orders and nothing odd. */
export function makeReading(orders: Order[], fields: Partial<Reading> = {}): Reading {
  return { ...emptyReading(), orders, ...fields };
}

/** The order as a source saw it at a time. */
export function seenAt(order: Order, at: number, id = 'seller/order-list'): Order {
  return { ...order, sources: [{ id, seenAt: at }] };
}

/** Two orders that were each told as a whole, as one. */
export function mergeOrders(known: Order, incoming: Order): Order {
  return mergeTold({ order: known }, { order: incoming }).order;
}

/** An alert that waits for the user, with what a test says about it. */
export function makeAlert(fields: Partial<AlertRow>): AlertRow {
  const kind = fields.kind ?? 'ship-by';
  const topic = fields.topic ?? `${kind}|seller|acc_shop|577000000000000001`;
  return {
    id: `${topic}|4h`,
    kind,
    topic,
    role: 'seller',
    orderKey: 'seller|acc_shop|577000000000000001',
    accountKey: 'seller|acc_shop',
    at: NOW,
    severity: 'normal',
    title: 'Ship within 4 h',
    detail: 'Mug · $82.00 · …000001',
    dueAt: NOW + 4 * HOUR,
    why: 'Page: must be shipped by then',
    endsAt: null,
    ruleId: null,
    openKind: kind,
    toldAt: null,
    readAt: null,
    doneAt: null,
    overAt: null,
    ...fields,
  };
}
