import Dexie from 'dexie';
import { productKeys, type Twin } from '../../insights/prices.ts';
import type { Order } from '../../model/order.ts';
import type { History } from '../db.ts';
import type { NoteRow } from '../notes.ts';

/** What the history knows around one order of a buyer. */
export interface BuyerOrder {
  /** The order's log, newest first. */
  log: NoteRow[];
  /** The user's other orders of the same products. */
  twins: Twin[];
}

// Someone who buys the same thing every week has this many in four years.
const MAX_TWINS = 200;

/** The log of an order and the orders of the same products, by their indexes alone. */
export async function readBuyerOrder(db: History, orderKey: string, order: Order): Promise<BuyerOrder> {
  const { minKey, maxKey } = Dexie;
  const [log, rows] = await Promise.all([
    db.notes.where('[orderKey+at]').between([orderKey, minKey], [orderKey, maxKey]).reverse().toArray(),
    db.orders.where('productKeys').anyOf(productKeys(order)).distinct().limit(MAX_TWINS).toArray(),
  ]);
  const twins = rows.filter((row) => row.key !== orderKey && row.order.role === 'buyer');
  return { log, twins: twins.map((row) => ({ key: row.key, order: row.order })) };
}
