import { describe, expect, it } from 'vitest';
import { deliveryOf } from '../../lib/insights/buyer-deliveries.ts';
import { type BuyerOrders, buyerNeeds, orderName, refundDetail } from '../../lib/insights/buyer-needs.ts';
import { askForChange, CHANGE_PATIENCE_MS } from '../../lib/insights/change-request.ts';
import { refundsOf } from '../../lib/insights/owed.ts';
import { type Account, emptyOrder, type Order, type OrderPackage } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS, daysBetween, HOUR_MS } from '../../lib/model/time.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_b', market: 'US' };
const NOW = Date.UTC(2026, 10, 21, 12);

function bought(id: string, fields: Partial<Order> = {}) {
  const order = { ...emptyOrder(id, BUYER), currency: 'USD', placedAt: NOW - 20 * DAY_MS, ...fields };
  return { key: `buyer|acc_b|${id}`, order: { ...order, stage: stageOf(order) } };
}

const parcel = (fields: Partial<OrderPackage>): OrderPackage => ({
  ...{ id: null, unitId: null, trackingNumber: null, carrier: null, etaAt: null, events: [] },
  ...fields,
});
const refund = (id: string, amount: number | null, received: number | null = null) => ({
  ...{ id, type: 'REFUND', status: 'PENDING', amount, openedAt: NOW - 3 * DAY_MS },
  ...{ respondByAt: null, closedAt: null, lineIds: [], received },
});
const item = (name: string) => ({
  ...{ productId: null, skuId: null, sellerSku: null, name, variation: null },
  ...{ quantity: 1, unitPrice: null, total: null, lineIds: [] },
});
const NOTHING: BuyerOrders = { toPay: [], late: [], returnsEnding: [], owed: [], changes: [] };
const titles = (orders: Partial<BuyerOrders>) =>
  buyerNeeds({ ...NOTHING, ...orders }, NOW).map(({ title }) => title);

