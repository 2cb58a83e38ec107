import { formatMoney } from '../model/money.ts';
import type { Order } from '../model/order.ts';
import { LANGUAGE_WORDS, type LanguageCode, type Topic } from './composer-words.ts';
import { owedRefunds } from './owed.ts';
import { expectedBy, ownParcels } from './rights.ts';

export { type LanguageCode, TOPICS, type Topic } from './composer-words.ts';

// What the shops of a market read; where English is the language of trade there is nothing to add.
const LANGUAGE_OF: Readonly<Record<string, LanguageCode>> = {
  US: 'es',
  MX: 'es',
  ES: 'es',
  BR: 'pt',
  DE: 'de',
  FR: 'fr',
  IT: 'it',
  ID: 'id',
  MY: 'ms',
  VN: 'vi',
  TH: 'th',
  JP: 'ja',
};

/** The languages that a message to a shop of this market can be written in, English first. */
export function languagesOf(market: string | null): { code: LanguageCode; name: string }[] {
  const local = LANGUAGE_OF[market ?? ''];
  const codes: LanguageCode[] = local === undefined ? ['en'] : ['en', local];
  return codes.map((code) => ({ code, name: LANGUAGE_WORDS[code].name }));
}

/** The topics that make sense for an order as it is, the likeliest first. */
export function topicsFor(order: Order, now: number): Topic[] {
  if (owedRefunds(order, now).length > 0) return ['refund', 'wrong'];
  if (order.stage === 'cancelled') return ['refund'];
  if (order.stage === 'delivered' || order.stage === 'returned') return ['wrong', 'not-received', 'refund'];
  if (order.stage === 'shipped') return ['late', 'not-received'];
  return order.stage === 'unknown'
    ? ['late', 'not-received', 'wrong', 'address', 'cancel', 'refund']
    : ['address', 'cancel', 'late'];
}

/** A message to the shop with the order's facts; a fact that is not known is left out. */
export function composeMessage(topic: Topic, code: LanguageCode, order: Order, now: number): string {
  const words = LANGUAGE_WORDS[code];
  const facts = factsOf(topic, code, order, now);
  return [words.greeting, '', words.topics[topic], '', ...facts, '', words.closing].join('\n');
}

function factsOf(topic: Topic, code: LanguageCode, order: Order, now: number): string[] {
  const { facts } = LANGUAGE_WORDS[code];
  const day = (atMs: number | null) =>
    atMs === null ? null : new Intl.DateTimeFormat(code, { dateStyle: 'long' }).format(atMs);
  const tracking = ownParcels(order).filter((parcel) => parcel.trackingNumber !== null);
  const isOnItsWay = topic === 'late' || topic === 'not-received';
  const lines: [string, string | null][] = [
    [facts.order, order.id],
    [facts.placed, day(order.placedAt)],
    [facts.items, order.items.map(itemWords).join('; ') || null],
    [
      facts.tracking,
      isOnItsWay
        ? tracking
            .map((parcel) => [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' '))
            .join(', ')
        : null,
    ],
    [facts.expected, isOnItsWay ? day(expectedBy(order)) : null],
    [facts.delivered, topic === 'wrong' || topic === 'not-received' ? day(order.deliveredAt) : null],
    [facts.missing, topic === 'refund' ? missingWords(order, code, now) : null],
    [facts.newAddress, topic === 'address' ? '…' : null],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
}

function itemWords({ name, variation, quantity }: Order['items'][number]): string {
  const whole = variation === null ? name : `${name} (${variation})`;
  return quantity === null || quantity === 1 ? whole : `${quantity} × ${whole}`;
}

function missingWords(order: Order, code: LanguageCode, now: number): string | null {
  const missing = owedRefunds(order, now).map(({ missingMinor }) => missingMinor);
  if (order.currency === null || missing.length === 0 || missing.includes(null)) return null;
  const sum = missing.reduce<number>((all, minor) => all + (minor ?? 0), 0);
  return formatMoney(sum, order.currency, code);
}
