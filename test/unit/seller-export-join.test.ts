import { expect, it } from 'vitest';
import { diffOrders } from '../../lib/history/fields.ts';
import { readMainOrder } from '../../lib/sources/seller/main-order.ts';
import { csvOf, readFile, usRow } from '../fixtures/seller-export/build.ts';
import { mergeOrders } from '../history/build.ts';

const money = (value: string) => ({ price_val: value, currency: 'USD' });
const seconds = (iso: string) => String(Date.parse(iso) / 1000);

/** The order of `usRow`, as the order page tells it. */
const PAGE_ORDER = {
  main_order_id: '577100000000000101',
  trade_order_module: {
    create_time: seconds('2026-10-14T09:05:06-07:00'),
    payment_time: seconds('2026-10-14T09:06:00-07:00'),
    pay_method: 'Credit card',
  },
  order_status_module: [{ order_line_id: '577100000000000111', sku_display_status: 121 }],
  price_module: {
    grand_total: money('28.75'),
    sub_total: money('22.00'),
    shipping_fee: money('4.99'),
    taxes: money('1.76'),
    seller_discount_total: money('2.00'),
    platform_discount_total: money('1.00'),
  },
  sku_module: [
    {
      order_line_ids: ['577100000000000111'],
      product_id: '172900000000000001',
      sku_id: '172900000000000011',
      product_name: 'Enamel mug, "camp" blue',
      sku_name: 'Blue',
      seller_sku_name: 'MUG-BLUE',
      quantity: 2,
      sku_unit_price: money('12.50'),
      sku_total_price: money('22.00'),
    },
  ],
  fulfill_unit_id_mapper: [{ fulfill_unit_id: '1', package_id: '115200000000000021' }],
  delivery_module: [
    {
      fulfill_unit_id: '1',
      tracking_no: '9400100000000000000011',
      shipment_provider_info: { name: 'USPS' },
    },
  ],
  buyer_info_module: { buyer_nickname: 'p*******9' },
  note_module: { has_buyer_note: false },
};

it('contradicts nothing that the order page told, and adds what it alone tells', async () => {
  const owner = { role: 'seller', account: 'file:Corner shop', market: 'US' } as const;
  const { order: seen } = readMainOrder(PAGE_ORDER, owner, 'main_orders[]');
  const [exported] = (await readFile(csvOf([usRow()]))).orders;
  if (!seen || !exported) throw new Error('Nothing was read');
  const changes = diffOrders(seen, mergeOrders(seen, exported));
  expect(changes.filter((change) => change.old !== null).map(({ path }) => path)).toEqual([]);
  expect(changes.filter((change) => change.old === null).map(({ path }) => path)).toEqual([
    'shippedAt',
    'amounts.refunded',
    'isPreOrder',
  ]);
});

it('gives the same order whichever of the two came first', async () => {
  const owner = { role: 'seller', account: 'file:Corner shop', market: 'US' } as const;
  const { order: seen } = readMainOrder(PAGE_ORDER, owner, 'main_orders[]');
  const [exported] = (await readFile(csvOf([usRow()]))).orders;
  if (!seen || !exported) throw new Error('Nothing was read');
  seen.sources = [{ id: 'seller/order-list', seenAt: 1 }];
  expect(mergeOrders(seen, exported).amounts).toEqual(mergeOrders(exported, seen).amounts);
  expect(mergeOrders(seen, exported).items).toEqual(mergeOrders(exported, seen).items);
  expect(mergeOrders(seen, exported).packages).toEqual(mergeOrders(exported, seen).packages);
});
