import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuyerKind } from '../shop/buyer/types.ts';
import { type Answer, ask } from '../shop/client.ts';
import { type Shop, startShop } from '../shop/server.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const QUERY = 'app_language=en&locale=en&aid=1233&version_code=31.8.0&carrier_region=US&fp=shop-page';
const LIST = '/api/v1/aftersale/list_order/get';
const DETAIL = '/api/v1/aftersale/order_detail/get';

describe('the buyer’s pages', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await startShop({ shops: [], buyerOrders: 45, seed: 3, now: NOW, slowMs: 60 });
  });

  afterAll(() => shop.close());

  const get = (path: string, query = ''): Promise<Answer> =>
    ask(shop, shop.buyer.pageUrl(`${path}?${QUERY}${query}`));
  const post = (path: string, body: unknown): Promise<Answer> =>
    ask(shop, shop.buyer.pageUrl(`${path}?${QUERY}`), { method: 'POST', body });
  const list = (index?: string): Promise<Answer> => {
    const list_order_req = { tab: 0, filter: [{ status: 0 }], cursor: 0, size: 10, index };
    return post(LIST, { req: [{ component_type: 4, list_order_req }] });
  };
  const opened = (answer: Answer) => JSON.parse(answer.text).dynamic_data;
  const oneOf = (kind: BuyerKind) => {
    const found = shop.buyer.orders.find((order) => order.kind === kind);
    if (!found) throw new Error(`No order is ${kind}`);
    return found;
  };
  const detailOf = async (kind: BuyerKind) =>
    opened(await get(DETAIL, `&main_order_id=${oneOf(kind).id}&api_version=12`));

  it('are documents with the title, the user’s id and a strict policy', async () => {
    const page = await ask(shop, shop.buyer.pageUrl('/shop/order_detail?main_order_id=5&source=</script>'));
    expect(page.text).toContain('<title>Tiktok Shop - Orders</title>');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const json = /id="__MODERN_ROUTER_DATA__">(.*)<\/script>/.exec(page.text)?.[1] ?? '';
    const data = JSON.parse(json).loaderData['shop/order_detail/page'];
    expect(data.basic_info.user_id).toBe(shop.buyer.userId);
    expect(data.route_info.page_name).toBe('ecommerce_orderdetail');
    expect(json).not.toContain('<');
    expect(json).not.toContain(shop.buyer.orders[0]?.id);
  });

  it('have their files and pictures, and nothing else', async () => {
    for (const name of ['page.js', 'list.js', 'mssdk.js', 'buyer.css'])
      expect((await get(`/static/buyer/${name}`)).status).toBe(200);
    expect((await get('/static/img/abc.svg')).headers['content-type']).toBe('image/svg+xml');
    expect((await get('/static/buyer/..%2Fapi.ts')).status).toBe(404);
  });

  it('page through the list by index, and answer the older route', async () => {
    const first = opened(await list()).list_order_items;
    expect(first.orders).toHaveLength(10);
    const second = opened(await list(first.next_index)).list_order_items;
    expect(second.orders[0].items[0].main_order_id).not.toBe(first.orders[0].items[0].main_order_id);
    const older = opened(await get('/api/v1/trade/list_order/get', '&cursor=0&tab=0&size=10'));
    expect(older.list_order_items).toEqual(first);
  });

  it('count down for an unpaid order, in whole seconds of the shop’s clock', async () => {
    const { order_status_card: card } = await detailOf('unpaid');
    const [entry] = card.status.subtitles[0].data_list;
    const until = (oneOf('unpaid').autoCancelAt ?? 0) / 1000;
    expect(entry.type).toBe(3);
    expect(Math.abs(NOW / 1000 + Number(entry.data) - until)).toBeLessThan(60);
  });

  it('tell a carrier and a number as a text and a copy text', async () => {
    const { items_card: card } = await detailOf('in-transit');
    const [subtitle] = card.package_cards[0].package_status_card.subtitles;
    expect(subtitle.data_list.map(({ type }: { type: number }) => type)).toEqual([1, 7]);
    expect(subtitle.data_list[1].data).toBe(oneOf('in-transit').parcels[0]?.trackingNumber);
  });

  it('write every state’s page with its own parts', async () => {
    expect((await detailOf('completed')).items_card.card_type).toBe(1);
    expect((await detailOf('parcels-completed')).items_card.package_cards).toHaveLength(2);
    expect((await detailOf('refund-pending')).refund_info.reverse_info_cards[0].title.template).toBe(
      'Refund processing',
    );
    const returning = (await detailOf('returning')).refund_info.reverse_info_cards[0];
    expect(returning.link).toContain('reverse_main_order_id=4035');
    expect(returning.subtitle.data_list[1].type).toBe(7);
    expect((await detailOf('unpaid')).refund_info).toBeUndefined();
    expect(JSON.stringify(await detailOf('final-sale'))).toContain('Final sale');
    expect(opened(await get(DETAIL, '&main_order_id=1'))).toEqual({});
  });

  it('track a parcel and list those of an order', async () => {
    const { id, parcels } = oneOf('parcels-partly-delivered');
    const query = `&main_order_id=${id}&pkg_id=${parcels[0]?.id}&type=1`;
    const parcel = opened(await get('/api/v1/shop/logistics_detail/get', query));
    expect(parcel.logistic_detail.track_list[0]).toMatchObject({ title: 'Delivered' });
    const all = opened(await post('/api/v1/shop/logistics_package_list/get', { main_order_id: id }));
    expect(all.package_list.map((one: { package_id: string }) => one.package_id)).toEqual(
      parcels.map((one) => one.id),
    );
    expect(opened(await get('/api/v1/shop/logistics_detail/get', `&main_order_id=${id}&pkg_id=1`))).toEqual(
      {},
    );
  });

  it('play the shop’s modes', async () => {
    const inMode = async <T>(mode: Parameters<Shop['setMode']>[0], run: () => Promise<T>) => {
      shop.setMode(mode);
      try {
        return await run();
      } finally {
        shop.setMode('ok');
      }
    };
    expect(JSON.parse((await inMode('session-expired', () => list())).text)).toEqual({ code: 40000 });
    expect((await inMode('captcha', () => list())).headers['bdturing-verify']).toBeTruthy();
    const broken = await inMode('broken-json', () => list());
    expect(() => JSON.parse(broken.text)).toThrow();
    const start = performance.now();
    await inMode('slow', () => list());
    expect(performance.now() - start).toBeGreaterThan(50);
    const { orders } = opened(await inMode('drifted', () => list())).list_order_items;
    expect(orders.at(-1)).toBe('order unavailable');
    expect(orders[0].order_info.order_date.data_list[0].data).toMatch(/^2026-/);
    expect(orders[1].status.title.template).toBe('Handed to a courier partner');
    const detail = opened(
      await inMode('drifted', () => get(DETAIL, `&main_order_id=${oneOf('completed').id}`)),
    );
    expect(detail.order_info.price.total).toBeUndefined();
    expect(detail.order_info.price.grand_total.price_str).toMatch(/^\$/);
  });

  it('let orders change', () => {
    const { orders, expected, mutate } = shop.buyer;
    const { id } = orders.find(({ kind, checkout }) => kind === 'unpaid' && !checkout) ?? { id: '' };
    const known = () => expected('all').find((order) => order.id === id);
    mutate(id, 'pay');
    expect(known()).toMatchObject({ status: 'AWAITING_SHIPMENT', paymentMethod: 'PayPal' });
    mutate(id, 'move');
    expect(known()?.shipTo).toContain('9 Juniper Court');
    mutate(id, 'ship');
    const before = known()?.packages[0]?.etaAt ?? 0;
    mutate(id, 'delay');
    expect(known()?.packages[0]?.etaAt).toBeGreaterThan(before);
    mutate(id, 'deliver');
    expect(known()).toMatchObject({ status: 'DELIVERED', isFinalSale: false });
    mutate(id, 'refund');
    expect(known()).toMatchObject({ stage: 'returned' });
    mutate(oneOf('to-ship').id, 'cancel');
    expect(() => mutate('1', 'ship')).toThrow('No order 1');
  });

  it('are their own requests, and a stranger’s are not', async () => {
    const before = shop.unexpected().length;
    await list();
    await ask(shop, shop.buyer.pageUrl(), { headers: { 'sec-fetch-mode': 'navigate' } });
    expect(shop.unexpected()).toHaveLength(before);
    await ask(shop, shop.buyer.pageUrl(`${LIST}?aid=1233`), { method: 'POST' });
    expect(shop.unexpected()).toHaveLength(before + 1);
  });

  it('are there only where a buyer was started', async () => {
    const without = await startShop({ shops: [] });
    expect((await ask(without, 'https://www.tiktok.com/shop/order_list')).status).toBe(404);
    expect(() => without.buyer).toThrow('No buyer');
    await without.close();
  });
});
