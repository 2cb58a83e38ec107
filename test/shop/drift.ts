import type { Json, JsonObject } from './types.ts';

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function driftRow(row: JsonObject, position: number): JsonObject {
  const drifted: JsonObject = { ...row, insurance_module: { plan: 'basic', covered: [1, 2, 3] } };
  const price = row['price_module'];
  if (isObject(price)) {
    const { grand_total, ...rest } = price;
    drifted['price_module'] = { ...rest, grand_total_amount: grand_total };
  }
  const trade = row['trade_order_module'];
  if (isObject(trade) && position % 3 === 0) {
    const created = new Date(Number(trade['create_time']) * 1000).toISOString();
    drifted['trade_order_module'] = { ...trade, create_time: created };
  }
  const lines = row['order_status_module'];
  if (position % 20 === 1 && Array.isArray(lines)) {
    drifted['order_status_module'] = lines.map((line) =>
      isObject(line) ? { ...line, sku_display_status: 117 } : line,
    );
  }
  return drifted;
}

/** A page of orders as a careless release would send it: renamed, retyped, added to and partly broken. */
export function drift(rows: readonly JsonObject[], offset: number): Json[] {
  const sent: Json[] = rows.map((row, index) => driftRow(row, offset + index));
  if (sent.length < 3) return sent;
  const last = sent.length - 1;
  if ((offset / Math.max(1, rows.length)) % 2 < 1) {
    sent[last] = 'order unavailable';
    return sent;
  }
  const { main_order_id, trade_order_id_mapper, ...anonymous } = rows[last] ?? {};
  sent[last] = { ...anonymous, order_number: main_order_id, lines: trade_order_id_mapper };
  return sent;
}
