/** The shops a local Seller Center can play; XB is the cross-border one. */
export type Market = 'US' | 'VN' | 'ID' | 'BR' | 'XB';

/** What Seller Center calls `sku_display_status`. */
export type SkuStatus = 100 | 105 | 111 | 112 | 114 | 121 | 122 | 130 | 140;

/** One shop to generate: where it sells and how many orders it has. */
export interface ShopSpec {
  market: Market;
  orders: number;
  sellerId?: string;
}

/** Something that happened to a parcel or an order. */
export interface TrueEvent {
  at: number;
  title: string;
  text: string | null;
}

/** One unit sold; `unit` is the index of the package that it travels in. */
export interface TrueLine {
  id: string;
  status: SkuStatus;
  unit: number;
}

/** One SKU of an order; prices are minor units after discounts. */
export interface TrueItem {
  productId: string;
  skuId: string;
  sellerSku: string;
  name: string;
  variation: string;
  unitPrice: number;
  lines: TrueLine[];
}

/** A carrier as `shipment_provider_info` and `logistic_supplier` name it. */
export interface Carrier {
  id: string;
  name: string;
}

/** One fulfil unit; `tracks` is newest first and empty until it is packed. */
export interface TruePackage {
  unitId: string;
  packageId: string | null;
  trackingNumber: string | null;
  carrier: Carrier | null;
  etaAt: number | null;
  tracks: TrueEvent[];
}

/** A cancellation (1 system, 4 buyer), refund (2) or return (3). */
export interface TrueReturn {
  id: string;
  type: 1 | 2 | 3 | 4;
  status: number;
  lineIds: string[];
  reason: string;
  openedAt: number;
  respondByAt: number | null;
  cancelledAt: number | null;
  refundedAt: number | null;
  refund: number | null;
}

/** Minor units of the shop's currency (ISO 4217). */
export interface TrueAmounts {
  total: number;
  items: number;
  shipping: number;
  tax: number;
  sellerDiscount: number;
  platformDiscount: number;
}

/** Which optional parts of the payload this order happens to lack. */
export interface Quirks {
  bareMoney: boolean;
  noteless: boolean;
  labelless: boolean;
  zeroTimes: boolean;
}

/** The shop's own record of an order. */
export interface TrueOrder {
  id: string;
  market: Market;
  placedAt: number;
  paidAt: number | null;
  updatedAt: number;
  cod: boolean;
  payMethod: string;
  shipByAt: number | null;
  collectByAt: number | null;
  autoCancelAt: number | null;
  deliverByDate: string | null;
  amounts: TrueAmounts;
  buyer: { name: string; nickname: string };
  items: TrueItem[];
  packages: TruePackage[];
  returns: TrueReturn[];
  history: TrueEvent[];
  buyerNote: string | null;
  preOrder: boolean;
  liveHandle: string | null;
  auctionRoom: string | null;
  quirks: Quirks;
}

/** A value that JSON can carry; undefined keys vanish when written. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** How the shop answers its API. */
export type Mode = 'ok' | 'session-expired' | 'captcha' | 'slow' | 'broken-json' | 'drifted';
