import { expect } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Reading } from '../../lib/sources/source.ts';

/** The order that the answers are about, and when they were seen. */
export const ID = '577100200300400500';
export const SEEN_AT = Date.UTC(2026, 10, 21, 5);

/** What the sources read of a buyer's answer with such data; every order fits the model. */
export function read(path: string, dynamic_data: unknown, request: unknown = null): Reading {
  const url = new URL(`https://www.tiktok.com/api/v1/${path}`);
  const owner = { role: 'buyer', account: 'acc_wren', market: null } as const;
  const source = findSource(url);
  const reading = source?.read({ url, request, body: { code: 0, dynamic_data }, owner, seenAt: SEEN_AT });
  if (!reading) throw new Error(`Nobody reads ${path}`);
  for (const order of reading.orders) expect(Order.safeParse(order).error).toBeUndefined();
  return reading;
}

/** What is read of an answer about one order. */
export const detail = (data: object, query = `?carrier_region=US&main_order_id=${ID}`) =>
  read(`aftersale/order_detail/get${query}`, data);
/** The order of such an answer. */
export const orderOf = (data: object) => detail(data).orders[0];
/** A text as the answers have it: a template and what fills its places. */
export const text = (template: string, ...data_list: { type: number; data: string }[]) => ({
  template,
  data_list,
});
/** A product as the answers have it. */
export const sku = (skuId: string, price: string, count: number) => ({
  sku_id: skuId,
  product_name: `Product ${skuId}`,
  price: { real_price: { price_str: price } },
  sku_amount: count,
});
/** The rows of a bill with a total of $30.00. */
export const bill = (...rows: [string, string][]) => ({
  order_info: {
    price: {
      bill_items: rows.map(([item_name, price_str]) => ({ item_name, item_price: { price_str } })),
      total: { price_str: '$30.00' },
    },
  },
});
