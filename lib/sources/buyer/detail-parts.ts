import type { Line } from './line.ts';

/** One product of an order as its detail page shows it; prices as displayed. */
export interface SkuPart {
  skuId: string | null;
  name: string;
  variation: string | null;
  priceText: string | null;
  listPriceText: string | null;
  quantity: number | null;
}

/** One parcel of an order as its detail page shows it. */
export interface ParcelPart {
  id: string | null;
  title: Line | null;
  lines: Line[];
  /** What its carrier said last. */
  lastScan: string | null;
  skus: SkuPart[];
}

/** One return, refund or cancellation. */
export interface ReversePart {
  id: string | null;
  title: Line | null;
  subtitle: Line | null;
  productNames: string[];
}

/**
 * What a detail page tells, whether it came as JSON or was read from the page itself: the one form that
 * `orderOfDetail` reads.
 */
export interface DetailParts {
  orderId: string;
  title: Line | null;
  lines: Line[];
  shop: string | null;
  /** Products outside parcels. */
  skus: SkuPart[];
  parcels: ParcelPart[];
  /** The parcel of the whole order's tracking button. */
  trackedParcelId: string | null;
  refundText: string | null;
  reverses: ReversePart[];
  info: { label: string; text: string; at: number | null }[];
  /** As the page lists them; the total is one of them. */
  bill: { label: string; priceText: string | null }[];
  totalText: string | null;
  shipTo: string | null;
  /** Names and texts of buttons. */
  buttons: string[];
  /** Remarks beside products and returns. */
  notes: string[];
}
