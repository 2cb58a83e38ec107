import * as z from 'zod/mini';
import { localTimeZone } from '../../model/time.ts';
import { maybe } from '../seller/main-order-schema.ts';
import type { SourceInput } from '../source.ts';
import type { LineContext } from './line.ts';
import { marketOf } from './page-market.ts';

// What `dom/facts.ts` says, as it arrives from a content script.

const text = maybe(z.string());
const texts = maybe(z.array(z.string()));
const page = { timeZone: text, region: text };
const TextFacts = z.object({ text: z.string(), copies: texts });
const Rows = maybe(z.array(z.object({ label: z.string(), value: z.string() })));

const CardFacts = z.object({
  orderId: maybe(z.string().check(z.regex(/^\d{10,20}$/))),
  shop: text,
  dateText: text,
  status: text,
  subtitle: text,
  productNames: texts,
});
export const ListFacts = z.object({ ...page, cards: z.array(CardFacts) });

const Skus = maybe(
  z.array(z.object({ name: z.string(), variation: text, price: text, listPrice: text, quantity: text })),
);
export const DetailFacts = z.object({
  ...page,
  orderId: maybe(z.string().check(z.regex(/^\d{10,20}$/))),
  status: text,
  lines: maybe(z.array(TextFacts)),
  shop: text,
  skus: Skus,
  parcels: maybe(
    z.array(z.object({ status: text, lines: maybe(z.array(TextFacts)), lastScan: text, skus: Skus })),
  ),
  refundAmount: text,
  refunds: maybe(z.array(z.object({ title: text, subtitle: text }))),
  info: Rows,
  bill: Rows,
  address: texts,
  buttons: texts,
  notes: texts,
});
export type CardFacts = z.output<typeof CardFacts>;
export type DetailFacts = z.output<typeof DetailFacts>;
export type TextFacts = z.output<typeof TextFacts>;
export type SkuFacts = NonNullable<DetailFacts['skus']>[number];

/** How the times of a page are read: in its own time zone, where it names one that exists. */
export function contextOf(timeZone: string | null | undefined, seenAt: number): LineContext {
  return { timeZone: timeZone && isTimeZone(timeZone) ? timeZone : localTimeZone(), seenAt };
}

/** The market whose money a page shows: the account's, else the region that the page names. */
export function marketOfFacts(input: SourceInput, region: string | null | undefined): string | null {
  return marketOf(input) ?? region ?? null;
}

function isTimeZone(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== '';
  } catch {
    return false;
  }
}
