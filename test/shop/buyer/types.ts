import type { Random } from '../random.ts';
import type { TrueEvent } from '../types.ts';

/** What one order is like; each is a state that the buyer's pages can show. */
export type BuyerKind =
  | 'unpaid'
  | 'just-paid'
  | 'to-ship'
  | 'in-transit'
  | 'out-for-delivery'
  | 'delivered'
  | 'completed'
  | 'partly-shipped'
  | 'parcels-on-the-way'
  | 'parcels-partly-delivered'
  | 'parcels-completed'
  | 'refund-pending'
  | 'returning'
  | 'refunded'
  | 'refunded-part'
  | 'cancelled'
  | 'cancelled-unpaid'
  | 'final-sale';

/** The buyer: who is signed in and where parcels go. */
export interface Buyer {
  userId: string;
  nickname: string;
}

/** Where an order goes, in the parts that the detail page shows. */
export interface BuyerAddress {
  name: string;
  email: string;
  phone: string;
  street: string;
  city: string;
  state: string;
  zip: string;
}

export interface BuyerItem {
  skuId: string;
  name: string;
  variation: string;
  quantity: number;
  /** Minor units for one piece, and what the page strikes through beside it. */
  unitPrice: number;
  listPrice: number | null;
  image: string;
}

export type ParcelState = 'to-ship' | 'in-transit' | 'out-for-delivery' | 'delivered';

/** The days between which something shall arrive; a single day has both the same. */
export interface Eta {
  from: number;
  until: number;
}

/** One parcel; `items` are indexes of the order's items, `events` newest first. */
export interface BuyerParcel {
  id: string;
  state: ParcelState;
  carrier: string;
  trackingNumber: string | null;
  eta: Eta | null;
  items: number[];
  events: TrueEvent[];
}

/** Money that came back or shall come back, all of it in one case. */
export interface BuyerRefund {
  id: string;
  state: 'pending' | 'returning' | 'issued';
  amount: number;
  items: number[];
  requestedAt: number;
  issuedAt: number | null;
  returnParcel: { carrier: string; trackingNumber: string } | null;
}

export interface BuyerAmounts {
  total: number;
  items: number;
  shipping: number;
  tax: number;
  /** Null where the bill has no such line. */
  sellerDiscount: number | null;
  platformDiscount: number | null;
}

/** TikTok's own record of one order of the buyer. */
export interface BuyerOrder {
  id: string;
  kind: BuyerKind;
  shop: { name: string; isOfficial: boolean };
  placedAt: number;
  paidAt: number | null;
  autoCancelAt: number | null;
  shipByAt: number | null;
  deliveredAt: number | null;
  returnByAt: number | null;
  cancelledAt: number | null;
  items: BuyerItem[];
  parcels: BuyerParcel[];
  refund: BuyerRefund | null;
  amounts: BuyerAmounts;
  paymentMethod: string | null;
  address: BuyerAddress;
  isFinalSale: boolean;
  /** Orders of one checkout that wait for one payment are one card of the list. */
  checkout: string | null;
}

/** One order to make: what it is like and how long ago it was placed. */
export interface BuyerPlan {
  kind: BuyerKind;
  ageMs: number;
  items: number;
  quantity: number;
  isDear: boolean;
  /** The checkout that it shares with its neighbour. */
  checkout: string | null;
  /** Which of the hostile names its first item has. */
  hostile: number | null;
}

/** What the parts of the generator share. */
export interface BuyerBuild {
  plan: BuyerPlan;
  now: number;
  placedAt: number;
  random: Random;
}
