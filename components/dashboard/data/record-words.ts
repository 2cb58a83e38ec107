import type { ShopRecord } from '../../../lib/model/record.ts';
import { counted, listed } from '../../shared/words.ts';

/** What a file holds beside orders: "12 vouchers and 3 reviews"; empty when there is nothing. */
export function recordWords(records: Record<ShopRecord['kind'], number>): string {
  const kinds = ['voucher', 'review', 'return', 'message'] as const;
  return listed(kinds.filter((kind) => records[kind] > 0).map((kind) => counted(records[kind], kind)));
}
