import * as z from 'zod/mini';
import { MAX_AMOUNT_MINOR } from './money.ts';
import { ORDER_STATUSES, STAGES } from './order.ts';

// Apart from the rest of the order, so that a view that only shows orders does without the schema library.

const text = z.nullable(z.string());
/** Epoch milliseconds; the range of ECMAScript dates. */
const time = z.nullable(z.int().check(z.minimum(0), z.maximum(8.64e15)));
/** Minor units of the order's currency (ISO 4217); bounded, so that the sums of many stay exact. */
const amountMinor = z.nullable(z.int().check(z.minimum(-MAX_AMOUNT_MINOR), z.maximum(MAX_AMOUNT_MINOR)));
/** Ids are text end to end: 18 digits do not survive a JavaScript number. `|` separates the parts of keys. */
const id = z.string().check(z.regex(/^[^|]{1,200}$/));
const currency = z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/)));
const account = z.string().check(z.minLength(1), z.maxLength(200));

const optional = <T extends z.ZodMiniType>(schema: T, fallback: z.output<T>) =>
  z._default(schema, fallback as never);

export const TrackEvent = z.looseObject({ at: time, title: z.string(), text });
export const OrderItem = z.looseObject({
  productId: text,
  skuId: text,
  sellerSku: text,
  name: z.string(),
  variation: text,
  quantity: z.nullable(z.int().check(z.minimum(0))),
  unitPrice: amountMinor,
  total: amountMinor,
  lineIds: z.array(id),
});
export const OrderPackage = z.looseObject({
  id: text,
  trackingNumber: text,
  carrier: text,
  etaAt: time,
  events: z.array(TrackEvent),
  /** The fulfilment unit that it was packed from: known before the package has an id of its own. */
  unitId: optional(text, null),
  /** It goes back to the seller; absent for a parcel to the buyer. */
  isReturn: z.optional(z.boolean()),
});
export const OrderReturn = z.looseObject({
  id,
  type: z.string(),
  status: z.string(),
  amount: amountMinor,
  openedAt: time,
  respondByAt: time,
  closedAt: time,
  lineIds: optional(z.array(id), []),
  /** What came back of `amount` so far; null where the source does not say. */
  received: optional(amountMinor, null),
});
/** One line of a bill as the source words it: "Sales tax", "Shop coupon"; discounts are negative. */
export const BillItem = z.looseObject({ label: z.string(), amount: amountMinor });
/** What the seller is paid for an order by the finance exports, net of `fees` (negative: withheld by the platform). */
export const Settlement = z.looseObject({
  /** Settled is paid out or about to be; on hold is an estimate. Undoing the import of one leaves null. */
  state: z.nullable(z.enum(['settled', 'on-hold'])),
  /** Of this amount and these fees; a seller can be paid in another currency than the order's. */
  currency: optional(currency, null),
  amount: amountMinor,
  fees: amountMinor,
  settledAt: time,
});
export const OrderSource = z.looseObject({ id, seenAt: z.int().check(z.minimum(0), z.maximum(8.64e15)) });

export const Order = z.looseObject({
  id,
  role: z.enum(['seller', 'buyer']),
  account,
  market: text,
  currency,
  status: z.enum(ORDER_STATUSES),
  stage: z.enum(STAGES),
  statusLabel: text,
  placedAt: time,
  paidAt: time,
  shippedAt: time,
  deliveredAt: time,
  cancelledAt: time,
  deadlines: z.looseObject({
    shipByAt: time,
    collectByAt: time,
    autoCancelAt: time,
    deliverByAt: time,
    returnByAt: time,
  }),
  amounts: z.looseObject({
    total: amountMinor,
    items: amountMinor,
    shipping: amountMinor,
    tax: amountMinor,
    sellerDiscount: amountMinor,
    platformDiscount: amountMinor,
    refunded: amountMinor,
  }),
  counterparty: text,
  items: z.array(OrderItem),
  packages: z.array(OrderPackage),
  returns: z.array(OrderReturn),
  paymentMethod: text,
  sources: z.array(OrderSource),
  updatedAt: optional(time, null),
  hasBuyerNote: optional(z.nullable(z.boolean()), null),
  isPreOrder: optional(z.nullable(z.boolean()), null),
  timeline: optional(z.array(TrackEvent), []),
  billItems: optional(z.array(BillItem), []),
  /** A buyer's own delivery address as one line, as the page shows it; never kept for a seller. */
  shipTo: optional(text, null),
  /** The source says that it can't be returned. */
  isFinalSale: optional(z.nullable(z.boolean()), null),
  settlement: optional(z.nullable(Settlement), null),
});

export type Order = z.output<typeof Order>;
export type OrderItem = z.output<typeof OrderItem>;
export type OrderPackage = z.output<typeof OrderPackage>;
export type OrderReturn = z.output<typeof OrderReturn>;
export type TrackEvent = z.output<typeof TrackEvent>;
export type BillItem = z.output<typeof BillItem>;
export type Settlement = z.output<typeof Settlement>;
