import { describe, expect, it } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Reading } from '../../lib/sources/source.ts';

const ID = '577100200300400500';
const SEEN_AT = Date.UTC(2026, 10, 21, 5);

function read(path: string, dynamic_data: unknown, request: unknown = null): Reading {
  const url = new URL(`https://www.tiktok.com/api/v1/${path}`);
  const owner = { role: 'buyer', account: 'acc_wren', market: null } as const;
  const source = findSource(url);
  const reading = source?.read({ url, request, body: { code: 0, dynamic_data }, owner, seenAt: SEEN_AT });
  if (!reading) throw new Error(`Nobody reads ${path}`);
  for (const order of reading.orders) expect(Order.safeParse(order).error).toBeUndefined();
  return reading;
}

const detail = (data: object, query = `?carrier_region=US&main_order_id=${ID}`) =>
  read(`aftersale/order_detail/get${query}`, data);
const orderOf = (data: object) => detail(data).orders[0];
const text = (template: string, ...data_list: { type: number; data: string }[]) => ({ template, data_list });
const sku = (skuId: string, price: string, count: number) => ({
  sku_id: skuId,
  product_name: `Product ${skuId}`,
  price: { real_price: { price_str: price } },
  sku_amount: count,
});
const card = (title: string, link?: string) => ({
  skus: [{ product_name: 'Ink Set' }],
  title: text(title),
  link: link && `aweme://webview?main_order_id=${ID}&reverse_main_order_id=${link}`,
});
const bill = (...rows: [string, string][]) => ({
  order_info: {
    price: {
      bill_items: rows.map(([item_name, price_str]) => ({ item_name, item_price: { price_str } })),
      total: { price_str: '$30.00' },
    },
  },
});

describe('the id of a detail', () => {
  const rows = { order_info: { info_form: { info_list: [{ key: 'Order ID', value: ID, type: 3 }] } } };

  it('is the one that the page asked for, else the one that it shows', () => {
    expect(detail({}, '?main_order_id=577000000000000001').orders[0]?.id).toBe('577000000000000001');
    expect(detail(rows, '').orders[0]?.id).toBe(ID);
    expect(detail({}, '')).toMatchObject({ orders: [], brokenCount: 1 });
  });
});

describe('the parcels of a detail', () => {
  const track = (pkgId: string) => ({
    name: 'track_package',
    link: `aweme://webview?url=https%3A%2F%2Fexample.org%2Findex.html&main_order_id=${ID}&pkg_id=${pkgId}&type=1`,
  });
  const numberLine = (words: string, data: string) => text(`${words}{{n}}`, { type: 7, data });

  it('is one with the number of the whole order where the page has no parcels', () => {
    const status = { title: text('In transit'), subtitles: [numberLine('', '1Z0000000000000001')] };
    const order = orderOf({ order_status_card: { status, button: [track('1153000000000000001')] } });
    expect(order?.packages).toMatchObject([
      { id: '1153000000000000001', trackingNumber: '1Z0000000000000001' },
    ]);
    expect(order?.packages).toHaveLength(1);
  });

  it.each([
    ['USPS ', 'USPS'],
    ['UPS tracking number: ', 'UPS'],
    ['Shipped via Royal Mail · ', 'Royal Mail'],
    ['Tracking number: ', null],
    ['', null],
  ])('has the carrier of %j', (words, carrier) => {
    const package_status_card = { title: text('In transit'), subtitles: [numberLine(words, 'AB123456789')] };
    const order = orderOf({ items_card: { card_type: 2, package_cards: [{ package_status_card }] } });
    expect(order?.packages[0]).toMatchObject({ trackingNumber: 'AB123456789', carrier });
  });

  it('takes no id of the order or the parcel for a tracking number', () => {
    const parcelOf = (number: string) => ({
      package_status_card: { subtitles: [numberLine('', number)], button: [track('1153000000000000001')] },
    });
    const order = orderOf({
      items_card: {
        card_type: 2,
        package_cards: [parcelOf(ID), parcelOf('1153000000000000001'), parcelOf('LX1')],
      },
    });
    expect(order?.packages.map(({ trackingNumber }) => trackingNumber)).toEqual([null, null, 'LX1']);
  });

  it('counts a product that was split over parcels once, with all of its pieces', () => {
    const package_cards = [
      { skus: [sku('1', '$5.00', 1), sku('2', '$4.00', 1)] },
      { skus: [sku('1', '$5.00', 2)] },
    ];
    const order = orderOf({ items_card: { card_type: 2, package_cards } });
    expect(order?.items.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
      ['1', 3],
      ['2', 1],
    ]);
    expect(order?.packages).toMatchObject([
      { items: [{ skuId: '1', quantity: 1 }, { skuId: '2' }] },
      { items: [{ skuId: '1', quantity: 2 }] },
    ]);
  });
});

