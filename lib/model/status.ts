import type { Order, OrderReturn, OrderStatus, Stage } from './order.ts';

const STAGE_OF: Record<OrderStatus, Stage> = {
  UNPAID: 'pending',
  ON_HOLD: 'pending',
  AWAITING_SHIPMENT: 'pending',
  PARTIALLY_SHIPPING: 'processed',
  AWAITING_COLLECTION: 'processed',
  IN_TRANSIT: 'shipped',
  DELIVERED: 'delivered',
  COMPLETED: 'delivered',
  CANCELLED: 'cancelled',
  UNKNOWN: 'unknown',
};

/** Of the seller something is still to be shipped. */
export const TO_SHIP_STATUSES = ['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING'] as const;
/** A parcel of it may be with a carrier. */
export const UNDER_WAY_STATUSES = ['PARTIALLY_SHIPPING', 'AWAITING_COLLECTION', 'IN_TRANSIT'] as const;
const TO_SHIP: ReadonlySet<OrderStatus> = new Set(TO_SHIP_STATUSES);
const UNDER_WAY: ReadonlySet<OrderStatus> = new Set(UNDER_WAY_STATUSES);

/** Whether something of an order is still to be shipped. */
export function isStillToShip({ status }: Pick<Order, 'status'>): boolean {
  return TO_SHIP.has(status);
}

/** Whether a parcel of an order may be with a carrier. */
export function isUnderWay({ status }: Pick<Order, 'status'>): boolean {
  return UNDER_WAY.has(status);
}

/** Statuses from the least to the most advanced; cancelled and unknown stand outside. */
const PROGRESS: readonly OrderStatus[] = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'AWAITING_COLLECTION',
  'PARTIALLY_SHIPPING',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
];
const isShipped = (status: OrderStatus) => PROGRESS.indexOf(status) >= PROGRESS.indexOf('IN_TRANSIT');

/** Whether a status stands further on the way than another; not so where one of them stands outside of it. */
export function isFurther(status: OrderStatus, than: OrderStatus): boolean {
  const place = PROGRESS.indexOf(than);
  return place >= 0 && PROGRESS.indexOf(status) > place;
}

/** One order's status from its lines': cancelled lines count only when all are. */
export function statusOfLines(lines: readonly OrderStatus[]): OrderStatus {
  const known = lines.filter((line) => line !== 'UNKNOWN');
  const open = known.filter((line) => line !== 'CANCELLED');
  const [first] = open;
  if (first === undefined) return known.length > 0 ? 'CANCELLED' : 'UNKNOWN';
  if (open.every((line) => line === first)) return first;
  const isPacked = (line: OrderStatus) => isShipped(line) || line === 'AWAITING_COLLECTION';
  // A line that waits for the courier is out of the seller's hands: nothing of it is left to ship.
  if (open.some(isShipped) && !open.every(isPacked)) return 'PARTIALLY_SHIPPING';
  return open.reduce((least, line) => (PROGRESS.indexOf(line) < PROGRESS.indexOf(least) ? line : least));
}

/** The stage of an order: its status in a plain word, or `returned` when all of it came back. */
export function stageOf(order: Order): Stage {
  const stage = STAGE_OF[order.status];
  return stage === 'delivered' && isFullyReturned(order) ? 'returned' : stage;
}

/** Whether a return or cancellation has ended, whatever its outcome. */
export function isReturnClosed(entry: OrderReturn): boolean {
  return entry.closedAt !== null || entry.status === 'COMPLETE';
}

/** Whether the seller has been paid, or will be at the latest on delivery. A COD order is paid then. */
export function isPaid(order: Order): boolean {
  if (order.paidAt !== null) return true;
  if (order.status === 'DELIVERED' || order.status === 'COMPLETED') return true;
  const isUnpaidStatus = order.status === 'UNPAID' || order.status === 'UNKNOWN';
  return !isUnpaidStatus && order.status !== 'CANCELLED' && !isCashOnDelivery(order);
}

// As Seller Center words it in the languages of the markets that have it (localized display text).
const COD_WORDS = new RegExp(
  [
    'cash on delivery|\\bcod\\b|thanh toán khi nhận|bayar di tempat|ชำระเงินปลายทาง|เก็บเงินปลายทาง|货到付款',
    'tunai (?:semasa|ketika|apabila) (?:penghantaran|terima)|contra ?entrega|contra ?r?reembolso|pago al recibir',
    'pagamento na entrega|bayad sa (?:pag)?deliver|代金引換|代引き',
  ].join('|'),
  'i',
);

/** Whether the buyer pays the courier; told by the localized name of the payment method. */
export function isCashOnDelivery(order: Order): boolean {
  return order.paymentMethod !== null && COD_WORDS.test(order.paymentMethod);
}

function isFullyReturned(order: Order): boolean {
  const { refunded, total } = order.amounts;
  if (refunded !== null && total !== null && total > 0 && refunded >= total) return true;
  const back = new Set(
    order.returns
      .filter((entry) => entry.type === 'RETURN_AND_REFUND' && entry.status === 'COMPLETE')
      .flatMap((entry) => entry.lineIds),
  );
  const lines = order.items.flatMap((item) => item.lineIds);
  return lines.length > 0 && lines.every((line) => back.has(line));
}
