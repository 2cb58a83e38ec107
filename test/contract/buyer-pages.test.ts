import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { owedRefunds } from '../../lib/insights/owed.ts';
import type { OrderReturn } from '../../lib/model/order.ts';
import { Order } from '../../lib/model/order-schema.ts';
import { readDetailPage } from '../../lib/sources/buyer/dom/detail-page.ts';
import { readListPage } from '../../lib/sources/buyer/dom/list-page.ts';
import { pageRegion, pageUserId } from '../../lib/sources/buyer/dom/page-data.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Reading } from '../../lib/sources/source.ts';
import { importsOf, sourceFiles } from '../architecture/tree.ts';
import { DETAIL_PAGE, LIST_PAGE, routerData } from '../fixtures/buyer/pages.ts';

const SEEN_AT = Date.UTC(2026, 0, 21, 18);
const LIST = 'https://www.tiktok.com/shop/order_list#dom';
const DETAIL = 'https://www.tiktok.com/shop/order_detail?main_order_id=577100200300400500#dom';

function documentOf(html: string, url = 'https://www.tiktok.com/shop/order_list'): Document {
  const { document } = new Window({ url });
  document.write(html);
  return document as unknown as Document;
}

function read(address: string, facts: unknown, market: string | null = 'US'): Reading {
  const url = new URL(address);
  const owner = { role: 'buyer', account: 'acc_wren', market } as const;
  // What a content script submits is JSON.
  const body: unknown = JSON.parse(JSON.stringify(facts));
  const reading = findSource(url)?.read({ url, request: null, body, owner, seenAt: SEEN_AT });
  if (!reading) throw new Error(`Nobody reads ${address}`);
  for (const order of reading.orders) expect(Order.safeParse(order).error).toBeUndefined();
  return reading;
}

describe('the list page', () => {
  const facts = { ...readListPage(documentOf(LIST_PAGE)), timeZone: 'America/Chicago' };

  it('is read as texts, newest first', () => {
    expect(facts.region).toBe('US');
    expect(facts.cards.map(({ dateText }) => dateText)).toEqual(
      ['Jan 9', 'Dec 28', 'Mar 2', 'Mar 30'].map((day) => `Ordered on ${day}`),
    );
    expect(facts.cards[0]).toEqual({
      orderId: null,
      shop: 'Larkspur & Pine',
      dateText: 'Ordered on Jan 9',
      status: 'In transit',
      subtitle: 'Arriving Jan 14-Jan 17',
      productNames: ['Felt Slippers <wool>', 'Tea Caddy'],
    });
  });

  it('gives an order only for a card that names its id, with a date that it marks as inferred', () => {
    const { orders, misses, brokenCount } = read(LIST, facts);
    // No captured card has an id: a page like any other is no drift.
    expect({ misses, brokenCount }).toEqual({ misses: [], brokenCount: 0 });
    expect(orders).toMatchObject([
      {
        id: '576100200300400511',
        status: 'COMPLETED',
        counterparty: 'Quill Harbour',
        // 30 March is later in the year than 2 March of 2025: it is of the year before.
        placedAt: Date.UTC(2024, 2, 30, 5),
        isDateInferred: true,
        items: [{ name: 'Ink Set', quantity: null }],
      },
    ]);
  });

  it('has no cards where there is no list', () => {
    expect(readListPage(documentOf('<p>Log in</p>')).cards).toEqual([]);
    expect(read(LIST, readListPage(documentOf('')))).toMatchObject({ orders: [], misses: [] });
  });
});

