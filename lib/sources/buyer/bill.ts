import type { BillItem, Order } from '../../model/order.ts';
import type { DetailParts } from './detail-parts.ts';
import { boundedAmount, type PriceReader } from './price-reader.ts';

type Amount = keyof Order['amounts'] & string;

const SHIPPING_DISCOUNT = /^(?:shipping|delivery)(?: fee)? discounts?$/;

// Rows captured: Subtotal, Sales tax, Shipping, Total; discounts come as rows of their own (buyer-shop.md 2.5). A row
// that says neither whose discount it is nor what it is for stands in `billItems` alone.
const AMOUNT_OF_LABEL: readonly (readonly [RegExp, Amount])[] = [
  [/^(?:order |grand )?total(?: amount)?$/, 'total'],
  [/^(?:merchandise |items? )?sub-?total$|^items? total$/, 'items'],
  [/^(?:estimated |sales |import )?tax(?:es)?$|^(?:vat|gst)$/, 'tax'],
  [/^(?:shipping|delivery)(?: fee| cost)?s?$/, 'shipping'],
  // Taken off the fee: what is paid for shipping is the two together.
  [SHIPPING_DISCOUNT, 'shipping'],
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
    const part = amount !== null && isShippingDiscount(label) ? -Math.abs(amount) : amount;
    if (kind) known.set(kind, sum(known.get(kind) ?? 0, part, known.get(kind)));
    order.billItems.push({ label, amount } satisfies BillItem);
  }
  for (const [kind, amount] of known) {
    // A discount is negative as a row and positive as an amount.
    const isDiscount = kind === 'sellerDiscount' || kind === 'platformDiscount';
    // A discount whose fee the page doesn't list tells no fee.
    const isOdd = kind === 'shipping' && amount !== null && amount < 0;
    if (!isOdd) order.amounts[kind] ??= amount !== null && isDiscount ? Math.abs(amount) : amount;
  }
  if (order.amounts.total === null)
    reader.miss('order_info.price.total', 'amount', parts.totalText ?? undefined);
}

function kindOf(label: string): Amount | undefined {
  return AMOUNT_OF_LABEL.find(([pattern]) => pattern.test(plainOf(label)))?.[1];
}

function isShippingDiscount(label: string): boolean {
  return SHIPPING_DISCOUNT.test(plainOf(label));
}

function plainOf(label: string): string {
  return label.trim().toLowerCase().replace(/’/g, "'").replace(/:$/, '');
}

function sum(before: number, amount: number | null, known: number | null | undefined): number | null {
  return amount === null || known === null ? null : boundedAmount(before + amount);
}
