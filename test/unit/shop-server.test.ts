import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUrl, ask, askData, askPlain, idsOf, listPath } from '../shop/client.ts';
import { isTikTokHost } from '../shop/markets.ts';
import { type Shop, startShop } from '../shop/server.ts';
import { orderStatus } from '../shop/status.ts';
import type { JsonObject, Market, TrueOrder } from '../shop/types.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const ALL: readonly Market[] = ['US', 'VN', 'ID', 'BR', 'XB'];

describe('the server', () => {
  let shop: Shop;

  beforeAll(async () => {
    const shops = ALL.map((market) => ({ market, orders: 70 }));
    shop = await startShop({ shops, seed: 3, now: NOW, slowMs: 60 });
  });

  afterAll(() => shop.close());

  const listed = (market: Market, body?: unknown) => askData(shop, market, listPath(market), body);

  it('pages by cursor and by offset, each order exactly once', async () => {
    const expected = shop.orders('VN').map((order) => order.id);
    const byCursor: string[] = [];
    let cursor: unknown = '';
    do {
      const data: JsonObject = await listed('VN', { count: 20, pagination_type: 1, search_cursor: cursor });
      byCursor.push(...idsOf(data));
      cursor = data['search_next_cursor'];
    } while (cursor);
    expect(byCursor).toEqual(expected);
    const byOffset: string[] = [];
    for (const offset of [0, 20, 40, 60]) byOffset.push(...idsOf(await listed('VN', { count: 20, offset })));
    expect(byOffset).toEqual(expected);
  });

  it('honours the tab, the id and the bodyless first view', async () => {
    const tab = (value: string) => ({
      search_condition: { condition_list: { search_tab: { value: [value] } } },
    });
    const parts = await Promise.all(
      ['101', '102', '103', '104'].map((value) => listed('US', { ...tab(value), count: 100 })),
    );
    const unpaid = shop.orders('US').filter((order) => orderStatus(order) === 100).length;
    expect(parts.flatMap(idsOf)).toHaveLength(70 - unpaid);
    expect(idsOf(await listed('US'))).toEqual(
      shop
        .orders('US')
        .slice(0, 20)
        .map((order) => order.id),
    );
    const id = shop.orders('US')[33]?.id;
    const search = { search_condition: { condition_list: { main_order_id: { value: [id] } } } };
    expect(idsOf(await listed('US', search))).toEqual([id]);
  });

  it('answers detail, history, logistics and counts', async () => {
    const order = shop.orders('US').find((known) => orderStatus(known) === 121) as TrueOrder;
    const post = (path: string, body: unknown) => askData(shop, 'US', path, body);
    const got = await post('/api/fulfillment/na/order/get', { main_order_id: [order.id] });
    expect(got).toMatchObject({ main_order: [{ main_order_id: order.id }] });
    const told = await post('/api/v1/fulfillment/na/order/history', { main_order_id: order.id });
    expect(told).toHaveProperty('order_history.0.timestamp', (order.history[0]?.at ?? 0) / 1000);
    const counts = await post('/api/fulfillment/na/order/search_count', { search_key_list: ['100', '101'] });
    expect(counts).toHaveProperty('count_map.100', 70);
    const path = '/api/v1/fulfillment/na/logistic_detail/list';
    const tracks = async (id = '') =>
      JSON.parse((await ask(shop, apiUrl('US', path, `fp=shop-page&main_order_id=${id}`))).text).data;
    expect((await tracks(order.id)).package_list[0].logistic_detail.track_list[0].title).toBe('In transit');
    const waiting = shop.orders('US').find((known) => known.packages[0]?.tracks.length === 0);
    expect(await tracks(waiting?.id)).toEqual({});
  });

  it('answers cross-border calls cross-origin with credentials, and the page host with the app', async () => {
    const origin = 'https://seller.tiktokshopglobalselling.com';
    const url = apiUrl('XB', '/api/fulfillment/order/list');
    const flight = await ask(shop, url, { method: 'OPTIONS', headers: { origin } });
    expect(flight.status).toBe(204);
    const answer = await ask(shop, url, { method: 'POST', headers: { origin } });
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
    expect(answer.headers['access-control-allow-credentials']).toBe('true');
    const stranger = await ask(shop, url, { method: 'POST', headers: { origin: 'https://example.org' } });
    expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
    const page = await ask(shop, `${origin}/api/fulfillment/order/list?fp=shop-page`);
    expect(page.text).toContain('<div id="root">');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('plays its modes', async () => {
    const url = apiUrl('BR', '/api/fulfillment/order/list');
    const inMode = async (mode: Parameters<Shop['setMode']>[0]) => {
      shop.setMode(mode);
      const answer = await ask(shop, url, { method: 'POST' });
      shop.setMode('ok');
      return answer;
    };
    expect(JSON.parse((await inMode('session-expired')).text).code).toBe(98001002);
    expect(JSON.parse((await inMode('captcha')).text).code).toBe(10000);
    const broken = await inMode('broken-json');
    expect(() => JSON.parse(broken.text)).toThrow();
    const start = performance.now();
    await inMode('slow');
    expect(performance.now() - start).toBeGreaterThan(50);
    expect((await inMode('drifted')).text).toContain('grand_total_amount');
  });

  it('tells its own requests, others and foreign hosts apart', async () => {
    const before = shop.unexpected().length;
    await ask(shop, shop.pageUrl('US'), { headers: { 'sec-fetch-mode': 'navigate' } });
    await ask(shop, 'https://seller-us.tiktok.com/static/app.js');
    expect(shop.unexpected()).toHaveLength(before);
    await ask(shop, apiUrl('US', '/api/fulfillment/na/order/list', 'aid=4068'), { method: 'POST' });
    await ask(shop, 'https://seller-uk.tiktok.com/order');
    expect(
      shop
        .unexpected()
        .slice(before)
        .map((request) => request.host),
    ).toEqual(['seller-us.tiktok.com', 'seller-uk.tiktok.com']);
    expect((await ask(shop, 'https://example.org/')).status).toBe(404);
    expect(shop.foreignHosts()).toEqual(['example.org']);
    expect(isTikTokHost('nottiktok.com')).toBe(false);
    expect(await askPlain(shop, 'http://seller.tiktok.com/beacon?fp=other')).toBe(502);
    expect(shop.unexpected().at(-1)).toMatchObject({ host: 'seller.tiktok.com', path: '/beacon' });
  });

  it('lets orders change', () => {
    const find = (status: number): string =>
      shop.orders('BR').find((order) => orderStatus(order) === status && order.returns.length === 0)?.id ??
      '';
    const known = (id: string) => shop.expected('BR', 'all').find((order) => order.id === id);
    const id = find(111);
    shop.mutate('BR', id, 'ship');
    expect(known(id)).toMatchObject({ status: 'IN_TRANSIT', stage: 'shipped' });
    expect(known(id)?.packages[0]?.trackingNumber).toBeTruthy();
    shop.mutate('BR', id, 'deliver');
    expect(known(id)).toMatchObject({ status: 'DELIVERED' });
    shop.mutate('BR', id, 'refund');
    expect(known(id)).toMatchObject({ stage: 'returned' });
    const unpaid = find(100);
    shop.mutate('BR', unpaid, 'pay');
    expect(known(unpaid)).toMatchObject({ status: 'AWAITING_SHIPMENT' });
    shop.mutate('BR', unpaid, 'cancel');
    expect(known(unpaid)).toMatchObject({ status: 'CANCELLED' });
    expect(() => shop.mutate('BR', '1', 'ship')).toThrow('No order 1');
  });
});
