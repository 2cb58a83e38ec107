import type { OrderStatus } from '../model/order.ts';

/** Where a rule comes from: every rule has a source, and the day on which it was read. */
interface Dated {
  /** ISO 3166, as in `Order.market`. */
  market: string;
  /** The first day ("YYYY-MM-DD") that it holds; null where the source does not say since when. */
  validFrom: string | null;
  /** The page or document that says it. */
  source: string;
  /** The day ("YYYY-MM-DD") on which that was read. */
  checkedOn: string;
  /** "official": TikTok's own page says it; "reported": others say that TikTok says it. */
  certainty: 'official' | 'reported';
}

/**
 * A span in days. "return-window": from delivery, to ask for a return. "guarantee": from delivery, for what is
 * damaged or wrong. "undelivered-refund": from the estimated delivery until a parcel that never came is refunded.
 */
export interface DaysRule extends Dated {
  kind: 'return-window' | 'guarantee' | 'undelivered-refund';
  days: number;
}

/** An order can be cancelled free of charge until it has this status. */
export interface CancelRule extends Dated {
  kind: 'free-cancel';
  untilStatus: OrderStatus;
}

/** One rule of one market as data: what holds, since when, who says so, and how sure that is. */
export type Rule = DaysRule | CancelRule;
export type RuleKind = Rule['kind'];
