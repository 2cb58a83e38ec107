import type { Order } from '../../model/order.ts';
import type { History, RecordRow } from '../db.ts';

/** What data exports told beside an order: of the order itself, and else of its shop; both newest first. */
export interface OrderRecords {
  ofOrder: RecordRow[];
  ofShop: RecordRow[];
}

const MAX_OF_SHOP = 200;

/** Reads the vouchers, reviews, returns and messages of an order by its id, and of a buyer's shop by its name. */
export async function readOrderRecords(db: History, order: Order): Promise<OrderRecords> {
  const shop = order.role === 'buyer' ? order.counterparty : null;
  const [ofOrder, ofShop] = await Promise.all([
    db.records.where('orderId').equals(order.id).toArray(),
    shop === null ? [] : db.records.where('shop').equals(shop).limit(MAX_OF_SHOP).toArray(),
  ]);
  const own = new Set(ofOrder.map(({ key }) => key));
  return { ofOrder: newestFirst(ofOrder), ofShop: newestFirst(ofShop.filter(({ key }) => !own.has(key))) };
}

function newestFirst(rows: readonly RecordRow[]): RecordRow[] {
  return rows.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
}