describe('the detail page', () => {
  const facts = { ...readDetailPage(documentOf(DETAIL_PAGE)), timeZone: 'America/Chicago' };

  it('gives the order with its parcels, bill, address and refund', () => {
    const { orders, misses } = read(DETAIL, facts);
    // A row that names no amount is kept, and said to be unread.
    expect(misses).toEqual([
      {
        path: 'detail_page.order_info.price.bill_items[].item_price.price_str',
        expected: 'amount',
        got: 'string',
      },
    ]);
    expect(orders).toMatchObject([
      {
        id: '577100200300400500',
        currency: 'USD',
        status: 'DELIVERED',
        statusLabel: 'Multi-package Shipment',
        placedAt: Date.UTC(2026, 0, 9, 6, 5),
        paidAt: Date.UTC(2026, 0, 9, 6, 6),
        deliveredAt: Date.UTC(2026, 0, 16, 21, 8),
        deadlines: { returnByAt: Date.UTC(2026, 1, 15, 21, 8) },
        amounts: { total: 4860, items: 5050, tax: 310, shipping: 0, sellerDiscount: 500, refunded: 850 },
        counterparty: 'Larkspur & Pine',
        items: [
          {
            name: 'Felt Slippers',
            variation: 'M, Grey',
            quantity: 2,
            unitPrice: 2100,
            total: 4200,
            listPrice: 3000,
          },
          { name: 'Tea Caddy', variation: null, quantity: 1, unitPrice: 850, total: 850, listPrice: null },
        ],
        packages: [
          { trackingNumber: 'D10011354453707', carrier: 'OnTrac', lastScan: 'Left at the door' },
          { trackingNumber: '9400100000000000000017', carrier: 'USPS', lastScan: 'In the mailbox' },
        ],
        // The page shows no id of a return: one entry stands for all of them.
        returns: [{ id: 'refund', status: 'COMPLETE', amount: null, received: 850 }],
        paymentMethod: 'visa',
        shipTo: 'Wren Tallow, 7 Ferry Ln, Duluth, Minnesota, United States, 55802',
      },
    ]);
    expect(orders[0]?.billItems.map(({ label, amount }) => [label, amount])).toEqual([
      ['Subtotal', 5050],
      ['Seller discount', -500],
      ['Sales tax', 310],
      ['Gift wrap', null],
      ['Shipping', 0],
      ['Total', 4860],
    ]);
  });

  it('carries no e-mail address and no phone number into the order', () => {
    expect(JSON.stringify(read(DETAIL, facts).orders)).not.toMatch(/wren@|\(\+1\)/);
  });

  it.each([
    ['Wren Tallow (+1)218*****34', 'Wren Tallow'],
    ['Wren Tallow, +1 218 555 0134', 'Wren Tallow'],
    ['Tel: 218-555-0134', null],
    ['(+1)218•••••34', null],
    ['7 Ferry Ln, 2185550134, Duluth', '7 Ferry Ln, Duluth'],
    ['12345 Long Road, apt 678', '12345 Long Road, apt 678'],
    ['#04-12 560034', '#04-12 560034'],
    ['55802', '55802'],
    ['55802-1234', '55802-1234'],
    ['wren@example.org', null],
  ])('reads %j as a place without its phone', (address, shipTo) => {
    expect(read(DETAIL, { ...facts, address: [address] }).orders[0]?.shipTo).toBe(shipTo);
  });

  it('owes a refund that only the page tells, once', () => {
    const refunds = [
      { title: 'Refund processing', subtitle: null },
      { title: null, subtitle: null },
    ];
    const { orders } = read(DETAIL, { ...facts, refunds });
    expect(orders[0]?.returns).toMatchObject([{ id: 'refund', amount: 850, received: null }]);
    const owed = (more: OrderReturn[]) =>
      orders.flatMap((order) => owedRefunds({ ...order, returns: [...order.returns, ...more] }, SEEN_AT));
    expect(owed([])).toMatchObject([{ state: 'awaited', missingMinor: 850 }]);
    const named = orders.flatMap((order) => order.returns.map((entry) => ({ ...entry, id: '4035000001' })));
    expect(owed(named)).toMatchObject([{ id: '4035000001', missingMinor: 850 }]);
  });

  it('reads dollars of a page whose region is known, and no amount where it is not', () => {
    expect(read(DETAIL, facts, null).orders[0]?.amounts.total).toBe(4860);
    const { orders, misses } = read(DETAIL, { ...facts, region: null }, null);
    expect(orders[0]).toMatchObject({ currency: null, amounts: { total: null, items: null } });
    expect(misses.some(({ expected }) => expected === 'amount')).toBe(true);
  });

  it('is no order without an id', () => {
    const { orders, brokenCount } = read(DETAIL.replace(/\?.*#/, '#'), { ...facts, orderId: null });
    expect({ orders, brokenCount }).toEqual({ orders: [], brokenCount: 1 });
  });

  it('says what it misses on a page that was built anew', () => {
    const { orders, misses } = read(DETAIL, readDetailPage(documentOf('<div class="new">$48.60</div>')));
    expect(orders[0]?.status).toBe('UNKNOWN');
    expect(misses.map(({ expected }) => expected)).toEqual([
      'amount',
      'order date',
      'products',
      'known status',
    ]);
  });
});

describe('who the page belongs to', () => {
  const userOf = (script: string) => pageUserId(documentOf(script));

  it('stands in the router’s data, as text', () => {
    expect(pageUserId(documentOf(DETAIL_PAGE))).toBe('6912345678901234567');
    expect(pageRegion(documentOf(DETAIL_PAGE))).toBe('US');
  });

  it.each([
    ['nobody is signed in', routerData('order_list', {})],
    ['the id is zero', routerData('order_list', { userId: '0' })],
    ['the id has lost its digits', routerData('order_list', { userId: 6_912_345_678_901_235_000 })],
    ['the id is a word', routerData('order_list', { userId: 'wren' })],
    [
      'the data is cut short',
      '<script id="__MODERN_ROUTER_DATA__" type="application/json">{"loaderData":{</script>',
    ],
    ['the data is a list', '<script id="__MODERN_ROUTER_DATA__" type="application/json">[null]</script>'],
    ['there is none', '<p></p>'],
  ])('is nobody when %s', (_name, script) => {
    expect(userOf(script)).toBeNull();
  });
});

it('reads pages without the schema library, which would weigh on every page', () => {
  const files = sourceFiles('lib/sources/buyer/dom');
  const outside = files.flatMap(importsOf).filter((name) => !name.startsWith('lib/sources/buyer/dom/'));
  expect(files.length).toBeGreaterThan(3);
  expect(outside).toEqual([]);
});
