import { orderPageOf } from '../model/market.ts';
import type { Order, OrderReturn } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { isReturnClosed, isStillToShip, TO_SHIP_STATUSES } from '../model/status.ts';
import { MAX_TIME_MS } from '../model/time.ts';
import { answerDue, dueOf, reviewDue } from './due.ts';
import { owedRefunds } from './owed.ts';
import { expectedBy, guaranteeEnd, returnEnd, undeliveredEnd } from './rights.ts';

export type DeadlineKind =
  | 'ship-by'
  | 'collect-by'
  | 'auto-cancel'
  | 'deliver-by'
  | 'return-answer'
  | 'cancellation-answer'
  | 'pay-by'
  | 'delivery'
  | 'undelivered-refund'
  | 'return-window'
  | 'guarantee'
  | 'refund-expected';

/** The page on which something is done about a deadline; its host is the account's (`goalPage`). */
export type DeadlineGoal = { kind: 'order-page' } | { kind: 'refund-page'; returnId: string };

/** One clock of an order. */
export interface Deadline {
  kind: DeadlineKind;
  /** Epoch ms. */
  atMs: number;
  /** What happens then, as a sentence without its full stop. */
  outcome: string;
  /** "Page: …", "Rule: … (source, checked day)" or "Your own rule: …". */
  why: string;
  isPast: boolean;
  /** It follows from a rule; no page told it. */
  isComputed: boolean;
  goal: DeadlineGoal;
}

const OUTCOMES: Readonly<Record<DeadlineKind, string>> = {
  'ship-by': 'It counts as dispatched late',
  'collect-by': 'It can be cancelled if the carrier has not collected it',
  'auto-cancel': 'TikTok cancels it if it is not shipped',
  'deliver-by': 'It counts as delivered late',
  'return-answer': 'The request approves itself',
  'cancellation-answer': 'The cancellation approves itself',
  'pay-by': 'It is cancelled if it is not paid',
  delivery: 'The parcel is later than its estimate',
  'undelivered-refund': 'Its refund approves itself if it is not here',
  'return-window': 'It can be returned no more',
  guarantee: 'The money-back guarantee ends',
  'refund-expected': 'The seller should have answered about your money',
};

/** A time, and who says so. */
interface Clock {
  kind: DeadlineKind;
  atMs: number | null;
  why: string;
  goal?: DeadlineGoal;
}

/**
 * Everything with a clock of one order, the soonest first; the page's own times, else computed ones where a rule is
 * known. What has no known time is left out.
 */
export function deadlinesOf(order: Order, now: number, overrides: readonly RuleOverride[] = []): Deadline[] {
  const clocks = order.role === 'seller' ? sellerClocks(order, overrides) : buyerClocks(order, now);
  return clocks
    .flatMap(({ atMs, kind, why, goal = { kind: 'order-page' as const } }) =>
      atMs === null || atMs > MAX_TIME_MS
        ? []
        : [{ kind, atMs, outcome: OUTCOMES[kind], why, isPast: atMs < now, isComputed: !isPages(why), goal }],
    )
    .sort((a, b) => a.atMs - b.atMs);
}

const TO_COLLECT = new Set([...TO_SHIP_STATUSES, 'AWAITING_COLLECTION']);
const TO_DELIVER = new Set([...TO_COLLECT, 'IN_TRANSIT']);

function sellerClocks(order: Order, overrides: readonly RuleOverride[]): Clock[] {
  const { shipByAt, collectByAt, autoCancelAt, deliverByAt } = order.deadlines;
  const told = (kind: DeadlineKind, atMs: number | null, words: string, rule: Parameters<typeof dueOf>[0]) =>
    atMs === null ? { kind, ...dueOf(rule, order, overrides) } : { kind, atMs, why: `Page: ${words}` };
  return [
    ...(isStillToShip(order)
      ? [
          told('ship-by', shipByAt, 'must be shipped by then', 'dispatch'),
          told('auto-cancel', autoCancelAt, 'cancels itself then, unless it is shipped', 'auto-cancel'),
        ]
      : []),
    ...(TO_COLLECT.has(order.status)
      ? [told('collect-by', collectByAt, 'must be with the carrier by then', 'collection')]
      : []),
    ...(TO_DELIVER.has(order.status) && order.deliveredAt === null
      ? [told('deliver-by', deliverByAt, 'must be delivered by then', 'delivery')]
      : []),
    ...order.returns
      .filter((entry) => !isReturnClosed(entry))
      .map((entry) => answerClock(entry, order, overrides))
      .filter((clock) => clock !== null),
  ];
}

function answerClock(entry: OrderReturn, order: Order, overrides: readonly RuleOverride[]): Clock | null {
  const isCancellation = entry.type === 'CANCELLATION';
  if (isCancellation && order.status === 'CANCELLED') return null;
  const kind = isCancellation ? 'cancellation-answer' : 'return-answer';
  const { respondByAt } = entry;
  return respondByAt === null
    ? { kind, ...answerDue(entry, order, overrides) }
    : { kind, atMs: respondByAt, why: 'Page: approves itself then' };
}

function buyerClocks(order: Order, now: number): Clock[] {
  if (order.stage === 'cancelled' || order.stage === 'returned') return refundClocks(order, now);
  const isUnpaid = order.status === 'UNPAID';
  const isComing = TO_DELIVER.has(order.status) && order.deliveredAt === null;
  const end = (kind: DeadlineKind, found: { endsAt: number; source: string } | null): Clock[] =>
    found ? [{ kind, atMs: found.endsAt, why: found.source }] : [];
  return [
    {
      kind: 'pay-by',
      atMs: isUnpaid ? order.deadlines.autoCancelAt : null,
      why: 'Page: cancels itself then, unless it is paid',
    },
    { kind: 'delivery', atMs: isComing ? expectedBy(order) : null, why: 'Page: estimated delivery' },
    ...end('undelivered-refund', undeliveredEnd(order)),
    ...(order.stage === 'delivered'
      ? [...end('return-window', returnEnd(order)), ...end('guarantee', guaranteeEnd(order))]
      : []),
    ...refundClocks(order, now),
  ];
}

function refundClocks(order: Order, now: number): Clock[] {
  return owedRefunds(order, now)
    .filter(({ state }) => state === 'awaited')
    .map((refund) => ({
      kind: 'refund-expected' as const,
      ...reviewDue(refund, order),
      // An entry that stands for a return without a name has no page of its own.
      ...(/^\d+$/.test(refund.id) ? { goal: { kind: 'refund-page' as const, returnId: refund.id } } : {}),
    }));
}

/** The address of the page that a goal means, on the host of the order's account. */
export function goalPage(goal: DeadlineGoal, host: string, orderId: string): string {
  if (goal.kind === 'order-page') return orderPageOf(host, orderId);
  const query = new URLSearchParams({ main_order_id: orderId, reverse_main_order_id: goal.returnId });
  // buyer-shop.md 1
  return `https://${host}/feedback/view/fe_tiktok_ecommerce_in_web/reverse_detail/index.html?${query}`;
}

function isPages(why: string): boolean {
  return why.startsWith('Page:');
}
