import type { OrderRow } from '../../../lib/history/read/rows.ts';
import { nextMark, statusMark } from '../../../lib/insights/buyer-marks.ts';
import { buyerNeeds } from '../../../lib/insights/buyer-needs.ts';
import { storedClocks } from '../../../lib/insights/clocks.ts';
import { type Mark, marksOf } from '../../../lib/insights/risk.ts';
import type { Order } from '../../../lib/model/order.ts';
import { statusTone, statusWords } from '../../shared/status-words.ts';

const UNKNOWN: Mark = { tone: 'calm', words: 'Status unknown', detail: 'No page told it' };

/** The status of an order in the words of whose order it is; `detail` is what the page calls it, empty when it does not. */
export function statusOf(order: Order): Mark {
  if (order.role === 'buyer') return statusMark(order) ?? UNKNOWN;
  const detail = order.statusLabel === null ? '' : `Seller Center: ${order.statusLabel}`;
  return { tone: statusTone(order), words: statusWords(order), detail };
}

/** What is next in an order for whose order it is, the most urgent of it; null when nothing is. */
export function nextOf(row: OrderRow, now: number): Mark | null {
  const { key, order } = row;
  if (order.role === 'seller') return marksOf(storedClocks(row), now)[0] ?? null;
  const [missing] = buyerNeeds(
    { toPay: [], late: [{ key, order }], returnsEnding: [], owed: [], changes: [] },
    now,
  );
  if (missing) return { tone: missing.tone, words: missing.title, detail: missing.clock?.why ?? '' };
  return nextMark(order, now);
}
