import * as z from 'zod/mini';

const text = z.nullable(z.string().check(z.maxLength(20_000)));

/** What a data export tells about a shop beside its orders; kept as it is, shown with the order or the shop. */
export const ShopRecord = z.object({
  kind: z.enum(['voucher', 'review', 'return', 'message']),
  /** Tells it from all others of its kind; the same in every export. */
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Epoch milliseconds. */
  at: z.nullable(z.int().check(z.minimum(0), z.maximum(8.64e15))),
  shop: text,
  orderId: text,
  title: text,
  text,
  status: text,
});
export type ShopRecord = z.output<typeof ShopRecord>;
