import type { OrderStatus } from '../../model/order.ts';
import { statusOfLines } from '../../model/status.ts';
import { findTime, type Line } from './line.ts';

// The pages say their status in free words (buyer-shop.md 2.5). Captured: "Order completed", "Multi-package
// Shipment", "Refund issued"; the others are what TikTok says elsewhere. Only what a text begins with counts:
// "the order will be canceled" is no cancellation.
const SUBJECT = /^(?:(?:your|the) )?(?:order|package) (?:is |was |has been )?/;
// "Delivered by Nov 30" and "Shipped soon" promise; "Delivered by USPS" tells.
const DAY =
  '(?:\\d|today|tomorrow|the end|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\\w*)';
const SOON = `(?!:? (?:soon|shortly|tomorrow|(?:(?:by|before|until|within|between|in|from) )${DAY}))`;
const WORDS: readonly (readonly [RegExp, OrderStatus])[] = [
  [/^cancell?ed\b/, 'CANCELLED'],
  [/^(?:awaiting payment|waiting for payment|unpaid|to pay|payment pending)\b/, 'UNPAID'],
  [/^(?:on hold|under review)\b/, 'ON_HOLD'],
  [/^partially shipped\b/, 'PARTIALLY_SHIPPING'],
  [/^(?:awaiting (?:collection|pick-?up)|label created|packed)\b/, 'AWAITING_COLLECTION'],
  [
    /^(?:to ship|awaiting shipment|preparing|ready to ship|(?:the )?seller is preparing|(?:placed|confirmed)$)/,
    'AWAITING_SHIPMENT',
  ],
  [/^(?:in transit|on (?:the|its) way|out for delivery|arriving)\b/, 'IN_TRANSIT'],
  [new RegExp(`^shipped\\b${SOON}`), 'IN_TRANSIT'],
  // A carrier's "Delivered to local carrier" is no delivery (buyer-shop.md 5.3).
  [new RegExp(`^delivered\\b(?!.*\\bcarrier\\b)${SOON}`), 'DELIVERED'],
  [/^completed?\b/, 'COMPLETED'],
];
/** Words that are known to say nothing of where the goods are: they tell of its money, or of its parcels. */
const SILENT = /^(?:refund\b|refunded\b|return\b|multi-package)/;

/** The status that a text says; UNKNOWN for words that say none. */
export function statusOfWords(text: string | null): OrderStatus {
  const plain = plainOf(text);
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'UNKNOWN';
}

/** Whether a title is one that we have been told of; a new one is worth a report. */
export function isKnownTitle(text: string | null): boolean {
  return statusOfWords(text) !== 'UNKNOWN' || SILENT.test(plainOf(text));
}

function plainOf(text: string | null): string {
  return (text ?? '').trim().toLowerCase().replace(SUBJECT, '');
}

/** Stands before the end of the return window. */
export const RETURN_WINDOW = /\breturn(?:s|able)? (?:window|period|by|before|until)\b|return_/i;
const SHIP_BY = /\bships? (?:by|on|before|within)\b|ship_by/i;
const ARRIVAL = /arriv|deliver|estimat|expect|\beta\b|eta_/i;

/** Whether a line's range of days tells when it ships or when it arrives; null where its words say neither. */
export function meaningOfEta(eta: NonNullable<Line['eta']>): 'ship' | 'arrive' | null {
  for (const text of [eta.words, eta.name]) {
    if (SHIP_BY.test(text)) return 'ship';
    if (ARRIVAL.test(text)) return 'arrive';
  }
  return null;
}

/** What tells the status of an order beside its words. */
export interface StatusCues {
  label: string | null;
  lines: readonly Line[];
  /** The words of each of its parcels. */
  parcelLabels: readonly (string | null)[];
  hasDeliveryDate: boolean;
  isTracked: boolean;
  /** All of its money has been paid back: nothing more happens to the order. */
  isRefunded: boolean;
}

/** The status of an order: what its page is made of first, what it says second; UNKNOWN where neither tells. */
export function statusOf(cues: StatusCues): OrderStatus {
  const said = statusOfWords(cues.label);
  const shown = statusOfStructure(cues, said);
  const end = cues.isRefunded ? 'COMPLETED' : 'UNKNOWN';
  const told = firstKnown([said, statusOfEta(cues), ...saidByLines(cues), end]);
  const status = shown === 'UNKNOWN' ? told : shown;
  const isCompleted = said === 'COMPLETED' || saidByLines(cues).includes('COMPLETED');
  // Both mean that it arrived; only the words tell whether the order is closed, too.
  return status === 'DELIVERED' && isCompleted ? 'COMPLETED' : status;
}

/** The status of a card of the list, which has no more than a title and a line. */
export function statusOfCard(label: string | null, lines: readonly Line[]): OrderStatus {
  const rest = { parcelLabels: [], hasDeliveryDate: false, isTracked: false, isRefunded: false };
  return statusOf({ label, lines, ...rest });
}

function statusOfStructure(cues: StatusCues, said: OrderStatus): OrderStatus {
  if (cues.lines.some((line) => line.countdown !== null)) return 'UNPAID';
  // No part of the page tells a cancellation but its words, and a cancelled order can still show its parcels.
  if (said === 'CANCELLED') return said;
  const parcels = cues.parcelLabels.map(statusOfWords);
  if (parcels.length > 1 && areAllKnown(cues)) return statusOfLines(parcels);
  const isDelivered = cues.hasDeliveryDate || findTime(cues.lines, RETURN_WINDOW) !== null;
  return isDelivered ? 'DELIVERED' : 'UNKNOWN';
}

function statusOfEta({ lines, isTracked }: StatusCues): OrderStatus {
  const meanings = lines.map((line) => line.eta && meaningOfEta(line.eta));
  if (meanings.includes('ship')) return 'AWAITING_SHIPMENT';
  return isTracked && meanings.includes('arrive') ? 'IN_TRANSIT' : 'UNKNOWN';
}

function saidByLines(cues: StatusCues): OrderStatus[] {
  // What one of several parcels says is not the order's where nobody knows what another says.
  const labels = cues.parcelLabels.length < 2 || areAllKnown(cues) ? cues.parcelLabels : [];
  return [...cues.lines.map((line) => line.text), ...labels].map(statusOfWords);
}

function areAllKnown({ parcelLabels }: StatusCues): boolean {
  return !parcelLabels.map(statusOfWords).includes('UNKNOWN');
}

function firstKnown(statuses: readonly OrderStatus[]): OrderStatus {
  return statuses.find((status) => status !== 'UNKNOWN') ?? 'UNKNOWN';
}
