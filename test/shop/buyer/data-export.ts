// TikTok's "Download your data" for the same orders (buyer-shop.md 3): user_data_tiktok.json as of 2026, and the
// files of the TXT zip in English and Dutch. An export tells of an order its id, second (UTC), status, what was
// paid in all, and of each product its name, variation and quantity. It knows no shop, no bill and no parcels.

import type { Json, JsonObject } from '../types.ts';
import type { ExpectedBuyerOrder } from './expected.ts';
import type { BuyerItem, BuyerKind, BuyerOrder } from './types.ts';

/** The language of the TXT files; the JSON's keys are always English. */
export type ExportLanguage = 'en' | 'nl';

const STATUS_WORDS: Record<BuyerKind, string> = {
  unpaid: 'Unpaid',
  'just-paid': 'To ship',
  'to-ship': 'To ship',
  'in-transit': 'Shipped',
  'out-for-delivery': 'Shipped',
  delivered: 'Delivered',
  completed: 'Completed',
  'partly-shipped': 'Shipped',
  'parcels-on-the-way': 'Shipped',
  'parcels-partly-delivered': 'Shipped',
  'parcels-completed': 'Completed',
  'refund-pending': 'Delivered',
  returning: 'Delivered',
  refunded: 'Completed',
  'refunded-part': 'Completed',
  cancelled: 'Canceled',
  'cancelled-unpaid': 'Canceled',
  'final-sale': 'Delivered',
};

const MEANINGS: Record<string, readonly [status: string, stage: string]> = {
  Unpaid: ['UNPAID', 'pending'],
  'To ship': ['AWAITING_SHIPMENT', 'pending'],
  Shipped: ['IN_TRANSIT', 'shipped'],
  Delivered: ['DELIVERED', 'delivered'],
  Completed: ['COMPLETED', 'delivered'],
  Canceled: ['CANCELLED', 'cancelled'],
};

