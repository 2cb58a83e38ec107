import * as z from 'zod/mini';
import { MAX_AMOUNT_MINOR } from './money.ts';
import { ORDER_STATUSES } from './order.ts';

// Apart from the rest of the alerts, so that a view that only shows them does without the schema library.

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/**
 * How something is told: by a notification at once, by one a day with everything in it, in the list alone, or not
 * at all.
 */
export const AlertChannel = z.enum(['notify', 'digest', 'list', 'off']);
export type AlertChannel = z.output<typeof AlertChannel>;

/** What the user decided about alerts; clock times ("08:00") are those of the person at the browser. */
export const AlertSettings = z.object({
  /** Notifications were switched on, and the browser allowed them. */
  notifies: z.boolean(),
  /** By kind, where it differs from the default. */
  channels: z.partialRecord(z.string().check(z.maxLength(40)), AlertChannel),
  /** Hours before a ship-by time, the longest first. */
  shipByHours: z.array(z.int().check(z.minimum(1), z.maximum(168))).check(z.maxLength(6)),
  quiet: z.nullable(z.object({ from: clock, to: clock, holdsCritical: z.boolean() })),
  digestAt: clock,
  /** From when on what was seen of a shop is old. */
  staleHours: z.int().check(z.minimum(1), z.maximum(720)),
  /** Days without a scan from which a parcel is unusually still. */
  noScanDays: z.int().check(z.minimum(1), z.maximum(60)),
});
export type AlertSettings = z.output<typeof AlertSettings>;

const name = z.string().check(z.minLength(1), z.maxLength(80));

/** A rule of the user's own: when what happens to which orders, it is told how. */
export const OwnRule = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  name,
  isOn: z.boolean(),
  role: z.enum(['seller', 'buyer']),
  when: z.discriminatedUnion('event', [
    z.object({ event: z.literal('new') }),
    z.object({ event: z.literal('status'), status: z.enum(ORDER_STATUSES) }),
    /** So many hours before the ship-by time. */
    z.object({ event: z.literal('ship-by'), hours: z.int().check(z.minimum(1), z.maximum(720)) }),
    /** So many days after it was placed, while it is in that status. */
    z.object({
      event: z.literal('still'),
      status: z.enum(ORDER_STATUSES),
      days: z.int().check(z.minimum(1), z.maximum(365)),
    }),
  ]),
  /** Only orders of at least so much in that currency, and with this text in an item, a seller SKU or the counterparty. */
  only: z.object({
    minTotal: z.nullable(
      z.object({
        amountMinor: z.int().check(z.minimum(0), z.maximum(MAX_AMOUNT_MINOR)),
        currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
      }),
    ),
    text: z.nullable(name),
  }),
  channel: AlertChannel,
});
export type OwnRule = z.output<typeof OwnRule>;
