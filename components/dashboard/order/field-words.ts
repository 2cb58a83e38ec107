import { BUYER_STATUS_WORDS } from '../../../lib/insights/buyer-marks.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import type {
  BillItem,
  Order,
  OrderItem,
  OrderPackage,
  OrderReturn,
  OrderStatus,
  Role,
  TrackEvent,
} from '../../../lib/model/order.ts';
import { isReturnClosed } from '../../../lib/model/status.ts';
import { clockTime, shortDay } from '../../shared/dates.ts';
import { STATUS_WORDS } from '../../shared/status-words.ts';

const NAMES: Record<string, string> = {
  status: 'Status',
  statusLabel: 'Status on Seller Center',
  placedAt: 'Placed',
  paidAt: 'Paid',
  shippedAt: 'Shipped',
  deliveredAt: 'Delivered',
  cancelledAt: 'Cancelled',
  'deadlines.shipByAt': 'Ship by',
  'deadlines.collectByAt': 'Collect by',
  'deadlines.autoCancelAt': 'Auto-cancels',
  'deadlines.deliverByAt': 'Deliver by',
  'deadlines.returnByAt': 'Return by',
  'amounts.total': 'Total',
  'amounts.items': 'Items',
  'amounts.shipping': 'Shipping',
  'amounts.tax': 'Tax',
  'amounts.sellerDiscount': 'Your discount',
  'amounts.platformDiscount': 'TikTok’s discount',
  'amounts.refunded': 'Refunded',
  counterparty: 'Buyer',
  paymentMethod: 'Payment',
  market: 'Market',
  currency: 'Currency',
  hasBuyerNote: 'Buyer’s note',
  isPreOrder: 'Pre-order',
  shipTo: 'Address',
  isFinalSale: 'Final sale',
  isDateInferred: 'Date is a guess',
  'settlement.state': 'Settlement',
  'settlement.currency': 'Settled in',
  'settlement.amount': 'Settled amount',
  'settlement.fees': 'Fees',
  'settlement.settledAt': 'Settled',
};
// What is called otherwise where the user is the buyer.
const BUYER_NAMES: Record<string, string> = {
  statusLabel: 'Status on TikTok',
  'amounts.sellerDiscount': 'Shop’s discount',
  counterparty: 'Shop',
};

const LISTS: Record<string, string> = {
  items: 'Item',
  packages: 'Package',
  returns: 'Return',
  timeline: 'Event',
  billItems: 'Bill line',
};

const RETURN_WORDS: Record<string, string> = {
  REFUND: 'Refund',
  RETURN_AND_REFUND: 'Return and refund',
  CANCELLATION: 'Cancellation',
};

/** A changed field in words, as the user of that side calls it; a path that has none stays a path. */
export function fieldName(path: string, role: Role): string {
  const [list = '', , inner] = path.split('/');
  if (inner === 'events') return 'Package event';
  const own = role === 'buyer' ? BUYER_NAMES[path] : undefined;
  return own ?? NAMES[path] ?? LISTS[list] ?? path;
}

/** A changed field's value in words; nothing is "unknown", and a missing entry of a list "none". */
export function fieldValue(path: string, value: unknown, order: Order, now: number): string {
  if (value === null || value === undefined || value === '') return path.includes('/') ? 'none' : 'unknown';
  if (path === 'status') {
    const words = order.role === 'buyer' ? BUYER_STATUS_WORDS : STATUS_WORDS;
    return words[value as OrderStatus] ?? String(value);
  }
  if (typeof value === 'number') return numberWords(path, value, order, now);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? entryWords(path, value, order) : wordOf(path, String(value));
}

/** What kind of return something is. */
export function returnName({ type }: OrderReturn): string {
  return RETURN_WORDS[type] ?? type;
}

/** How far a return has come. */
export function returnState(entry: OrderReturn): string {
  if (isReturnClosed(entry)) return 'closed';
  return entry.status === 'PENDING' ? 'waits for an answer' : entry.status;
}

// Also a part of an entry: `items.unitPrice`, `returns.amount`.
const MONEY = /^amounts\.|\.(unitPrice|total|amount|received|fees)$/;

function numberWords(path: string, value: number, order: Order, now: number): string {
  if (MONEY.test(path)) {
    const currency = (path.startsWith('settlement.') && order.settlement?.currency) || order.currency;
    return currency === null ? String(value) : formatMoney(value, currency);
  }
  return path.endsWith('At') ? `${shortDay(value, now)} ${clockTime(value)}` : value.toLocaleString();
}

// The paths come from our own history, written by `fieldsOf`: the list tells the shape of its entries.
function entryWords(path: string, value: object, order: Order): string {
  if (path.includes('/events/') || path.startsWith('timeline/')) return (value as TrackEvent).title;
  if (path.startsWith('items/')) return itemWords(value as OrderItem);
  if (path.startsWith('returns/'))
    return `${returnName(value as OrderReturn)}, ${returnState(value as OrderReturn)}`;
  if (path.startsWith('packages/')) return parcelWords(value as OrderPackage);
  if (path.startsWith('billItems/')) return billWords(value as BillItem, order);
  if (Array.isArray(value)) return value.join(', ');
  return JSON.stringify(value);
}

function wordOf(path: string, word: string): string {
  if (path === 'returns.type') return RETURN_WORDS[word] ?? word;
  return path === 'returns.status' && word === 'PENDING' ? 'waits for an answer' : word;
}

function billWords({ label, amount }: BillItem, { currency }: Order): string {
  return amount === null || currency === null ? label : `${label}: ${formatMoney(amount, currency)}`;
}

function itemWords({ name, quantity }: OrderItem): string {
  return quantity === null ? name : `${name} × ${quantity}`;
}

function parcelWords({ carrier, trackingNumber, id }: OrderPackage): string {
  return [carrier, trackingNumber ?? id].filter(Boolean).join(' ') || 'a package';
}
