import { minorDigits, toMinor } from '../../../model/money.ts';
import type { OrderStatus } from '../../../model/order.ts';
import { DECIMAL_COMMA } from '../seller-amounts.ts';

/** An amount as an export words it. */
export interface Price {
  amountMinor: number;
  currency: string;
}

/** Text without surrounding space; null for what is absent, empty or "N/A". Numbers become their digits. */
export function wordsOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return text === '' || text === 'N/A' ? null : text;
}

const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?\s*(?:Z|UTC|\+00:?00(?: UTC)?)?$/;

/** "2026-03-17 18:15:24", with or without "UTC" -> epoch ms. Exports tell times in UTC (buyer-shop.md 3). */
export function utcTime(text: string): number | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const at = Date.parse(`${match[1]}T${match[2]}Z`);
  return Number.isFinite(at) && at >= 0 && at <= 8.64e15 ? at : null;
}

// Only signs that stand for one currency: "$" and "¥" stand for several.
const SIGNS: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'EUR',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  Rp: 'IDR',
  RM: 'MYR',
  R$: 'BRL',
  S$: 'SGD',
  US$: 'USD',
  MX$: 'MXN',
};
const NUMBER = "\\d[\\d.,'’\\s]*";
const PRICE = new RegExp(
  `^(?<before>\\p{L}*\\p{Sc}?)\\s*(?<number>${NUMBER}?)\\s*(?<after>\\p{L}*\\p{Sc}?)$`,
  'u',
);

/** "10.68 USD", "€1.234,50", "29.900 VND" -> minor units. Null without a currency, and for what is no amount. */
export function priceOf(text: string): Price | null {
  const { before = '', number = '', after = '' } = PRICE.exec(text.trim().slice(0, 60))?.groups ?? {};
  const currency = currencyOf(before === '' ? after : before);
  if (currency === null || (before !== '' && after !== '')) return null;
  const decimal = decimalOf(number, currency);
  const amountMinor = decimal === null ? null : toMinor(decimal, currency);
  return amountMinor === null ? null : { amountMinor, currency };
}

function currencyOf(text: string): string | null {
  if (Object.hasOwn(SIGNS, text)) return SIGNS[text] ?? null;
  return /^[A-Z]{3}$/.test(text) ? text : null;
}

/** A number of any locale as a plain decimal; null where its marks can be read in two ways. */
function decimalOf(number: string, currency: string): string | null {
  const text = number.replace(/['’\s]/g, '');
  const marks = text.replace(/\d/g, '');
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return text;
  const [head, tail] = [text.slice(0, last), text.slice(last + 1)];
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})*$/.test(head);
  const isOneMark = new Set(marks).size === 1;
  // "1.234.567": a mark that comes twice parts thousands.
  if (isOneMark && marks.length > 1) return isGrouped && tail.length === 3 ? text.replace(/[.,]/g, '') : null;
  const isThousands = isOneMark && tail.length === 3 && isGrouped && !/^0/.test(head);
  if (isThousands) return isGroupMark(text.charAt(last), currency) ? head + tail : null;
  if (!isOneMark && !isGrouped) return null;
  return `${head.replace(/[.,]/g, '')}.${tail}`;
}

/**
 * Whether the only mark of a number, with three places behind it, surely parts thousands. "10.680" may be a number
 * that a program wrote with three decimals, unless nobody writes decimals of the currency.
 */
function isGroupMark(mark: string, currency: string): boolean {
  if (minorDigits(currency) === 0 || currency === 'IDR') return true;
  return minorDigits(currency) === 2 && mark === ',' && !DECIMAL_COMMA.has(currency);
}

// English as captured ("Completed", "Canceled"); the others are the plain words for it in languages of exports.
const STATUS_WORDS: readonly [OrderStatus, RegExp][] = [
  ['UNPAID', /^(?:unpaid|to pay|awaiting payment|pending payment|niet betaald|unbezahlt)$/],
  ['ON_HOLD', /^(?:on hold|in de wacht)$/],
  ['AWAITING_SHIPMENT', /^(?:to ship|awaiting shipment|processing|te verzenden|in behandeling)$/],
  ['PARTIALLY_SHIPPING', /^(?:partially shipped|partially shipping|gedeeltelijk verzonden)$/],
  ['AWAITING_COLLECTION', /^(?:awaiting collection|ready to ship)$/],
  [
    'IN_TRANSIT',
    /^(?:shipped|in transit|out for delivery|to receive|verzonden|onderweg|versandt|expédiée?|enviado|spedito|dikirim)$/,
  ],
  [
    'DELIVERED',
    /^(?:delivered|bezorgd|geleverd|geliefert|zugestellt|livrée?|entregado|entregue|consegnato|terkirim|đã giao)$/,
  ],
  [
    'COMPLETED',
    /^(?:completed?|order completed|finished|voltooid|afgerond|abgeschlossen|terminée?|completado|completato|concluído|selesai|đã hoàn thành|hoàn thành)$/,
  ],
  [
    'CANCELLED',
    /^(?:cancell?ed|order cancell?ed|geannuleerd|storniert|annulée?|cancelado|annullato|dibatalkan|đã hủy|đã huỷ)$/,
  ],
];

/** The status that a word of an export means; UNKNOWN for one that isn't known, which keeps its label. */
export function statusOf(label: string | null): OrderStatus {
  const word = (label ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
  return STATUS_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'UNKNOWN';
}

/** An id for what has none: a hash of what it says, the same in every export. 32 hexadecimal digits. */
export async function contentId(parts: readonly (string | number | null)[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
