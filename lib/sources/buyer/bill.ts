import type { BillItem, Order } from '../../model/order.ts';
import type { DetailParts } from './detail-parts.ts';
import { boundedAmount, type PriceReader } from './price-reader.ts';

type Amount = keyof Order['amounts'] & string;

// Rows captured: Subtotal, Sales tax, Shipping, Total; discounts come as rows of their own (buyer-shop.md 2.5). A row
// that says neither whose discount it is nor what it is for stands in `billItems` alone.
const AMOUNT_OF_LABEL: readonly (readonly [RegExp, Amount])[] = [
  [/^(?:order |grand )?total(?: amount)?$/, 'total'],
  [/^(?:merchandise |items? )?sub-?total$|^items? total$/, 'items'],
  [/^(?:estimated |sales |import )?tax(?:es)?$|^(?:vat|gst)$/, 'tax'],
  [/^(?:shipping|delivery)(?: fee| cost)?s?$/, 'shipping'],
  [/^(?:seller|shop|store)(?:'s)? (?:discount|coupon|voucher|promotion)s?$/, 'sellerDiscount'],
  [/^(?:platform|tiktok(?: shop)?) (?:discount|coupon|voucher|promotion)s?$/, 'platformDiscount'],
];

/** Fills the amounts and the bill of an order; rows of one kind add up, unless one of them can't be read. */
export function fillBill(order: Order, parts: DetailParts, reader: PriceReader): void {
  order.amounts.total = reader.price('order_info.price.total.price_str', parts.totalText);
  const known = new Map<Amount, number | null>();
  for (const { label, priceText } of parts.bill) {
    const amount = reader.price('order_info.price.bill_items[].item_price.price_str', priceText);
    const kind = kindOf(label);
    if (kind) known.set(kind, sum(known.get(kind) ?? 0, amount, known.get(kind)));
    order.billItems.push({ label, amount } satisfies BillItem);
  }
  for (const [kind, amount] of known) {
    // A discount is negative as a row and positive as an amount.
    const isDiscount = kind === 'sellerDiscount' || kind === 'platformDiscount';
    order.amounts[kind] ??= amount !== null && isDiscount ? Math.abs(amount) : amount;
  }
  if (order.amounts.total === null)
    reader.miss('order_info.price.total', 'amount', parts.totalText ?? undefined);
}

function kindOf(label: string): Amount | undefined {
  const plain = label.trim().toLowerCase().replace(/’/g, "'").replace(/:$/, '');
  return AMOUNT_OF_LABEL.find(([pattern]) => pattern.test(plain))?.[1];
}

function sum(before: number, amount: number | null, known: number | null | undefined): number | null {
  return amount === null || known === null ? null : boundedAmount(before + amount);
}
