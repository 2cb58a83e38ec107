import type { AlertChannel, AlertSettings, OwnRule } from './alert-schema.ts';
import type { Role } from './order.ts';

export type { AlertChannel, AlertSettings, OwnRule } from './alert-schema.ts';

/** Everything that OrderLens speaks up about by itself. */
export const ALERT_KINDS = [
  'ship-by',
  'auto-cancel',
  'cancellation-requested',
  'return-requested',
  'order-changed',
  'buyer-note',
  'delivery-failed',
  'sku-returns',
  'stale-data',
  'eta-slipped',
  'no-scan',
  'out-for-delivery',
  'delivered',
  'not-received',
  'return-window',
  'refund-late',
  'refund-short',
  'change-not-done',
  'budget',
  'own-rule',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** "critical" is told in quiet hours too, unless the user said otherwise; "low" is news, not a task. */
export type AlertSeverity = 'critical' | 'normal' | 'low';

const URGENCY: Record<AlertSeverity, number> = { critical: 0, normal: 1, low: 2 };

/** Compares alerts for a sort: the most severe first. */
export function bySeverity(a: Pick<AlertEvent, 'severity'>, b: Pick<AlertEvent, 'severity'>): number {
  return URGENCY[a.severity] - URGENCY[b.severity];
}

/** One thing to speak up about, at one moment. */
export interface AlertEvent {
  /** The same for the same event, however often it is found: `TOPIC|STAGE`. */
  id: string;
  kind: AlertKind;
  /** What its stages share ("ship-by|ORDER KEY|TIME"): a later stage takes the place of an earlier one. */
  topic: string;
  role: Role;
  /** The order that it is about; null where it is about a shop, a product or a budget. */
  orderKey: string | null;
  accountKey: string | null;
  /** When it became due, epoch ms. */
  at: number;
  severity: AlertSeverity;
  title: string;
  detail: string;
  /** The time that it warns of, where there is one, and who says so ("Page: …", "Rule: …"). */
  dueAt: number | null;
  why: string | null;
  /** When it is of no use any more, epoch ms; null while its topic lives. */
  endsAt: number | null;
  /** The user's own rule that made it. */
  ruleId: string | null;
}

/** What the user decided about alerts. */
export interface AlertRules {
  settings: AlertSettings;
  own: readonly OwnRule[];
}

/** As many rules of one's own as are kept. */
export const MAX_OWN_RULES = 50;

/** How each kind is told as long as the user has not said otherwise. */
export const DEFAULT_CHANNELS: Record<AlertKind, AlertChannel> = {
  'ship-by': 'notify',
  'auto-cancel': 'notify',
  'cancellation-requested': 'notify',
  'return-requested': 'notify',
  'order-changed': 'notify',
  'buyer-note': 'digest',
  'delivery-failed': 'notify',
  'sku-returns': 'digest',
  'stale-data': 'digest',
  'eta-slipped': 'notify',
  'no-scan': 'digest',
  'out-for-delivery': 'notify',
  delivered: 'notify',
  'not-received': 'digest',
  'return-window': 'digest',
  'refund-late': 'digest',
  'refund-short': 'notify',
  'change-not-done': 'notify',
  budget: 'notify',
  'own-rule': 'notify',
};

export const DEFAULT_ALERT_SETTINGS: AlertSettings = {
  notifies: false,
  channels: {},
  shipByHours: [24, 12, 4],
  quiet: null,
  digestAt: '08:00',
  staleHours: 24,
  noScanDays: 5,
};

/** How a kind is told. An own rule says it itself. */
export function channelOf(kind: AlertKind, { channels }: AlertSettings): AlertChannel {
  return channels[kind] ?? DEFAULT_CHANNELS[kind];
}
