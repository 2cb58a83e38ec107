import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';
import type { AlertRow } from '../../lib/history/read/alerts.ts';
import type { AccountRow, OrderRow } from '../../lib/history/read/rows.ts';
import type { SellerSummary } from '../../lib/history/read/summary.ts';
import { toRow } from '../../lib/history/row.ts';
import type { AlertKind } from '../../lib/model/alert.ts';
import { emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { resetFake } from './fake-polyfill.ts';

export const NOW = Date.UTC(2026, 10, 21, 12);
export const HOST = 'seller-us.tiktok.com';
export const SHOP = { role: 'seller', account: 'acc_us', market: 'US' } as const;

/** Takes down what a test drew, and the browser that it ran in. */
export function cleanAfterEach(): void {
  afterEach(() => {
    cleanup();
    resetFake();
    location.hash = '';
  });
}

/** A paid order to ship, with what a test says about it. */
export function makeOrder(id: string, fields: Partial<Order> = {}): Order {
  const order: Order = {
    ...emptyOrder(id, SHOP),
    currency: 'USD',
    status: 'AWAITING_SHIPMENT',
    placedAt: NOW - 2 * HOUR_MS,
    paidAt: NOW - 2 * HOUR_MS,
    counterparty: 'D*** B***',
    sources: [{ id: 'seller/order-list', seenAt: NOW }],
    ...fields,
  };
  order.amounts = { ...order.amounts, total: 8200, ...fields.amounts };
  return { ...order, stage: stageOf(order) };
}

/** One item of an order. */
export function makeItem(name: string, quantity = 1): Order['items'][number] {
  return {
    productId: null,
    skuId: null,
    sellerSku: null,
    name,
    variation: null,
    quantity,
    unitPrice: 8200,
    total: 8200,
    lineIds: [name],
  };
}

export function makeRow(id: string, fields: Partial<Order> = {}): OrderRow {
  return toRow(makeOrder(id, fields));
}

/** Deadlines of which only those that a test names are known. */
export function makeDeadlines(fields: Partial<Order['deadlines']>): Order['deadlines'] {
  return {
    shipByAt: null,
    collectByAt: null,
    autoCancelAt: null,
    deliverByAt: null,
    returnByAt: null,
    ...fields,
  };
}

export function makeAccount(fields: Partial<AccountRow> = {}): AccountRow {
  return {
    key: 'seller|acc_us',
    ...SHOP,
    host: HOST,
    origin: 'page',
    label: null,
    lastSeenAt: NOW - 4 * 60_000,
    session: 'ok',
    wholeCount: null,
    toShip: null,
    ...fields,
  };
}

export function makeSummary(fields: Partial<SellerSummary> = {}): SellerSummary {
  return {
    toShip: 0,
    dueIn24h: 0,
    overdue: 0,
    awaitingCollection: 0,
    inTransit: 0,
    openReturns: 0,
    openCancellations: 0,
    orderCount: 1,
    revenue: [],
    firstOverdue: null,
    nextDue: null,
    nextReturn: null,
    nextCancellation: null,
    ...fields,
  };
}

/** An open alert about an order of the usual shop, due an hour ago. */
export function makeAlert(kind: AlertKind, fields: Partial<AlertRow> = {}): AlertRow {
  return {
    id: `${kind}|stage`,
    kind,
    openKind: kind,
    topic: kind,
    role: 'seller',
    orderKey: 'seller|acc_us|576786105183000001',
    accountKey: 'seller|acc_us',
    at: NOW - HOUR_MS,
    severity: 'normal',
    title: kind,
    detail: 'Mug, white · …000001',
    dueAt: null,
    why: null,
    endsAt: null,
    ruleId: null,
    toldAt: null,
    readAt: null,
    doneAt: null,
    overAt: null,
    ...fields,
  };
}
