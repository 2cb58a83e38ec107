import type { Json, JsonObject } from '../types.ts';

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(value: JsonObject, key: string): JsonObject {
  const inner = value[key];
  return isObject(inner) ? inner : {};
}

function isoText(value: Json | undefined): string {
  return new Date(Number(value) * 1000).toISOString();
}

function driftCard(card: Json, index: number): Json {
  if (!isObject(card)) return card;
  const drifted: JsonObject = { ...card, insurance_card: { plan: 'basic', covered: [1, 2, 3] } };
  const info = child(card, 'order_info');
  const date = child(info, 'order_date');
  const [entry] = Array.isArray(date['data_list']) ? date['data_list'] : [];
  if (index % 3 === 0 && isObject(entry)) {
    const data_list = [{ ...entry, data: isoText(entry['data']) }];
    drifted['order_info'] = { ...info, order_date: { ...date, data_list } };
  }
  if (index === 1) {
    const title = { template: 'Handed to a courier partner', data_list: [] };
    drifted['status'] = { ...child(card, 'status'), title };
  }
  return drifted;
}

/** A list as a careless release would send it: added to, retyped, reworded, its last entry broken. */
export function driftList(data: JsonObject): JsonObject {
  const list = child(data, 'list_order_items');
  const cards = Array.isArray(list['orders']) ? list['orders'].map(driftCard) : [];
  if (cards.length > 2) cards[cards.length - 1] = 'order unavailable';
  return { list_order_items: { ...list, orders: cards } };
}

/** A detail as a careless release would send it: the total renamed, its times written as dates. */
export function driftDetail(data: JsonObject): JsonObject {
  const info = child(data, 'order_info');
  const { total, total_bill_item, ...price } = child(info, 'price');
  const form = child(info, 'info_form');
  const rows = Array.isArray(form['info_list']) ? form['info_list'] : [];
  const info_list = rows.map((row) =>
    isObject(row) && row['type'] === 2 ? { ...row, value: isoText(row['value']) } : row,
  );
  const order_info = {
    ...info,
    info_form: { ...form, info_list },
    price: { ...price, grand_total: total, grand_total_item: total_bill_item },
  };
  return { ...data, order_info, insurance_card: { plan: 'basic' } };
}
