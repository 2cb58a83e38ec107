import type { SkuStatus, TrueOrder } from './types.ts';

const RANK: readonly SkuStatus[] = [100, 105, 111, 112, 114, 121, 122, 130];

/** The one status of an order, from the statuses of its lines. */
export function orderStatus(order: TrueOrder): SkuStatus {
  const all = order.items.flatMap((item) => item.lines.map((line) => line.status));
  const alive: SkuStatus[] = all.filter((status) => status !== 140);
  const [first = 140] = alive;
  if (alive.every((status) => status === first)) return first;
  const waiting = alive.some((status) => status <= 114);
  const gone = alive.some((status) => status > 114);
  if (waiting && gone) return 114;
  return RANK.find((status) => alive.includes(status)) ?? first;
}

/** The coarse `main_order_status` (and tab code) of a line status. */
export function mainStatus(status: SkuStatus): number {
  if (status === 100) return 100;
  if (status <= 114) return 101;
  if (status <= 122) return 102;
  return status === 130 ? 103 : 104;
}
