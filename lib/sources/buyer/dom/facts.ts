// What the buyer's pages show, as plain JSON: texts only, no markup. No import here may pull a parser into the
// content script that reads the page.

/** Where and how a page was read: its time zone, and the region that it names (ISO 3166), null when it names none. */
interface PageFacts {
  timeZone: string;
  region: string | null;
}

/** One card of the order list; the page shows no id in it. */
export interface CardFacts {
  orderId: string | null;
  shop: string | null;
  /** "Ordered on Mar 17": no year, even for years gone by. */
  dateText: string | null;
  status: string | null;
  subtitle: string | null;
  productNames: string[];
}

/** The order list as it stands on the page, newest order first. */
export interface ListFacts extends PageFacts {
  cards: CardFacts[];
}

/** One product of the detail page; prices as displayed. */
export interface SkuFacts {
  name: string;
  variation: string | null;
  price: string | null;
  listPrice: string | null;
  /** "x1". */
  quantity: string | null;
}

/** A line of text, and the parts of it that a click copies. */
export interface TextFacts {
  text: string;
  copies: string[];
}

export interface ParcelFacts {
  status: string | null;
  lines: TextFacts[];
  lastScan: string | null;
  skus: SkuFacts[];
}

/** The detail page of one order. */
export interface DetailFacts extends PageFacts {
  orderId: string | null;
  status: string | null;
  lines: TextFacts[];
  shop: string | null;
  skus: SkuFacts[];
  parcels: ParcelFacts[];
  refundAmount: string | null;
  refunds: { title: string | null; subtitle: string | null }[];
  info: { label: string; value: string }[];
  bill: { label: string; value: string }[];
  address: string[];
  buttons: string[];
  notes: string[];
}
