// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { findCards, listEntries, matchCards } from '../../components/overlay/buyer/cards.ts';
import { findPlace, findTitle, orderIdOfPage } from '../../components/overlay/buyer/places.ts';
import { listPartOf } from '../../entrypoints/buyer.content/list-part.ts';
import { isAnswerOf, readPage, userIdOf } from '../../entrypoints/buyer.content/page.ts';

afterEach(() => {
  document.body.replaceChildren();
});

interface Fake {
  id: unknown;
  shop?: string;
  at?: number;
  products?: string[];
}
const MARCH_17 = new Date(2026, 2, 17, 11).getTime() / 1000;
const MUG: Fake = { id: '577000000000000001', shop: 'Clay & Co', at: MARCH_17, products: ['Mug', 'Bowl'] };

const entryOf = ({ id, shop = 'Clay & Co', at = MARCH_17, products = ['Mug'] }: Fake) => ({
  items: [
    {
      main_order_id: id,
      seller_info: { name: shop },
      skus: products.map((name) => ({ product_name: name })),
    },
  ],
  order_info: { order_date: { template: 'Ordered on {{t}}', data_list: [{ type: 2, data: String(at) }] } },
});
const bodyOf = (...fakes: Fake[]) => ({
  code: 0,
  dynamic_data: { list_order_items: { orders: fakes.map(entryOf) } },
});

/** Draws cards as the page does: no id in them. */
function draw(...fakes: Fake[]): void {
  for (const { shop = 'Clay & Co', at = MARCH_17, products = ['Mug'] } of fakes) {
    const card = document.createElement('div');
    card.className = 'flex flex-col gap-12 p-16 rounded-6 cursor-pointer shadow';
    const day = new Date(at * 1000).toLocaleDateString('en-US', { month: 'short', day: 'numeric' });
    const add = (className: string, text: string) => {
      const box = document.createElement('div');
      box.className = className;
      box.textContent = text;
      card.append(box);
      return box;
    };
    add('H4-Semibold text-color-UIText1', shop);
    add('P3-Regular text-color-UIText2', `Ordered on ${day}`);
    add('H4-Bold text-color-UIText1', 'Delivered');
    for (const product of products) {
      const image = document.createElement('img');
      image.alt = product;
      add('w-80 h-80', '').append(image);
    }
    add('flex justify-end', '').append(document.createElement('button'));
    document.body.append(card);
  }
}
const matched = (...fakes: Fake[]) =>
  matchCards(findCards(document), listEntries(bodyOf(...fakes))).map(({ card, orderId }) => [
    findCards(document).findIndex(({ element }) => element === card.element),
    orderId,
  ]);

describe('cards and orders', () => {
  const other: Fake = { id: '577000000000000002', shop: 'Loom', products: ['Lamp'] };

  it('match by shop, day and products', () => {
    draw(MUG, other);
    expect(matched(MUG, other)).toEqual([
      [0, '577000000000000001'],
      [1, '577000000000000002'],
    ]);
  });

  it('that look alike go by their order', () => {
    const twin = { ...MUG, id: '577000000000000003' };
    draw(MUG, other, twin);
    expect(matched(MUG, other, twin)).toContainEqual([2, '577000000000000003']);
  });

  it('match nothing where it is not certain', () => {
    const twin = { ...MUG, id: '577000000000000003' };
    draw(MUG, twin, other);
    expect(matched(MUG, other)).toEqual([[2, '577000000000000002']]);
    expect(matched({ ...other, at: MARCH_17 - 86_400 })).toEqual([]);
    expect(matched({ ...other, products: ['Lamp', 'Bulb'] })).toEqual([]);
    expect(matched({ ...other, shop: 'Looms' })).toEqual([]);
  });

  it.each([577_000_000_000_000, null, undefined, '57', {}, '57700000000000000x'])(
    'never by the id %j',
    (id) => {
      expect(listEntries(bodyOf({ ...MUG, id }))).toEqual([]);
    },
  );

  it.each([null, 7, 'x', [], { dynamic_data: { list_order_items: { orders: [null, 7, { items: 'x' }] } } }])(
    'come out of %j as nothing',
    (body) => {
      expect(listEntries(body)).toEqual([]);
    },
  );
});

