import type { ShopRecord } from '../../../model/record.ts';
import { plainName } from './fields.ts';

/** What a section of an export holds that is kept. */
export type SectionKind = 'order' | ShopRecord['kind'];

/** The key of the shop's part: "Tiktok Shopping", "TikTok Shopping" (2022-24), "TikTok Shop" (2025 on). */
export const isShopKey = (key: unknown) => /^tik ?tok shop(?:ping)?$/i.test(String(key));

// Plain names of sections and of the files that hold them; what has no line here is passed by (carts, cards,
// addresses, what was looked at).
const SECTIONS: Readonly<Record<string, SectionKind>> = {
  orderhistory: 'order',
  order: 'order',
  bestelgeschiedenis: 'order',
  vouchers: 'voucher',
  productreviews: 'review',
  productreviewhistory: 'review',
  productrecensies: 'review',
  returnsandrefundshistory: 'return',
  returnandrefundhistory: 'return',
  geschiedenisvanretourzendingenenterugbetalingen: 'return',
  communicationwithshops: 'message',
  communicationhistory: 'message',
  communicatiemetwinkels: 'message',
};

// The lists that sections have inside; a place with another name can be an order's number or a shop's name.
const COLLECTIONS: ReadonlySet<string> = new Set([
  ...['OrderHistories', 'OrderList', 'Vouchers', 'ProductReviewHistories', 'ReturnAndRefundHistories'],
  'CommunicationHistories',
]);

/** Where the entries of a section stand, as a path without values: "OrderHistories[]", else "order[]". */
export function rootOf(kind: SectionKind, collection: unknown): string {
  return `${COLLECTIONS.has(String(collection)) ? String(collection) : kind}[]`;
}

/** What a section of this name holds, or undefined when it is not kept. A name may end in ".txt". */
export function sectionKind(name: string): SectionKind | undefined {
  const plain = plainName(name.replace(/\.txt$/i, ''));
  return Object.hasOwn(SECTIONS, plain) ? SECTIONS[plain] : undefined;
}
