import type { Account, Order } from '../model/order.ts';

/** A place where a payload was not what the source expects: paths and types, never a value. */
export interface Miss {
  /** For example `main_orders[].price_module.grand_total`. */
  path: string;
  expected: string;
  got: string;
}

/** What the page asked for: tells a whole list from a filtered one. */
export interface ListScope {
  /** No tab, no search, no filter: the answer's total is the shop's. */
  isWhole: boolean;
  totalCount: number | null;
}

/** What a source read out of one payload. */
export interface Reading {
  orders: Order[];
  misses: Miss[];
  /** Entries that could not be read at all (no id, no object). */
  brokenCount: number;
  session: 'ok' | 'signed-out' | 'verification' | 'failed';
  scope: ListScope | null;
  /** Seller Center's own count of the orders to ship, from search_count. */
  toShipCount: number | null;
}

export interface SourceInput {
  url: URL;
  /** The request's JSON, or null when it had none (a bodyless "All", a GET). */
  request: unknown;
  /** The answer's JSON. */
  body: unknown;
  owner: Account;
  seenAt: number;
}

/** One page or file format: which payloads it reads, and how. Never throws for a payload. */
export interface Source {
  id: string;
  matches(url: URL): boolean;
  read(input: SourceInput): Reading;
}

/** A reading in which nothing was found yet. */
export function emptyReading(session: Reading['session'] = 'ok'): Reading {
  return { orders: [], misses: [], brokenCount: 0, session, scope: null, toShipCount: null };
}
