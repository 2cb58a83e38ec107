import { describe, expect, it } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { parseJson } from '../../lib/sources/json.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Reading } from '../../lib/sources/source.ts';
import { answerBuyerCall, type BuyerData } from '../shop/buyer/api.ts';
import { COUNTDOWN_SLACK_MS, type ExpectedBuyerOrder, expectedBuyerOrder } from '../shop/buyer/expected.ts';
import { BUYER, generateBuyerOrders } from '../shop/buyer/generator.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const ORDERS = generateBuyerOrders(120, 11, NOW);
const DATA: BuyerData = { buyer: BUYER, orders: ORDERS, now: () => NOW };
const LIST = '/api/v1/aftersale/list_order/get';
const OLDER_LIST = '/api/v1/trade/list_order/get';
const DETAIL = '/api/v1/aftersale/order_detail/get';
const TRACKING = '/api/v1/shop/logistics_detail/get';
const PARCELS = '/api/v1/shop/logistics_package_list/get';

/** What the sources read of the shop's answer to a call of its pages. */
function call(path: string, query: Record<string, string>, body: unknown = null, isDrifted = false): Reading {
  const params = new URLSearchParams(query);
  const method = body === null ? 'GET' : 'POST';
  const answer = answerBuyerCall(DATA, { method, path, query: params, body, isDrifted });
  if (answer === null) throw new Error(`The shop does not answer ${path}`);
  const url = new URL(`https://www.tiktok.com${path}?${params}`);
  const source = findSource(url);
  if (!source) throw new Error(`Nobody reads ${path}`);
  const owner = { role: 'buyer', account: 'acc_wren', market: 'US' } as const;
  const reading = source.read({ url, request: body, body: parseJson(answer), owner, seenAt: NOW });
  for (const order of reading.orders) expect(Order.safeParse(order).error).toBeUndefined();
  return reading;
}

function listRequest(index: string) {
  const list_order_req = { tab: 0, filter: [{ status: 0 }], index, cursor: 0, size: 200 };
  return { req: [{ component_type: 4, list_order_req }] };
}

function readDetail(id: string, isDrifted = false): Reading {
  return call(DETAIL, { main_order_id: id, api_version: '12' }, null, isDrifted);
}

/** An expectation as a matcher: a countdown's end is told to the half minute. */
function matcherOf({ deadlines, ...rest }: ExpectedBuyerOrder) {
  const { autoCancelAt } = deadlines;
  const near = {
    asymmetricMatch: (value: unknown) => Math.abs(Number(value) - (autoCancelAt ?? 0)) <= COUNTDOWN_SLACK_MS,
  };
  return { ...rest, deadlines: { ...deadlines, autoCancelAt: autoCancelAt === null ? null : near } };
}

describe('the list of a buyer’s orders', () => {
  const reading = call(LIST, {}, listRequest(''));

  it('is read without a miss, each order once', () => {
    expect(reading).toMatchObject({ misses: [], brokenCount: 0, session: 'ok' });
    expect(reading.orders.map(({ id }) => id)).toEqual(ORDERS.map(({ id }) => id));
  });

  it.each(ORDERS.map((order, index) => [`${order.kind} ${order.id}`, index] as const))(
    '%s',
    (_name, index) => {
      const order = ORDERS[index];
      expect(reading.orders[index]).toMatchObject(order ? matcherOf(expectedBuyerOrder(order, 'list')) : {});
    },
  );

  it('tells how many orders there are only where it ends on its first page', () => {
    expect(reading.scope).toEqual({ isWhole: true, totalCount: 120 });
    const first = call(LIST, {}, { req: [{ list_order_req: { tab: 0, size: 10 } }] });
    expect(first.scope).toEqual({ isWhole: true, totalCount: null });
    const refunds = call(LIST, {}, { req: [{ list_order_req: { tab: 5, size: 200 } }] });
    expect(refunds.scope?.isWhole).toBe(false);
  });

  it('is the same by its older route', () => {
    const older = call(OLDER_LIST, { tab: '0', cursor: '0', size: '200' });
    expect(older.orders).toEqual(reading.orders);
    expect(older.scope).toEqual({ isWhole: true, totalCount: 120 });
  });

  it('is read in part when it is not what it was, and says where', () => {
    const drifted = call(LIST, {}, listRequest(''), true);
    expect(drifted.brokenCount).toBe(1);
    expect(drifted.orders.length).toBeGreaterThan(100);
    expect(
      drifted.orders.find(({ statusLabel }) => statusLabel === 'Handed to a courier partner')?.status,
    ).toBeDefined();
    const places = new Set(drifted.misses.map(({ path }) => path));
    expect(places).toContain('orders[].order_info.order_date');
    expect(JSON.stringify(drifted.misses)).not.toContain('courier');
  });
});

describe('the detail of a buyer’s order', () => {
  it.each(ORDERS.map((order) => [`${order.kind} ${order.id}`, order] as const))('%s', (_name, order) => {
    const { orders, misses, brokenCount } = readDetail(order.id);
    expect({ misses, brokenCount }).toEqual({ misses: [], brokenCount: 0 });
    expect(orders).toMatchObject([matcherOf(expectedBuyerOrder(order, 'detail'))]);
  });

  it('says what it misses when the total is gone and times are dates', () => {
    const paid = ORDERS.find(({ kind }) => kind === 'completed');
    const { orders, misses } = readDetail(paid?.id ?? '', true);
    expect(orders[0]).toMatchObject({ id: paid?.id, placedAt: paid?.placedAt, paidAt: null });
    expect(orders[0]?.amounts).toMatchObject({ total: null, items: paid?.amounts.items });
    const places = misses.map(({ path, got }) => `${path} ${got}`);
    expect(places).toContain('order_detail.order_info.price.total absent');
    expect(places).toContain('order_detail.order_info.info_form.info_list[].value string');
    expect(places).toContain('order_detail.order_info.price.grand_total.price_str unread');
  });
});

describe('the tracking of a buyer’s order', () => {
  const shipped = ORDERS.filter(({ parcels }) => parcels.length > 0).slice(0, 40);

  it.each(shipped.map((order) => [`${order.kind} ${order.id}`, order] as const))('%s', (_name, order) => {
    const { packages: all, id, shippedAt } = expectedBuyerOrder(order, 'all');
    // What goes back stands on the order's page only.
    const packages = all.filter((parcel) => !('isReturn' in parcel && parcel.isReturn));
    const read = order.parcels.map((parcel) =>
      call(TRACKING, { main_order_id: id, pkg_id: parcel.id, type: '1' }),
    );
    expect(read.flatMap(({ orders }) => orders.flatMap((entry) => entry.packages))).toEqual(packages);
    const times = read.flatMap(({ orders }) => orders.flatMap((entry) => entry.shippedAt ?? []));
    expect(times.length > 0 ? Math.min(...times) : null).toBe(shippedAt);
    const list = call(PARCELS, {}, { main_order_id: id });
    expect(list.orders[0]?.packages).toEqual(packages.map((parcel) => ({ ...parcel, events: [] })));
  });

  it('notes what it does not find', () => {
    const { misses, brokenCount, orders } = call(PARCELS, {}, { order: 'none' });
    expect({ brokenCount, orders }).toEqual({ brokenCount: 1, orders: [] });
    expect(misses).toEqual([{ path: 'request.main_order_id', expected: 'id', got: 'absent' }]);
  });
});
