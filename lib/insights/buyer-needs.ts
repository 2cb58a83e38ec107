import { formatMoney } from '../model/money.ts';
import type { Order } from '../model/order.ts';
import { type ChangeRequest, changeState } from './change-request.ts';
import { type OwedSum, owedRefunds, type Refund, sumOwed } from './owed.ts';
import { returnEnd, rightsOf } from './rights.ts';
import type { Tone } from './risk.ts';
import { timeAgo } from './words.ts';

/** One thing that needs a buyer: what, how urgent, why, and in which order. */
export interface BuyerNeed {
  id: string;
  kind: 'pay' | 'return' | 'owed' | 'change' | 'missing';
  tone: Tone;
  title: string;
  detail: string;
  clock: { atMs: number; why: string } | null;
  /** The order to open; null for a sum over several. */
  orderKey: string | null;
}

/** An order under the key of the history. */
export interface KeyedOrder {
  key: string;
  order: Order;
}

/** The orders that may need their buyer, as the history's indexes find them. */
export interface BuyerOrders {
  toPay: readonly KeyedOrder[];
  late: readonly KeyedOrder[];
  returnsEnding: readonly KeyedOrder[];
  owed: readonly KeyedOrder[];
  changes: readonly { order: KeyedOrder; request: ChangeRequest; key: string }[];
}

const TONES: readonly Tone[] = ['late', 'soon', 'fine', 'calm'];
const MAX_REFUND_ROWS = 20;

/** Everything in these orders that needs their buyer now, the most urgent first. */
export function buyerNeeds(orders: BuyerOrders, now: number): BuyerNeed[] {
  const needs = [
    ...orders.late.map((entry) => missingNeed(entry, now)),
    ...orders.toPay.map(payNeed),
    ...orders.changes.map((entry) => changeNeed(entry, now)),
    ...orders.returnsEnding.map(returnNeed),
    ...owedNeeds(orders.owed, now),
  ].filter((need) => need !== null);
  // The sort is stable: what is equally urgent stays as it is.
  return needs.sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
}

/** What a sum of owed money says: "$45.10", or "$45.10 and €3.00"; "an unknown amount" without any. */
export function owedWords({ totals }: OwedSum): string {
  const parts = totals.map(({ amountMinor, currency }) => formatMoney(amountMinor, currency));
  return parts.length === 0 ? 'an unknown amount' : parts.join(' and ');
}

/** What people call an order: its first item, and how many more there are. */
export function orderName({ items, counterparty, id }: Order): string {
  const [first] = items;
  if (!first) return counterparty ?? `Order …${id.slice(-6)}`;
  return items.length > 1 ? `${first.name} + ${items.length - 1}` : first.name;
}

function missingNeed({ key, order }: KeyedOrder, now: number): BuyerNeed | null {
  const due = rightsOf(order, now).find(
    ({ kind, state }) => kind === 'undelivered-refund' && state === 'over',
  );
  if (due?.endsAt == null) return null;
  return {
    id: `missing ${key}`,
    kind: 'missing',
    tone: 'late',
    title: 'Not here: its refund is due',
    detail: orderName(order),
    clock: { atMs: due.endsAt, why: due.source },
    orderKey: key,
  };
}

function payNeed({ key, order }: KeyedOrder): BuyerNeed | null {
  const { autoCancelAt } = order.deadlines;
  if (autoCancelAt === null) return null;
  return {
    id: `pay ${key}`,
    kind: 'pay',
    tone: 'soon',
    title: 'Pay, or it is cancelled',
    detail: nameAndTotal(order),
    clock: { atMs: autoCancelAt, why: 'Page: cancels itself then, unless it is paid' },
    orderKey: key,
  };
}

function nameAndTotal(order: Order): string {
  const { total } = order.amounts;
  const money = total === null || order.currency === null ? [] : [formatMoney(total, order.currency)];
  return [orderName(order), ...money].join(' · ');
}

