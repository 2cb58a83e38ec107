import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountEvents, nextAccountAt } from '../../lib/alerts/account-events.ts';
import { RETURN_JUMPS_KEY } from '../../lib/alerts/return-events.ts';
import { type History, openHistory } from '../../lib/history/db.ts';
import { BUDGETS_KEY } from '../../lib/history/read/spending-settings.ts';
import { type AlertKind, type AlertRules, DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import type { Account, Order } from '../../lib/model/order.ts';
import type { Budget } from '../../lib/model/spending.ts';
import { DAY, HOUR, makeAmounts, makeItem, makeOrder, makeReturn, NOW, SHOP } from '../history/build.ts';
import { write } from '../history/support.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const rules = (settings: Partial<AlertRules['settings']> = {}): AlertRules => ({
  settings: { ...DEFAULT_ALERT_SETTINGS, ...settings },
  own: [],
});

let db: History;
beforeEach(() => {
  db = openHistory(`accounts-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

async function eventsOf(kind: AlertKind, now = NOW, settings = rules()) {
  return (await accountEvents(db, now, settings)).filter((event) => event.kind === kind);
}

describe('data that is old', () => {
  const toShip = makeOrder({ status: 'AWAITING_SHIPMENT', placedAt: NOW - DAY });
  const coming = makeOrder({ id: '2', status: 'IN_TRANSIT', placedAt: NOW - DAY }, BUYER);

  it('is told of a shop with open orders, once for each silence', async () => {
    await write(db, [toShip]);
    expect(await eventsOf('stale-data', NOW + 24 * HOUR - 1)).toEqual([]);
    const [event] = await eventsOf('stale-data', NOW + 24 * HOUR);
    expect(event).toMatchObject({
      id: `stale-data|seller|acc_shop|${NOW}`,
      topic: 'stale-data|seller|acc_shop',
      accountKey: 'seller|acc_shop',
      role: 'seller',
      at: NOW + 24 * HOUR,
      title: 'Not seen for 24 h: US shop',
      detail: '1 order to ship · open Seller Center to bring them up to date',
    });
    expect(await eventsOf('stale-data', NOW + 9 * DAY)).toEqual([event]);
    await write(db, [toShip], { at: NOW + 2 * DAY });
    expect(await eventsOf('stale-data', NOW + 2 * DAY)).toEqual([]);
    expect((await eventsOf('stale-data', NOW + 3 * DAY))[0]?.id).not.toBe(event?.id);
  });

  it('is told of a buyer with parcels under way, by the user’s own hours', async () => {
    await write(db, [coming], { owner: BUYER, sourceId: 'buyer/order-list', origin: 'www.tiktok.com' });
    const settings = rules({ staleHours: 72 });
    expect(await eventsOf('stale-data', NOW + 2 * DAY, settings)).toEqual([]);
    expect(await eventsOf('stale-data', NOW + 3 * DAY, settings)).toMatchObject([
      {
        title: 'Not seen for 3 d: US account',
        detail: '1 order under way · open your orders on TikTok to bring them up to date',
      },
    ]);
    expect(await nextAccountAt(db, NOW, settings)).toBe(NOW + 3 * DAY);
    expect(await nextAccountAt(db, NOW + 3 * DAY, settings)).toBeNull();
  });

  it('says nothing of who waits for nothing, or is known from a file alone', async () => {
    await write(db, [{ ...toShip, status: 'COMPLETED' }]);
    const owner = { ...SHOP, account: 'file:shop' };
    await write(db, [makeOrder({ id: '3', status: 'AWAITING_SHIPMENT' }, owner)], { kind: 'file', owner });
    expect(await eventsOf('stale-data', NOW + 9 * DAY)).toEqual([]);
    expect(await nextAccountAt(db, NOW, rules())).toBeNull();
  });
});

describe('a budget', () => {
  const budgets: Budget[] = [
    { seller: null, currency: 'USD', amountMinor: 10_000 },
    { seller: 'Lamp House', currency: 'USD', amountMinor: 7999 },
    { seller: null, currency: 'EUR', amountMinor: 1 },
  ];
  const spend = (id: string, total: number, counterparty: string) =>
    write(
      db,
      [
        makeOrder(
          {
            id,
            status: 'COMPLETED',
            placedAt: NOW - DAY,
            paidAt: NOW - DAY,
            currency: 'USD',
            counterparty,
            amounts: makeAmounts({ total }),
          },
          BUYER,
        ),
      ],
      { owner: BUYER },
    );

  it('is told at 80 % and when it is spent, once in a month', async () => {
    await db.meta.put({ key: BUDGETS_KEY, value: budgets });
    expect(await eventsOf('budget')).toEqual([]);
    await spend('1', 7999, 'Mug Shop');
    expect(await eventsOf('budget')).toEqual([]);
    await spend('2', 1, 'Lamp House');
    expect(await eventsOf('budget')).toMatchObject([
      {
        id: 'budget||USD|2026-11|80',
        topic: 'budget||USD|2026-11',
        role: 'buyer',
        title: '80 % of a budget spent: all shops',
        detail: '$80.00 of $100.00 this month',
      },
    ]);
    await spend('3', 7998, 'Lamp House');
    expect((await eventsOf('budget')).map(({ id, title }) => [id, title])).toEqual([
      ['budget||USD|2026-11|100', 'Budget spent: all shops'],
      ['budget|Lamp House|USD|2026-11|100', 'Budget spent: Lamp House'],
    ]);
    const [event] = await eventsOf('budget');
    expect(new Date(event?.endsAt ?? 0).getMonth()).toBe(11);
    expect(await eventsOf('budget', NOW + 15 * DAY)).toEqual([]);
  });
});

describe('a product that comes back more often', () => {
  const item = makeItem({ skuId: '1730', sellerSku: 'MUG-B' });
  const orders = (count: number, placedAt: number, fields: Partial<Order> = {}) =>
    Array.from({ length: count }, (_, index) =>
      makeOrder({
        id: String(577000000000000000n + BigInt(placedAt % 1_000_000_007) * 1000n + BigInt(index)),
        status: 'COMPLETED',
        placedAt,
        items: [item],
        ...fields,
      }),
    );
  const back = { returns: [makeReturn({})] };
  const look = async () => (await db.meta.get(RETURN_JUMPS_KEY))?.value as Record<string, { at: number }>;

  it('is told with what it was before, also after a worker died between finding and telling', async () => {
    await write(db, [...orders(200, NOW - 50 * DAY), ...orders(9, NOW - 5 * DAY, back)]);
    const [event] = await eventsOf('sku-returns');
    expect(event).toMatchObject({
      id: 'sku-returns|seller|acc_shop|1730|2026-11',
      topic: 'sku-returns|seller|acc_shop|1730',
      title: 'Returned more often: MUG-B · Mug, Blue',
      detail: '9 of 9 orders of the last 30 days; 0 of 200 in the 60 before',
      at: NOW,
      accountKey: 'seller|acc_shop',
    });
    expect(await eventsOf('sku-returns', NOW + HOUR)).toEqual([event]);
    expect(await eventsOf('sku-returns', NOW + 31 * DAY)).toEqual([]);
  });

  it('is looked for once a day, and only when something came back since', async () => {
    await write(db, orders(100, NOW - 50 * DAY));
    const soon = orders(9, NOW - 5 * DAY);
    await write(db, soon);
    expect(await eventsOf('sku-returns')).toEqual([]);
    await write(
      db,
      soon.map((order) => ({ ...order, ...back })),
      { at: NOW + HOUR },
    );
    expect(await eventsOf('sku-returns', NOW + HOUR)).toEqual([]);
    expect(await eventsOf('sku-returns', NOW + DAY)).toHaveLength(1);
    expect((await look())['seller|acc_shop']?.at).toBe(NOW + DAY);
    await db.orders.clear();
    expect(await eventsOf('sku-returns', NOW + 2 * DAY)).toHaveLength(1);
    expect((await look())['seller|acc_shop']?.at).toBe(NOW + 2 * DAY);
  });

  it('is not looked for when nobody wants to know', async () => {
    await write(db, [...orders(200, NOW - 50 * DAY), ...orders(9, NOW - 5 * DAY, back)]);
    expect(await eventsOf('sku-returns', NOW, rules({ channels: { 'sku-returns': 'off' } }))).toEqual([]);
    expect(await look()).toBeUndefined();
  });
});