describe('what needs a buyer', () => {
  it('is nothing when nothing is open', () => {
    expect(buyerNeeds(NOTHING, NOW)).toEqual([]);
  });

  it('puts what is late before what is soon, and money after that', () => {
    const ending = bought('1', {
      status: 'COMPLETED',
      deadlines: { ...emptyOrder('1', BUYER).deadlines, returnByAt: NOW + DAY_MS },
    });
    const missing = bought('2', { status: 'IN_TRANSIT', packages: [parcel({ etaAt: NOW - 6 * DAY_MS })] });
    const owing = bought('3', { status: 'DELIVERED', returns: [refund('r', 2590)] });
    expect(titles({ late: [missing], returnsEnding: [ending], owed: [owing] })).toEqual([
      'Not here: its refund is due',
      'Last days to return',
      'Money owed to you: $25.90',
    ]);
  });

  it('puts an order to pay before it cancels itself above a return, with its clock', () => {
    const due = bought('4', {
      status: 'UNPAID',
      items: [item('Desk lamp')],
      amounts: { ...emptyOrder('4', BUYER).amounts, total: 1990 },
      deadlines: { ...emptyOrder('4', BUYER).deadlines, autoCancelAt: NOW + 5 * HOUR_MS },
    });
    const ending = bought('1', {
      status: 'COMPLETED',
      deadlines: { ...emptyOrder('1', BUYER).deadlines, returnByAt: NOW + DAY_MS },
    });
    const [first, second] = buyerNeeds({ ...NOTHING, toPay: [due], returnsEnding: [ending] }, NOW);
    expect(first).toMatchObject({
      ...{ kind: 'pay', tone: 'soon', title: 'Pay, or it is cancelled', detail: 'Desk lamp · $19.90' },
      clock: { atMs: NOW + 5 * HOUR_MS, why: 'Page: cancels itself then, unless it is paid' },
      orderKey: due.key,
    });
    expect(second?.kind).toBe('return');
  });

  it('says of every clock where its time comes from', () => {
    const late = bought('1', { status: 'IN_TRANSIT', packages: [parcel({ etaAt: NOW - 6 * DAY_MS })] });
    const ending = bought('2', { status: 'DELIVERED', deliveredAt: NOW - 28 * DAY_MS });
    const needs = buyerNeeds({ ...NOTHING, late: [late], returnsEnding: [ending] }, NOW);
    expect(needs.map(({ clock }) => clock?.why)).toEqual([
      expect.stringMatching(/^Rule: 4 days after the estimated delivery \(.+, checked 21 Nov 2026\)$/),
      expect.stringMatching(/^Rule: 30 days from delivery \(.+, checked 21 Nov 2026\)$/),
    ]);
  });

  it('leaves a parcel alone whose refund is not due yet', () => {
    const late = bought('1', { status: 'IN_TRANSIT', packages: [parcel({ etaAt: NOW - 2 * DAY_MS })] });
    expect(titles({ late: [late] })).toEqual([]);
  });

  it('adds up per currency, lists the refunds and counts those without an amount', () => {
    const owed = [
      bought('1', { returns: [refund('a', 2590, 2000), refund('b', null)] }),
      bought('2', { currency: 'VND', returns: [refund('c', 50_000)] }),
    ];
    const needs = buyerNeeds({ ...NOTHING, owed }, NOW);
    expect(needs.map(({ title, detail }) => [title, detail])).toEqual([
      ['Money owed to you: ₫50,000 and $5.90', '3 refunds · 1 without an amount'],
      [
        'Refund short by $5.90',
        expect.stringContaining('Promised $25.90, received $20.00, asked for 3 d ago'),
      ],
      ['Refund awaited', expect.stringContaining('Amount not told, nothing received yet')],
      ['Refund awaited: ₫50,000', expect.stringContaining('Promised ₫50,000')],
    ]);
  });

  it.each([
    ['COMPLETE', null, null, 'Amount not told'],
    ['COMPLETE', 2590, null, 'Promised $25.90'],
    ['COMPLETE', null, 2000, 'Received $20.00'],
    ['COMPLETE', 2590, 2590, 'Promised $25.90, received $25.90'],
    ['REJECTED', null, null, 'Amount not told'],
    ['PENDING', null, null, 'Amount not told, nothing received yet'],
    ['PENDING', 2590, null, 'Promised $25.90, nothing received yet'],
  ])('tells a %s refund of %s with %s received as "%s"', (status, amount, received, words) => {
    const { order } = bought('1', {
      returns: [{ ...refund('r', amount, received), status, openedAt: null }],
    });
    expect(refundsOf(order, NOW).map((entry) => refundDetail(entry, order, NOW))).toEqual([words]);
  });

  it('lists twenty refunds at most, and counts the others', () => {
    const owed = Array.from({ length: 23 }, (_, index) =>
      bought(`${index}`, { returns: [refund('a', 100)] }),
    );
    const needs = buyerNeeds({ ...NOTHING, owed }, NOW);
    expect(needs).toHaveLength(21);
    expect(needs[0]).toMatchObject({
      title: 'Money owed to you: $23.00',
      detail: '23 refunds · 3 not listed here',
    });
  });

  it('tells of a change only what is not as it should be', () => {
    const sources = [{ id: 'buyer/order-detail', seenAt: NOW }];
    const open = bought('1', { status: 'AWAITING_SHIPMENT', shipTo: 'Elm St', sources });
    const gone = bought('3', { status: 'CANCELLED', shipTo: 'Elm St', sources });
    const shipped = bought('2', { status: 'IN_TRANSIT', shipTo: 'Elm St' });
    const changes = [
      { order: open, request: askForChange(open.order, 'address', NOW - HOUR_MS), key: 'a' },
      { order: open, request: askForChange(open.order, 'cancel', NOW - CHANGE_PATIENCE_MS), key: 'b' },
      { order: shipped, request: askForChange(shipped.order, 'address', NOW - DAY_MS), key: 'c' },
      { order: gone, request: askForChange(open.order, 'address', NOW - DAY_MS), key: 'd' },
    ];
    expect(titles({ changes })).toEqual([
      'Shipped to the old address',
      'Change of cancellation not done after 24 h',
    ]);
  });

  it.each([
    [['Mug', 'Mat'], null, 'Mug + 1'],
    [['Mug'], null, 'Mug'],
    [[], 'Harbor & Pine', 'Harbor & Pine'],
    [[], null, 'Order …000001'],
  ])('calls an order of %j from %s "%s"', (names, counterparty, name) => {
    expect(orderName(bought('577000000000000001', { items: names.map(item), counterparty }).order)).toBe(
      name,
    );
  });
});

