import { orderName } from '../insights/buyer-needs.ts';
import { formatMoney } from '../model/money.ts';
import type { Order } from '../model/order.ts';

/** An order as people know it, and what else is to be said: "Mug + 1 · $82.00 · …930101 · last scan: Packed". */
export function orderDetail(order: Order, more: string | null): string {
  const { id, currency, amounts } = order;
  const money = amounts.total === null || currency === null ? null : formatMoney(amounts.total, currency);
  const short = `…${id.slice(-6)}`;
  // A notification stands on the screen for everyone to read: it names no buyer.
  const name = orderName(order.role === 'seller' ? { ...order, counterparty: null } : order);
  const parts = [name, money, name.endsWith(short) ? null : short, more];
  return parts.filter((part) => part !== null).join(' · ');
}

/** "24 h", "1 h". */
export function hoursWords(hours: number): string {
  return hours % 24 === 0 && hours > 48 ? `${hours / 24} d` : `${hours} h`;
}

/** "1 day", "7 days". */
export function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
