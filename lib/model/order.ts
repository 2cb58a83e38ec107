import type { Order } from './order-schema.ts';

export type {
  BillItem,
  Order,
  OrderItem,
  OrderPackage,
  OrderReturn,
  Settlement,
  TrackEvent,
} from './order-schema.ts';

/** Order statuses of the official Open API; UNKNOWN when a source says something else. */
export const ORDER_STATUSES = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
  'UNKNOWN',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** The plain word of a buyer's or seller's day. */
export const STAGES = [
  'pending',
  'processed',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
  'unknown',
] as const;
export type Stage = (typeof STAGES)[number];

export type Role = 'seller' | 'buyer';

/** Whether a source is a file that the user chose, by its id; else it is a page. */
export function isFileSource(sourceId: string): boolean {
  return sourceId.startsWith('files/');
}

/** Who an order belongs to: one shop of a seller, or one buyer. */
export interface Account {
  account: string;
  role: Role;
  market: string | null;
}

/** An order of which nothing is known but its id; sources fill in what they read. */
export function emptyOrder(orderId: string, owner: Account): Order {
  return {
    id: orderId,
    role: owner.role,
    account: owner.account,
    market: owner.market,
    currency: null,
    status: 'UNKNOWN',
    stage: 'unknown',
    statusLabel: null,
    placedAt: null,
    paidAt: null,
    shippedAt: null,
    deliveredAt: null,
    cancelledAt: null,
    deadlines: { shipByAt: null, collectByAt: null, autoCancelAt: null, deliverByAt: null, returnByAt: null },
    amounts: {
      total: null,
      items: null,
      shipping: null,
      tax: null,
      sellerDiscount: null,
      platformDiscount: null,
      refunded: null,
    },
    counterparty: null,
    items: [],
    packages: [],
    returns: [],
    paymentMethod: null,
    sources: [],
    updatedAt: null,
    hasBuyerNote: null,
    isPreOrder: null,
    timeline: [],
    billItems: [],
    shipTo: null,
    isFinalSale: null,
    settlement: null,
  };
}