describe('a delivery', () => {
  const local = (day: number, hour = 12) => new Date(2026, 10, day, hour).getTime();
  const now = local(21);
  const coming = (etaAt: number | null, events: OrderPackage['events'] = []) =>
    bought('1', { status: 'IN_TRANSIT', packages: [parcel({ etaAt, carrier: 'USPS', events })] }).order;

  it.each([
    [local(21, 0), 'Today', 'fine'],
    [local(21, 23), 'Today', 'fine'],
    [local(22, 0), 'Tomorrow', 'calm'],
    [local(23), 'Mon', 'calm'],
    [local(27), 'Fri', 'calm'],
    [local(28), 'Sat Nov 28', 'calm'],
    [local(20, 23), '1 d late', 'late'],
    [local(1), '20 d late', 'late'],
  ])('expected at %i comes %s', (etaAt, when, tone) => {
    expect(deliveryOf(coming(etaAt), now)).toMatchObject({ when, tone });
    expect(deliveryOf(coming(etaAt), now).source).toMatch(/^Page: estimated delivery /);
  });

  it('tells the last scan and the carrier, and nothing that is not known', () => {
    const scans = [
      { at: now - HOUR_MS, title: 'Out for delivery', text: null },
      { at: now - DAY_MS, title: 'Arrived', text: null },
    ];
    expect(deliveryOf(coming(null, scans), now)).toMatchObject({
      when: 'On its way',
      where: 'Out for delivery · USPS',
      source: 'No page gives an estimate',
    });
    const arrived = bought('1', { status: 'DELIVERED', deliveredAt: now - 2 * HOUR_MS }).order;
    expect(deliveryOf(arrived, now)).toMatchObject({ when: 'Delivered', where: '2 h ago', tone: 'fine' });
  });

  it('tells of several parcels the one that is still to come', () => {
    const scan = (title: string, ageMs: number) => [{ at: now - ageMs, title, text: null }];
    const packages = [
      parcel({ carrier: 'FedEx', etaAt: now, events: scan('Delivered', 1) }),
      parcel({ carrier: 'UniUni', etaAt: now, events: scan('Delivered to local carrier', HOUR_MS) }),
      parcel({ carrier: 'UPS', isReturn: true, events: scan('Picked up', 0) }),
    ];
    const { order } = bought('1', { status: 'IN_TRANSIT', packages });
    expect(deliveryOf(order, now).where).toBe('Delivered to local carrier · UniUni');
    const there = { ...order, status: 'DELIVERED' as const, deliveredAt: now - HOUR_MS };
    expect(deliveryOf(there, now).where).toBe('1 h ago · FedEx · UniUni');
  });

  it.each([
    ['2026-03-08T06:30Z', '2026-03-09T06:30Z', 'America/Los_Angeles', 1],
    ['2026-03-08T07:30-08:00', '2026-03-09T00:10-07:00', 'America/Los_Angeles', 1],
    ['2026-11-01T00:30-07:00', '2026-11-01T23:30-08:00', 'America/Los_Angeles', 0],
    ['2026-01-31T23:59Z', '2026-02-01T00:00Z', 'Europe/London', 1],
    ['2026-03-01T00:00Z', '2026-02-28T23:59Z', 'Europe/London', -1],
    ['2026-12-31T20:00Z', '2027-01-01T20:00Z', 'Asia/Tokyo', 1],
  ])('from %s to %s in %s are %i calendar days', (from, to, zone, days) => {
    expect(daysBetween(Date.parse(from), Date.parse(to), zone)).toBe(days);
  });
});
