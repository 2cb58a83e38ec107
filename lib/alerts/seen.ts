import type { ChangeRequest } from '../insights/change-request.ts';
import type { Order } from '../model/order.ts';
import type { RuleOverride } from '../model/rule-override.ts';

/**
 * An order as the history knows it at some moment, with the changes that its buyer waits for and the user's own
 * rules for the shops.
 */
export interface SeenOrder {
  key: string;
  order: Order;
  requests?: readonly { key: string; request: ChangeRequest }[];
  overrides?: readonly RuleOverride[];
}

/** What one capture did to an order. */
export interface OrderChange {
  key: string;
  /** The order after it. */
  order: Order;
  /** What changed (paths as `fieldsOf` writes them); null when the order was seen for the first time. */
  fields: readonly { path: string; old: unknown; new: unknown }[] | null;
  at: number;
  /** It came from a file, which tells of the past. */
  isFile: boolean;
  /** The changes that its buyer waits for: a capture can show that one can't come any more. */
  requests?: SeenOrder['requests'];
  overrides?: SeenOrder['overrides'];
}
