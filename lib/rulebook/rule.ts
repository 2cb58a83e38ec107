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
  /** What else the source says, as a sentence for people. */
  note?: string;
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

/**
 * Working days from the day of a regular order to the end (23:59) of the day on which it must be shipped, be with
 * the carrier, be delivered, or else is cancelled.
 */
export interface WorkdaysRule extends Dated {
  kind: 'dispatch' | 'collection' | 'auto-cancel' | 'delivery';
  workingDays: number;
  /**
   * "HH:MM": orders from then on, or on a day off, count from the next working day. Null: the source has no such
   * hour, and the day of the order counts as it is.
   */
  cutOff: string | null;
  /** The zone that its days are of; null: the market's. */
  timeZone: string | null;
}

/** The days of the week that count as working days: 1 is Monday, 7 is Sunday. */
export interface WeekRule extends Dated {
  kind: 'working-week';
  days: readonly number[];
}

/** National public holidays: by year, each as "MMDD". A year that is not here is not known. */
export interface HolidaysRule extends Dated {
  kind: 'holidays';
  years: Readonly<Record<string, string>>;
}

/** How long a seller has to answer a request before it approves itself; "refund-review": to look at one. */
export interface AnswerRule extends Dated {
  kind: 'return-answer' | 'cancellation-answer' | 'refund-review';
  amount: number;
  unit: 'hours' | 'working-days';
}

/**
 * How soon chats must be answered, and what share of them (percent; null where not known). No page that OrderLens
 * reads tells when a chat began: there is no clock for it, only the rule.
 */
export interface ChatRule extends Dated {
  kind: 'chat-answer';
  hours: number;
  percent: number | null;
}

/** What a shop's rate may be at most, or must be at least; over so many days, null where no source says it. */
export interface MetricRule extends Dated {
  kind: 'late-dispatch' | 'seller-fault-cancellation' | 'valid-tracking';
  percent: number;
  limit: 'max' | 'min';
  windowDays: number | null;
}

/** One rule of one market as data: what holds, since when, who says so, and how sure that is. */
export type Rule =
  | DaysRule
  | CancelRule
  | WorkdaysRule
  | WeekRule
  | HolidaysRule
  | AnswerRule
  | ChatRule
  | MetricRule;
export type RuleKind = Rule['kind'];

type Shaped<R extends Rule, K extends RuleKind> = R extends Rule
  ? K extends R['kind']
    ? R & { kind: K }
    : never
  : never;
/** The shape that rules of a kind have. */
export type RuleOf<K extends RuleKind> = Shaped<Rule, K>;

/** Every kind, in the order in which people look for them, and what it is called. */
export const RULE_KINDS: Readonly<Record<RuleKind, string>> = {
  dispatch: 'Ship by',
  collection: 'With the carrier by',
  'auto-cancel': 'Cancels itself',
  delivery: 'Deliver by',
  'working-week': 'Working days',
  holidays: 'Public holidays',
  'return-answer': 'Answer a return',
  'cancellation-answer': 'Answer a cancellation',
  'refund-review': 'Review of a refund',
  'chat-answer': 'Answer a chat',
  'late-dispatch': 'Late dispatch rate',
  'seller-fault-cancellation': 'Seller-fault cancellation rate',
  'valid-tracking': 'Valid tracking rate',
  'return-window': 'Return window',
  guarantee: 'Money-back guarantee',
  'undelivered-refund': 'Refund of what never came',
  'free-cancel': 'Free cancellation',
};
