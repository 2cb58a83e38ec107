import type { OrderChange, SeenOrder } from '../../lib/alerts/seen.ts';
import { diffOrders } from '../../lib/history/fields.ts';
import {
  type AlertEvent,
  type AlertRules,
  type AlertSettings,
  DEFAULT_ALERT_SETTINGS,
  type OwnRule,
} from '../../lib/model/alert.ts';
import { orderKey } from '../../lib/model/key.ts';
import type { Order } from '../../lib/model/order.ts';
import { makeAmounts, makeItem, makeOrder, NOW } from '../history/build.ts';

/** The defaults, with what a test says otherwise. */
export function rulesWith(settings: Partial<AlertSettings> = {}, own: OwnRule[] = []): AlertRules {
  return { settings: { ...DEFAULT_ALERT_SETTINGS, ...settings }, own };
}
export const RULES = rulesWith();

/** A user's own rule. */
export function makeRule(fields: Partial<OwnRule> = {}): OwnRule {
  return {
    id: 'r-1',
    name: 'Big ones',
    isOn: true,
    role: 'seller',
    when: { event: 'new' },
    only: { minTotal: null, text: null },
    channel: 'notify',
    ...fields,
  };
}

/** A seller's order of a mug for $82.00. */
export function sold(fields: Partial<Order> = {}): Order {
  const status = 'AWAITING_SHIPMENT';
  const amounts = makeAmounts({ total: 8200 });
  return makeOrder({ status, currency: 'USD', amounts, items: [makeItem({})], ...fields });
}

/** A buyer's order of the same. */
export function bought(fields: Partial<Order> = {}): Order {
  const sources = [{ id: 'buyer/order-list', seenAt: NOW }];
  return makeOrder(
    {
      status: 'IN_TRANSIT',
      currency: 'USD',
      amounts: makeAmounts({ total: 8200 }),
      items: [makeItem({})],
      sources,
      ...fields,
    },
    { role: 'buyer', account: 'acc_me', market: 'US' },
  );
}

export function seen(order: Order, requests?: SeenOrder['requests']): SeenOrder {
  return { key: orderKey(order), order, ...(requests ? { requests } : {}) };
}

/** What a page did to an order. */
export function changed(
  before: Order | null,
  order: Order,
  at: number,
  fields: Partial<OrderChange> = {},
): OrderChange {
  return {
    key: orderKey(order),
    order,
    fields: before === null ? null : diffOrders(before, order),
    at,
    isFile: false,
    ...fields,
  };
}

/** The kinds and stages of events, as "ship-by 24h". */
export function named(events: readonly AlertEvent[]): string[] {
  return events.map(({ kind, id, topic }) => `${kind} ${id.slice(topic.length + 1).split('|')[0]}`);
}