function returnNeed({ key, order }: KeyedOrder): BuyerNeed | null {
  const end = returnEnd(order);
  if (!end) return null;
  return {
    id: `return ${key}`,
    kind: 'return',
    tone: 'soon',
    title: 'Last days to return',
    detail: nameAndTotal(order),
    clock: { atMs: end.endsAt, why: end.source },
    orderKey: key,
  };
}

function changeNeed(
  { order: { key, order }, request, key: id }: BuyerOrders['changes'][number],
  now: number,
): BuyerNeed | null {
  const { state, tone, words, detail } = changeState(request, order, now);
  if (state === 'waiting' || state === 'done' || state === 'closed') return null;
  const title = words;
  return {
    id: `change ${id}`,
    kind: 'change',
    tone,
    title,
    detail: `${orderName(order)} · ${detail}`,
    clock: null,
    orderKey: key,
  };
}

/** The sum that is owed, then each refund of it, the oldest first; what is beyond a list to read is counted. */
function owedNeeds(owed: readonly KeyedOrder[], now: number): BuyerNeed[] {
  const refunds = owed.flatMap(({ key, order }) =>
    owedRefunds(order, now).map((refund) => ({ key, order, refund })),
  );
  const [first] = refunds;
  if (!first) return [];
  const sum = sumOwed(
    owed.map(({ order }) => order),
    now,
  );
  const title = `Money owed to you: ${owedWords(sum)}`;
  const base = { kind: 'owed', tone: 'fine', clock: null } as const;
  if (refunds.length === 1) {
    const detail = `${refundDetail(first.refund, first.order, now)} · ${orderName(first.order)}`;
    return [{ ...base, id: 'owed', title, detail, orderKey: first.key }];
  }
  const rows = refunds.slice(0, MAX_REFUND_ROWS).map(({ key, order, refund }) => ({
    ...base,
    id: `owed ${key} ${refund.id}`,
    title: refundTitle(refund, order),
    detail: `${refundDetail(refund, order, now)} · ${orderName(order)}`,
    orderKey: key,
  }));
  const hidden = refunds.length - rows.length;
  const more = [
    ...(sum.withoutAmount > 0 ? [`${sum.withoutAmount} without an amount`] : []),
    ...(hidden > 0 ? [`${hidden} not listed here`] : []),
  ];
  return [
    {
      ...base,
      id: 'owed',
      title,
      detail: [`${refunds.length} refunds`, ...more].join(' · '),
      orderKey: null,
    },
    ...rows,
  ];
}

/** "Refund short by $5.90", "Refund awaited: $25.90". */
export function refundTitle({ state, missingMinor, receivedMinor }: Refund, { currency }: Order): string {
  const missing = missingMinor === null || currency === null ? null : formatMoney(missingMinor, currency);
  if (state === 'received') return 'Refund received';
  if (state === 'refused') return 'Refund refused or withdrawn';
  if (missing === null) return 'Refund awaited';
  const isShort = state === 'short' || (receivedMinor ?? 0) > 0;
  return isShort ? `Refund short by ${missing}` : `Refund awaited: ${missing}`;
}

/** "Promised $25.90, received $20.00, asked for 3 d ago": what no page told is left out. */
export function refundDetail(refund: Refund, { currency }: Order, now: number): string {
  const money = (minor: number | null) =>
    minor === null || currency === null ? null : formatMoney(minor, currency);
  const promised = money(refund.promisedMinor);
  const received = money(refund.receivedMinor);
  const isOver = refund.state === 'received' || refund.state === 'refused';
  const isPartTold = isOver && received !== null;
  return [
    ...(promised !== null ? [`promised ${promised}`] : isPartTold ? [] : ['amount not told']),
    ...(received !== null ? [`received ${received}`] : isOver ? [] : ['nothing received yet']),
    ...(refund.openedAt === null ? [] : [`asked for ${timeAgo(refund.openedAt, now)}`]),
  ]
    .join(', ')
    .replace(/^./, (letter) => letter.toUpperCase());
}