/** "2026-03-17 18:15:24", in UTC. */
function dateText(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function priceText(minor: number): string {
  return `${(minor / 100).toFixed(2)} USD`;
}

/** A product without variations has one that is called so. */
function variationOf({ variation }: BuyerItem): string {
  return variation || 'Default';
}

function orderEntry({ kind, placedAt, amounts, items }: BuyerOrder): JsonObject {
  const Products: Json = items.map((item) => ({
    product_name: item.name,
    variation_name: variationOf(item),
    quantity: item.quantity,
  }));
  return {
    order_date: dateText(placedAt),
    order_status: STATUS_WORDS[kind],
    total_price: priceText(amounts.total),
    Products,
  };
}

function shopNames(orders: readonly BuyerOrder[]): string[] {
  return [...new Set(orders.map(({ shop }) => shop.name))];
}

function messages(orders: readonly BuyerOrder[]): JsonObject {
  const of = (shop_name: string): Json => {
    const first = orders.find(({ shop }) => shop.name === shop_name);
    const send_time = dateText((first?.placedAt ?? 0) + 3_600_000);
    return [{ send_time, shop_name, direction: 'Buyer to shop', content: 'When will it ship?' }];
  };
  return Object.fromEntries(shopNames(orders).map((name) => [name, of(name)]));
}

const VOUCHERS: Json = [
  {
    ReceivedDate: '2025-02-11 06:31:07 +0000 UTC',
    VoucherId: '7469021845530217743',
    CostType: 1,
    VoucherName: 'N/A',
    VoucherText: '$2 off',
    Status: 'EXPIRED',
  },
];

/** The text of `user_data_tiktok.json` as of 2026; a buyer without orders has null where his orders would be. */
export function dataExportJson(orders: readonly BuyerOrder[]): string {
  const histories = Object.fromEntries(orders.map((order) => [order.id, orderEntry(order)]));
  const hasOrders = orders.length > 0;
  return JSON.stringify({
    'Ads and data': {},
    'App Settings': {},
    Comment: { Comments: { CommentsList: [] } },
    'Direct Message': {},
    'Likes and Favorites': {},
    Post: { Posts: { VideoList: [{ Date: '2026-01-05 10:11:12', Link: 'N/A', Likes: '3' }] } },
    Profile: {},
    'TikTok Shop': {
      'Communication With Shops': { CommunicationHistories: hasOrders ? messages(orders) : null },
      'Current Payment Information': { PayCard: null },
      'Customer Support History': { CustomerSupportHistories: null },
      'Order Dispute History': { OrderDisputeHistories: null },
      'Order History': { OrderHistories: hasOrders ? histories : null },
      'Product Browsing History': { ProductBrowsingHistories: null },
      'Product Reviews': { ProductReviewHistories: null },
      'Returns and Refunds History': { ReturnAndRefundHistories: null },
      'Saved Address Information': { SavedAddress: null },
      'Shopping Cart List': { ShoppingCart: null },
      TikTokFavoriteItem: { TikTokFavoriteItemResult: { TikTokFavoriteItemList: null } },
      Vouchers: { Vouchers: hasOrders ? VOUCHERS : null },
    },
    'Tiktok Live': {},
    'Your Activity': {},
  });
}

interface Words {
  orders: string;
  vouchers: string;
  date: string;
  number: string;
  products: string;
  name: string;
  quantity: string;
  total: string;
  status: string;
  empty: string;
}

const WORDS: Record<ExportLanguage, Words> = {
  en: {
    orders: 'Order History.txt',
    vouchers: 'Vouchers.txt',
    date: 'Order date',
    number: 'Order number',
    products: 'Product information',
    name: 'Name',
    quantity: 'Quantity',
    total: 'Total price (including shipping fee)',
    status: 'Order status',
    empty: 'You have no data in this section',
  },
  nl: {
    orders: 'Bestelgeschiedenis.txt',
    vouchers: 'Vouchers.txt',
    date: 'Besteldatum',
    number: 'Bestelnummer',
    products: 'Productinformatie',
    name: 'Naam',
    quantity: 'Hoeveelheid',
    total: 'Totale prijs (inclusief verzendkosten)',
    status: 'Bestelstatus',
    empty: 'Je hebt geen gegevens in deze sectie',
  },
};

function orderText({ id, kind, placedAt, items, amounts }: BuyerOrder, words: Words): string {
  const products = items.map(
    (item) => `>>${words.name}:\n${item.name}\n${variationOf(item)}\n>>${words.quantity}: ${item.quantity}\n`,
  );
  return [
    `${words.date}: ${dateText(placedAt)}`,
    `${words.number}: ${id}`,
    `${words.products}:`,
    ...products,
    `${words.total}: ${priceText(amounts.total)}`,
    `${words.status}: ${STATUS_WORDS[kind]}`,
    '',
  ].join('\n');
}

/** The files of the TXT zip by their path in it; a section without data says so in a sentence. */
export function dataExportTxt(
  orders: readonly BuyerOrder[],
  language: ExportLanguage = 'en',
): Record<string, string> {
  const words = WORDS[language];
  const texts = orders.map((order) => orderText(order, words));
  return {
    [`TikTok Shop/${words.orders}`]: texts.length > 0 ? texts.join('\n') : words.empty,
    [`TikTok Shop/${words.vouchers}`]: words.empty,
  };
}

/** An order as a perfect reader of an export would know it. */
export type ExpectedExportOrder = Omit<ExpectedBuyerOrder, 'market' | 'counterparty' | 'items'> & {
  market: 'US';
  counterparty: null;
  items: (Omit<ExpectedBuyerOrder['items'][number], 'quantity'> & { quantity: number })[];
};

function expectedItem(item: BuyerItem): ExpectedExportOrder['items'][number] {
  return {
    productId: null,
    skuId: null,
    sellerSku: null,
    name: item.name,
    variation: variationOf(item),
    quantity: item.quantity,
    unitPrice: null,
    total: null,
    lineIds: [],
  };
}

const NO_TIMES = { paidAt: null, shippedAt: null, deliveredAt: null, cancelledAt: null };
const NO_AMOUNTS = {
  items: null,
  shipping: null,
  tax: null,
  sellerDiscount: null,
  platformDiscount: null,
  refunded: null,
};

function expectedExportOrder({ id, kind, placedAt, amounts, items }: BuyerOrder): ExpectedExportOrder {
  const statusLabel = STATUS_WORDS[kind];
  const [status, stage] = MEANINGS[statusLabel] ?? ['UNKNOWN', 'unknown'];
  return {
    id,
    role: 'buyer',
    market: 'US',
    currency: 'USD',
    status,
    stage,
    statusLabel,
    placedAt,
    ...NO_TIMES,
    deadlines: { shipByAt: null, collectByAt: null, autoCancelAt: null, deliverByAt: null, returnByAt: null },
    amounts: { total: amounts.total, ...NO_AMOUNTS },
    counterparty: null,
    items: items.map(expectedItem),
    packages: [],
    returns: [],
    paymentMethod: null,
    updatedAt: null,
    hasBuyerNote: null,
    isPreOrder: null,
    timeline: [],
    billItems: [],
    shipTo: null,
    isFinalSale: null,
  };
}

/** What an export of orders tells of each, the same for JSON and TXT. */
export function expectedExportOrders(orders: readonly BuyerOrder[]): ExpectedExportOrder[] {
  return orders.map(expectedExportOrder);
}
