import type { Order } from '../../lib/model/order.ts';
import { OrdersReader } from '../../lib/sources/files/orderlens-json.ts';

/** The orders of a file that "Export JSON" wrote, given as text. Throws what its reader throws. */
export function readOrdersFile(text: string): Order[] {
  const reader = new OrdersReader();
  const orders = reader.push(new TextEncoder().encode(text));
  reader.end();
  return orders;
}