describe('the money of a detail', () => {
  const items = (...skus: object[]) => ({ items_card: { card_type: 1, main_order_cards: [{ skus }] } });

  it('multiplies a price only where the products add up to the subtotal', () => {
    const skus = items(sku('1', '$5.00', 3), sku('2', '$9.00', 1));
    expect(orderOf({ ...skus, ...bill(['Subtotal', '$24.00']) })?.items).toMatchObject([
      { total: 1500 },
      { total: 900 },
    ]);
    expect(orderOf({ ...skus, ...bill(['Subtotal', '$14.00']) })?.items).toMatchObject([
      { total: null },
      { total: 900 },
    ]);
    expect(orderOf(skus)?.items).toMatchObject([{ total: null }, { total: 900 }]);
  });

  it('keeps rows that nobody knows, and adds up rows of one kind', () => {
    const order = orderOf(
      bill(
        ['Seller discount', '-$2.00'],
        ['Shop coupon', '-$1.50'],
        ['TikTok Shop discount', '-$3.00'],
        ['Gift wrap', '$4.00'],
      ),
    );
    expect(order?.amounts).toMatchObject({
      total: 3000,
      sellerDiscount: 350,
      platformDiscount: 300,
      items: null,
      tax: null,
    });
    expect(order?.billItems).toContainEqual({ label: 'Gift wrap', amount: 400 });
  });

  it('leaves an amount unknown that can’t be read, and says where', () => {
    const { orders, misses } = detail(
      bill(['Seller discount', '-$2.00'], ['Shop coupon', 'some'], ['Sales tax', '€1.00']),
    );
    expect(orders[0]?.amounts).toMatchObject({ sellerDiscount: null, tax: null });
    expect(misses).toContainEqual({
      path: 'order_detail.order_info.price.bill_items[].item_price.price_str',
      expected: 'amount',
      got: 'string',
    });
    // Euros are no part of an order in dollars.
    expect(misses).toContainEqual(expect.objectContaining({ expected: 'currency' }));
  });

  it('has the currency that its amounts name, whatever region the page asked for', () => {
    const order = orderOf({ order_info: { price: { total: { price_str: '₫23.300' } } } });
    expect(order).toMatchObject({ currency: 'VND', amounts: { total: 23_300 } });
  });
});

describe('the refunds of a detail', () => {
  const refund = (right_title: string, ...reverse_info_cards: object[]) => ({
    refund_info: { title: 'Refund', right_title, reverse_info_cards },
  });

  it('have the page’s amount where there is one of them', () => {
    const order = orderOf(refund('$8.50', card('Refund issued', '4035000000000000001')));
    expect(order?.amounts.refunded).toBe(850);
    expect(order?.returns).toMatchObject([
      {
        id: '4035000000000000001',
        type: 'REFUND',
        status: 'COMPLETE',
        amount: 850,
        received: 850,
        itemNames: ['Ink Set'],
      },
    ]);
  });

  it('share it unknown where there are more, and count only when all are done', () => {
    const done = refund('$8.50', card('Refund issued', '1'), card('Refund issued', '2'));
    expect(orderOf(done)).toMatchObject({
      amounts: { refunded: 850 },
      returns: [{ amount: null }, { amount: null }],
    });
    const half = refund('$8.50', card('Refund issued', '1'), card('Refund processing', '2'));
    expect(orderOf(half)).toMatchObject({
      amounts: { refunded: null },
      returns: [{}, { status: 'PENDING', received: null }],
    });
  });

  it.each([
    ['Refund request rejected', 'REJECTED', 'REFUND'],
    ['Return in progress', 'PENDING', 'RETURN_AND_REFUND'],
    ['Refund will be issued soon', 'PENDING', 'REFUND'],
    ['Return request canceled', 'CLOSED', 'RETURN_AND_REFUND'],
    ['Zurückgestellt', 'Zurückgestellt', 'REFUND'],
  ])('%j is %s', (title, status, type) => {
    const order = orderOf(refund('$8.50', card(title, '1')));
    expect(order?.returns).toMatchObject([{ status, type, amount: 850, received: null }]);
    expect(order?.amounts.refunded).toBeNull();
  });

  it('without an id count as money only, and are said', () => {
    const { orders, misses } = detail(refund('$8.50', card('Refund issued')));
    expect(orders[0]).toMatchObject({ returns: [], amounts: { refunded: 850 } });
    expect(misses.map(({ expected }) => expected)).toContain('reverse_main_order_id');
  });
});

describe('what can’t go back', () => {
  const tip = (template: string) => ({
    items_card: { aftersale_tips: { texts_with_link: [{ text: text(template) }] } },
  });

  it('is told by the page’s own words, else by the button to return it', () => {
    expect(orderOf(tip('Final sale items cannot be returned'))?.isFinalSale).toBe(true);
    expect(orderOf(tip('Get support with our '))?.isFinalSale).toBeNull();
    expect(
      orderOf({ items_card: { button: [{ name: 'request_return', text: 'Return' }] } })?.isFinalSale,
    ).toBe(false);
  });
});

describe('a card of the list', () => {
  const entry = (id: string | null, ...names: string[]) => ({
    ...(id === null ? {} : { main_order_id: id }),
    seller_info: { name: 'Quill Harbour' },
    skus: names.map((product_name) => ({ product_name })),
  });
  const list = (...items: object[]) =>
    read('aftersale/list_order/get', {
      list_order_items: { orders: [{ items, status: { title: text('To ship') } }] },
    });

  it('is one order, with the products of entries that have no id of their own', () => {
    const { orders } = list(
      entry('577000000000000001', 'Ink'),
      entry(null, 'Pen'),
      entry('577000000000000001', 'Nib'),
    );
    expect(orders.map(({ id, items }) => [id, items.map(({ name }) => name)])).toEqual([
      ['577000000000000001', ['Ink', 'Pen', 'Nib']],
    ]);
  });

  it('is several where entries have ids of their own', () => {
    const { orders } = list(entry('577000000000000001', 'Ink'), entry('577000000000000002', 'Pen'));
    expect(orders.map(({ id, status }) => [id, status])).toEqual([
      ['577000000000000001', 'AWAITING_SHIPMENT'],
      ['577000000000000002', 'AWAITING_SHIPMENT'],
    ]);
  });

  it('is none without an id, and counted', () => {
    const { orders, brokenCount, misses } = list(entry(null, 'Ink'));
    expect({ orders, brokenCount }).toEqual({ orders: [], brokenCount: 1 });
    expect(misses).toEqual([{ path: 'orders[].items[].main_order_id', expected: 'id', got: 'absent' }]);
  });
});
