import { expect, test } from 'vitest';
import type { Order } from '../../lib/model/order.ts';
import { parseJson } from '../../lib/sources/json.ts';
import { FIXTURES, type Fixture, readBody } from './fixtures.ts';
import { DRIFTS, type Place, placesOf } from './mutate.ts';

interface Body {
  code: number;
  data: Record<string, unknown>;
}

const LISTS = ['main_orders', 'main_order', 'package_list', 'order_history'];
const golden = FIXTURES.filter(
  ({ url, expected }) =>
    url.startsWith('https:') && expected.orders?.length > 0 && expected.misses.length === 0,
);

/** The list in a fixture's answer, with the name of its key. */
function listIn({ answerText }: Fixture): { body: Body; key: string; list: unknown[] } {
  const body = parseJson(answerText) as Body;
  const key = LISTS.find((name) => Array.isArray(body.data[name])) ?? '';
  return { body, key, list: body.data[key] as unknown[] };
}

const withList = (body: Body, key: string, list: unknown[]): Body => ({
  ...body,
  data: { ...body.data, [key]: list },
});
const firstId = (orders: readonly Order[]) => orders[0]?.id;

/** Does one thing to every place of the first entry, beside an entry that stays as it is. */
function drifted(fixture: Fixture, drift: string): { body: Body; place: Place }[] {
  const { body, key, list } = listIn(fixture);
  const change = DRIFTS[drift];
  const [first] = list;
  const neighbour = JSON.parse(JSON.stringify(first).replaceAll('"577', '"578'));
  return placesOf(first).map((place) => ({
    place,
    body: withList(body, key, [change?.(first, place), neighbour]),
  }));
}

const cases = golden
  .filter((fixture) => !fixture.name.startsWith('order-history'))
  .flatMap((fixture) => Object.keys(DRIFTS).map((drift) => ({ name: fixture.name, drift, fixture })));

test.each(cases)('$name: any one field $drift harms no other order', ({ fixture, drift }) => {
  const { body, key, list } = listIn(fixture);
  const neighbour = JSON.parse(JSON.stringify(list[0]).replaceAll('"577', '"578'));
  const alone = readBody(fixture.url, fixture.request, withList(body, key, [neighbour])).orders;
  for (const { body: odd, place } of drifted(fixture, drift)) {
    const { orders } = readBody(fixture.url, fixture.request, odd);
    const found = orders.find(({ id }) => id === firstId(alone));
    expect(found, `${place.path.join('.')} ${drift}`).toEqual(alone[0]);
  }
});

test.each(golden)('$name: a field of another type never changes an order without a miss', (fixture) => {
  const { body, key, list } = listIn(fixture);
  const { orders: wanted } = readBody(fixture.url, fixture.request, body);
  const silent: string[] = [];
  const drift = DRIFTS['of another type'];
  for (const place of placesOf(list)) {
    const odd = drift?.(list, place) as unknown[];
    const { orders, misses, brokenCount } = readBody(fixture.url, fixture.request, withList(body, key, odd));
    const isSame = JSON.stringify(orders) === JSON.stringify(wanted);
    if (!isSame && misses.length + brokenCount === 0) silent.push(place.path.join('.'));
  }
  expect(silent).toEqual([]);
});

// Where the payloads hold money and times.
const MEASURE = /price_val$|time$|timestamp$|_sla$|predict_delivery_time_text$/;

test.each(golden)('$name: money or a time that became ten times as long is missed', (fixture) => {
  const { body, key, list } = listIn(fixture);
  const wanted = JSON.stringify(readBody(fixture.url, fixture.request, body).orders);
  const measures = placesOf(list).filter(
    ({ path, value }) => MEASURE.test(String(path.at(-1))) && value !== '0',
  );
  const silent = measures.filter((place) => {
    const odd = DRIFTS['ten times as long']?.(list, place) as unknown[];
    const { orders, misses } = readBody(fixture.url, fixture.request, withList(body, key, odd));
    return JSON.stringify(orders) !== wanted && misses.length === 0;
  });
  expect(measures.length).toBeGreaterThan(0);
  expect(silent.map(({ path }) => path.join('.'))).toEqual([]);
});

// Without these there is no money, no time or no identity: when a release loses one, the drift report must say so.
const VITAL: [fixture: string, path: (string | number)[]][] = [
  ['order-list.us.2026-10.shipped-and-cancelled', ['main_order_id']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['price_module']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['price_module', 'grand_total']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['price_module', 'grand_total', 'price_val']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['trade_order_module']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['trade_order_module', 'create_time']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['order_status_module']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['order_status_module', 0, 'sku_display_status']],
  ['order-list.us.2026-10.shipped-and-cancelled', ['sku_module']],
  ['order-get.vn.2026-09.return-requested', ['reverse_module', 0, 'reverse_order_id']],
  ['logistic-detail.us.2026-10.delivered', ['main_order_id']],
  ['logistic-detail.us.2026-10.delivered', ['logistic_detail', 'track_list', 0, 'time']],
  ['order-history.vn.2026-09.localized', ['timestamp']],
];
const LOSSES = VITAL.flatMap(([name, path]) =>
  ['removed', 'renamed'].map((drift) => ({ name, path, drift, field: path.join('.') })),
);

test.each(LOSSES)('$name: $field $drift is missed', ({ name, path, drift }) => {
  const fixture = golden.find((entry) => entry.name === name);
  if (!fixture) throw new Error(`There is no ${name}`);
  const { body, key, list } = listIn(fixture);
  const value = path.reduce<unknown>((inner, step) => Reflect.get(inner as object, step), list[0]);
  const odd = DRIFTS[drift]?.(list[0], { path, value });
  const { misses, brokenCount } = readBody(fixture.url, fixture.request, withList(body, key, [odd]));
  expect(misses.filter(({ got }) => got !== 'unread').length + brokenCount).toBeGreaterThan(0);
});

test.each(golden)('$name: the list itself renamed is missed', (fixture) => {
  const { body, key, list } = listIn(fixture);
  const { [key]: _, ...data } = body.data;
  const { misses, orders } = readBody(fixture.url, fixture.request, {
    ...body,
    data: { ...data, [`${key}_v2`]: list },
  });
  expect(orders).toEqual([]);
  expect(misses.length).toBeGreaterThan(0);
});
