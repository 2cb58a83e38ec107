import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { OrderDetail } from '../../lib/sources/buyer/detail-schema.ts';
import { ListCard } from '../../lib/sources/buyer/order-list.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Reading } from '../../lib/sources/source.ts';
import { parseTolerant } from '../../lib/sources/tolerant.ts';
import { generateBuyerOrders } from '../shop/buyer/generator.ts';
import { detailData } from '../shop/buyer/wire-detail.ts';
import { listData } from '../shop/buyer/wire-list.ts';
import { logisticsData, packageListData } from '../shop/buyer/wire-logistics.ts';
import { DRIFTS, placesOf } from './mutate.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const API = 'https://www.tiktok.com/api/v1';
const ORDERS = generateBuyerOrders(40, 5, NOW);
const kinds = new Map(ORDERS.map((order) => [order.kind, order]));
const parcels = ORDERS.filter((order) => order.parcels.length > 0).slice(0, 4);
const firstParcel = (order: (typeof ORDERS)[number]) => order.parcels[0]?.id ?? '';

/** Every answer that the buyer's pages get, and its address. */
const ANSWERS: readonly (readonly [url: string, data: unknown])[] = [
  [`${API}/aftersale/list_order/get`, listData(ORDERS, { index: '', size: 8, now: NOW })],
  ...[...kinds.values()].map(
    (order) =>
      [`${API}/aftersale/order_detail/get?main_order_id=${order.id}`, detailData(order, NOW)] as const,
  ),
  ...parcels.flatMap((order) => [
    [
      `${API}/shop/logistics_detail/get?main_order_id=${order.id}&pkg_id=${firstParcel(order)}`,
      logisticsData(order, firstParcel(order)),
    ] as const,
    [`${API}/shop/logistics_package_list/get?main_order_id=${order.id}`, packageListData(order)] as const,
  ]),
];

function read(address: string, body: unknown, request: unknown = null): Reading {
  const url = new URL(address);
  const owner = { role: 'buyer', account: 'acc_wren', market: 'US' } as const;
  const source = findSource(url);
  if (!source) throw new Error(`Nobody reads ${url.pathname}`);
  return source.read({ url, request, body, owner, seenAt: NOW });
}

/** Orders that the history can keep, and misses without a value of the payload. */
function expectSound(reading: Reading): void {
  for (const order of reading.orders) expect(Order.safeParse(order).error?.issues ?? []).toEqual([]);
  for (const miss of reading.misses) {
    expect(miss.path).toMatch(/^[\w.[\]*]*$/);
    expect(`${miss.expected} ${miss.got}`).toMatch(/^[\w -]*$/);
  }
}

const answer = fc.constantFrom(...ANSWERS);
const drift = fc.constantFrom(...Object.values(DRIFTS));

describe('an answer that is not what it was', () => {
  it('is read as far as it goes, whatever one place has become', () => {
    fc.assert(
      fc.property(answer, drift, fc.nat(), ([url, data], change, at) => {
        const body = { code: 0, dynamic_data: data };
        const places = placesOf(body);
        const place = places[at % places.length];
        if (place) expectSound(read(url, change(body, place)));
      }),
      { numRuns: 1500 },
    );
  });

  it('is read as far as it goes, whatever several places have become', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(1e308, -1, '', '{{x}}', '9'.repeat(400)),
    );
    fc.assert(
      fc.property(
        answer,
        fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 8 }),
        ([url, data], changes) => {
          let body: unknown = { code: 0, dynamic_data: data };
          for (const [at, fresh] of changes) {
            const places = placesOf(body);
            const place = places[at % places.length];
            if (!place) continue;
            const copy = structuredClone(body);
            const holder = place.path
              .slice(0, -1)
              .reduce<unknown>((inner, key) => Reflect.get(inner as object, key), copy);
            Reflect.set(holder as object, place.path.at(-1) ?? '', fresh);
            body = copy;
          }
          expectSound(read(url, body));
        },
      ),
      { numRuns: 800 },
    );
  });

  it('loses one order at most by one odd card', () => {
    const data = listData(ORDERS, { index: '', size: 8, now: NOW }) as {
      list_order_items: { orders: unknown[] };
    };
    const whole = read(`${API}/aftersale/list_order/get`, { code: 0, dynamic_data: data }).orders.map(
      ({ id }) => id,
    );
    data.list_order_items.orders.forEach((_card, index) => {
      const odd = structuredClone(data);
      odd.list_order_items.orders[index] = 7;
      const reading = read(`${API}/aftersale/list_order/get`, { code: 0, dynamic_data: odd });
      expect(reading.brokenCount).toBe(1);
      const left = new Set(reading.orders.map(({ id }) => id));
      expect(whole.filter((id) => !left.has(id)).length).toBeLessThanOrEqual(3);
    });
  });

  it('never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (value) => {
        const input: unknown = JSON.parse(
          JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ??
            'null',
        );
        for (const schema of [OrderDetail, ListCard]) parseTolerant(schema, input, 'x');
        for (const [url] of ANSWERS.slice(0, 4)) expectSound(read(url, { code: 0, dynamic_data: input }));
        for (const page of ['order_list', 'order_detail'])
          expectSound(read(`https://www.tiktok.com/shop/${page}#dom`, input));
      }),
    );
  });

  it('is read the same way when it came off a page', () => {
    const facts = {
      cards: [{ orderId: '57|1', productNames: [3] }, 'card', null],
      timeZone: 'Nowhere/At_All',
    };
    const reading = read('https://www.tiktok.com/shop/order_list#dom', facts);
    expectSound(reading);
    expect(reading.orders).toEqual([]);
    expect(reading.misses.length).toBeGreaterThan(0);
  });
});

test.each([
  ['signed out', { code: 40000 }, 'signed-out'],
  ['a captcha', { code: '10000', type: 'verify', subtype: 'slide' }, 'verification'],
  ['a captcha by its number', { code: 10000 }, 'verification'],
  ['a failure', { code: 98001, message: 'x' }, 'failed'],
  ['no object', 'login', 'failed'],
  ['no code', { dynamic_data: {} }, 'failed'],
])('says of an answer that is %s how the session stands', (_name, body, session) => {
  for (const [url] of ANSWERS) expect(read(url, body)).toMatchObject({ session, orders: [] });
});

test('the key `data` in place of `dynamic_data` is read as well', () => {
  const [url, data] = ANSWERS[0] ?? ['', {}];
  expect(read(url, { code: 0, data }).orders).toEqual(read(url, { code: 0, dynamic_data: data }).orders);
});
