import type { AlertRules } from '../model/alert.ts';
import { type AlertEvent, type AlertKind, type AlertSeverity, channelOf } from '../model/alert.ts';
import { accountKey } from '../model/key.ts';
import type { Order } from '../model/order.ts';
import { isUnderWay } from '../model/status.ts';
import type { SeenOrder } from './seen.ts';
import { orderDetail } from './words.ts';

/** One moment of a matter at which something is said. */
export interface Stage {
  /** Tells it from the other stages of its matter: "24h", "overdue". */
  name: string;
  at: number;
  severity: AlertSeverity;
  title: string;
}

/** One thing about an order that lives for a while; what became due of it at which moments. */
export interface Matter {
  kind: AlertKind;
  topic: string;
  /** The time that it warns of, and who says so. */
  dueAt: number | null;
  why: string | null;
  /** From when on it is of no use whatever becomes of the order. */
  endsAt: number | null;
  /** Its clock runs until `dueAt`; the others run until their stage. */
  isDeadline: boolean;
  stages: readonly Stage[];
  /** What the alert says beside the order's name. */
  more?: string | null;
  ruleId?: string;
}

/** A matter that has nothing but its topic and what is said of it. */
export function matter(kind: AlertKind, topic: string, fields: Partial<Matter> = {}): Matter {
  return { kind, topic, dueAt: null, why: null, endsAt: null, isDeadline: false, stages: [], ...fields };
}

/** What all stages of a matter share; its parts are told from each other by `|`. */
export function topicOf(name: string, ...parts: readonly (string | number)[]): string {
  return [name, ...parts].join('|');
}

/** The topic of a user's own rule about something that has a topic of its own. */
export function ownTopic(ruleId: string, topic: string): string {
  return topicOf('own-rule', encodeURIComponent(ruleId), topic);
}

/** The event that a stage of a matter is. */
export function eventOf({ key, order }: SeenOrder, of: Matter, stage: Stage): AlertEvent {
  const { kind, topic, dueAt, why, endsAt } = of;
  return {
    id: `${topic}|${stage.name}`,
    kind,
    topic,
    role: order.role,
    orderKey: key,
    accountKey: accountKey(order),
    at: stage.at,
    severity: stage.severity,
    title: stage.title,
    detail: orderDetail(order, of.more ?? null),
    dueAt,
    why,
    endsAt,
    ruleId: of.ruleId ?? null,
  };
}

/** Whether a matter is spoken of at all. */
export function isOn({ kind, ruleId }: Pick<Matter, 'kind' | 'ruleId'>, rules: AlertRules): boolean {
  const own = ruleId === undefined ? undefined : rules.own.find((rule) => rule.id === ruleId);
  return (own ? own.channel : channelOf(kind, rules.settings)) !== 'off';
}

/**
 * Whether an alert about an order is of no use any more at a moment; `live` is what `liveTopics` tells of the order
 * then. The user's own rules live as what they are about does.
 */
export function isOver(
  { topic, kind, endsAt }: Pick<AlertEvent, 'topic' | 'kind' | 'endsAt'>,
  live: ReadonlySet<string>,
  at: number,
): boolean {
  const about = kind === 'own-rule' ? topic.split('|').slice(2).join('|') : topic;
  return (endsAt !== null && endsAt <= at) || !live.has(about);
}

/** Whether what is still to be shipped or fetched can still be changed: nothing of it has left for good. */
export function isBeforeShipping({ status }: Pick<Order, 'status'>): boolean {
  return BEFORE_SHIPPING.has(status);
}
const BEFORE_SHIPPING = new Set([
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
]);

/** Whether a parcel of it may be with a carrier. */
export function isOnTheWay(order: Pick<Order, 'status' | 'deliveredAt'>): boolean {
  return order.deliveredAt === null && isUnderWay(order);
}
