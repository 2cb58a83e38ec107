import { describe, expect, it } from 'vitest';
import { bill, detail, ID, orderOf, read, sku, text } from './buyer-answers.ts';

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

  it.each([
    [['Shipping', '$5.00'], ['Shipping discount', '-$5.00'], 0],
    [['Shipping fee', '$5.00'], ['Shipping fee discount', '$2.00'], 300],
    [['Delivery discount', '-$5.00'], ['Sales tax', '$1.00'], null],
  ] as [[string, string], [string, string], number | null][])(
    'takes %j and %j as shipping of %j',
    (fee, discount, shipping) => {
      expect(orderOf(bill(fee, discount))?.amounts.shipping).toBe(shipping);
    },
  );

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

describe('what can’t go back', () => {
  const tips = (template: string) => ({ aftersale_tips: { texts_with_link: [{ text: text(template) }] } });
  const tip = (template: string) => ({ items_card: { card_type: 2, package_cards: [tips(template)] } });

  it('is told by the page’s own words, else by the button to return it', () => {
    expect(orderOf(tip('Final sale: no returns'))?.isFinalSale).toBe(true);
    expect(orderOf(tip('This item is non-returnable'))?.isFinalSale).toBe(true);
    expect(orderOf(tip('Not eligible for return'))?.isFinalSale).toBe(true);
    expect(orderOf(tip('Get support with our '))?.isFinalSale).toBeNull();
    expect(
      orderOf({ items_card: { button: [{ name: 'request_return', text: 'Return' }] } })?.isFinalSale,
    ).toBe(false);
  });
});

describe('what only sounds as if it can’t go back', () => {
  it.each([
    'Not returning it? Tell us',
    'Opened cosmetics cannot be returned',
    'Final sale items cannot be returned',
    'Free returns except final sale',
  ])('says nothing: %s', (template) => {
    const line = orderOf({ order_status_card: { order_desc: [text(template)] } });
    expect(line?.isFinalSale).toBeNull();
  });

  it('says nothing as a general tip below all goods', () => {
    const aftersale_tips = { texts_with_link: [{ text: text('Final sale: no returns') }] };
    expect(orderOf({ items_card: { card_type: 1, aftersale_tips } })?.isFinalSale).toBeNull();
  });
});

describe('how it was paid', () => {
  it.each([
    ['visa(4417)', 'visa'],
    ['Mastercard (••••4417)', 'Mastercard'],
    ['Visa ending in 4417', 'Visa'],
    ['Visa •••• 4417', 'Visa'],
    ['PayPal', 'PayPal'],
  ])('keeps no digits of the card: %s', (value, method) => {
    const info_form = { info_list: [{ key: 'Payment method', value, type: 1 }] };
    expect(orderOf({ order_info: { info_form } })?.paymentMethod).toBe(method);
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