describe('an answer of the list', () => {
  const url = 'https://www.tiktok.com/api/v1/aftersale/list_order/get?aid=1233';
  const bodyText = JSON.stringify(bodyOf(MUG));
  const ask = (fields: object) => JSON.stringify({ req: [{ list_order_req: { tab: 0, ...fields } }] });

  it('is the first page, or one that follows', () => {
    expect(listPartOf({ url, requestText: ask({}), bodyText })).toMatchObject({
      isFirst: true,
      entries: [{}],
    });
    expect(listPartOf({ url, requestText: ask({ index: 'MTA' }), bodyText }).isFirst).toBe(false);
    expect(listPartOf({ url: `${url}&index=10`, requestText: '', bodyText }).isFirst).toBe(false);
  });

  it('that is none, or no JSON, adds nothing', () => {
    const detail = 'https://www.tiktok.com/api/v1/aftersale/order_detail/get?main_order_id=5';
    for (const captured of [
      { url: detail, requestText: '', bodyText },
      { url, requestText: '', bodyText: '{' },
    ])
      expect(listPartOf(captured)).toEqual({ entries: [], isFirst: false });
  });
});

describe('places on the page', () => {
  it('tells an order’s page by its address', () => {
    const idOf = (address: string) => orderIdOfPage(new URL(address, 'https://www.tiktok.com'));
    expect(idOf('/shop/order_detail?source=x&main_order_id=577000000000000001')).toBe('577000000000000001');
    expect(idOf('/shop/order_detail?main_order_id=5')).toBeNull();
    expect(idOf('/shop/order_list?main_order_id=577000000000000001')).toBeNull();
  });

  it('finds the row of a card’s buttons and the row of a title', () => {
    draw(MUG);
    const [card] = findCards(document);
    expect(card && findPlace(card.element)?.className).toBe('flex justify-end');
    expect(findTitle(document)).toBeNull();
  });
});

describe('the page itself', () => {
  it('is read as an answer of its own address', () => {
    draw(MUG);
    const page = readPage(document, '/shop/order_list');
    expect(page).toMatchObject({ url: 'https://www.tiktok.com/shop/order_list#dom', requestText: '' });
    expect(JSON.parse(page?.bodyText ?? '').cards).toHaveLength(1);
    expect(
      readPage(document, '/feedback/view/fe_tiktok_ecommerce_in_web/order_list/index.html'),
    ).not.toBeNull();
  });

  it('is not read where it shows no order, nor elsewhere', () => {
    expect(readPage(document, '/shop/order_list')).toBeNull();
    expect(readPage(document, '/shop/order_detail')).toBeNull();
    draw(MUG);
    expect(readPage(document, '/shop/cart')).toBeNull();
  });

  it.each([
    ['/shop/order_list', '/api/v1/aftersale/list_order/get?x=1', true],
    ['/shop/order_list', '/api/v1/trade/list_order/get', true],
    ['/shop/order_list', '/api/v1/aftersale/order_detail/get?x', false],
    ['/shop/order_detail', '/api/v1/aftersale/order_detail/get?x', true],
    ['/shop/order_detail', '/api/v1/shop/logistics_detail/get', false],
    ['/shop/cart', '/api/v1/aftersale/list_order/get', false],
  ])('%s has %s answered: %s', (path, url, isIts) => {
    expect(isAnswerOf(path, `https://www.tiktok.com${url}`)).toBe(isIts);
  });

  it('tells who is signed in, or nothing', async () => {
    expect(await userIdOf(document)).toBeUndefined();
    const data = document.createElement('script');
    data.id = '__MODERN_ROUTER_DATA__';
    data.type = 'application/json';
    data.textContent = JSON.stringify({
      loaderData: { page: { basic_info: { user_id: '7478689000000000001' } } },
    });
    document.body.append(data);
    expect(await userIdOf(document)).toBe('7478689000000000001');
  });
});
