import { expect, test } from 'vitest';
import {
  BUYER_HOST,
  findMarket,
  findSellerHost,
  HOSTS,
  labelOfHost,
  MARKETS,
  marketOfCurrency,
  orderListOf,
  orderPageOf,
  originPattern,
  pagePatterns,
  roleOfHost,
  SELLER_HOSTS,
} from '../../lib/model/market.ts';
import { minorDigits } from '../../lib/model/money.ts';

// seller-center.md 1.1 and 1.2, typed off by hand.
const MARKET_BY_HOST: Record<string, string | null> = {
  'seller-us.tiktok.com': 'US',
  'seller.us.tiktokshopglobalselling.com': 'US',
  'seller-uk.tiktok.com': 'GB',
  'seller-de.tiktok.com': 'DE',
  'seller-es.tiktok.com': 'ES',
  'seller-it.tiktok.com': 'IT',
  'seller-ie.tiktok.com': 'IE',
  'seller-fr.tiktok.com': 'FR',
  'seller-id.tokopedia.com': 'ID',
  'seller-id.tiktok.com': 'ID',
  'seller-th.tiktok.com': 'TH',
  'seller-vn.tiktok.com': 'VN',
  'seller-my.tiktok.com': 'MY',
  'seller-ph.tiktok.com': 'PH',
  'seller-sg.tiktok.com': 'SG',
  'seller-br.tiktok.com': 'BR',
  'seller-mx.tiktok.com': 'MX',
  'seller-jp.tiktok.com': 'JP',
  'seller.tiktok.com': null,
  'seller.tiktokshopglobalselling.com': null,
  'seller.tiktokglobalshop.com': null,
};

test('every host of Seller Center is there, once, and no other', () => {
  const listed = SELLER_HOSTS.map((entry) => entry.host);
  expect(listed.toSorted()).toEqual(Object.keys(MARKET_BY_HOST).toSorted());
  expect(new Set(listed).size).toBe(listed.length);
});

test.each(Object.entries(MARKET_BY_HOST))('%s sells in %s', (host, market) => {
  expect(findSellerHost(host)?.market).toBe(market);
  expect(findSellerHost(host)?.label).not.toBe('');
});

test('people can tell the hosts apart', () => {
  const labels = SELLER_HOSTS.map((entry) => entry.label);
  expect(new Set(labels).size).toBe(labels.length);
});

test.each(Object.keys(MARKET_BY_HOST))('the pattern of %s grants that host and nothing else', (host) => {
  const pattern = originPattern(host);
  expect(pattern).toBe(`https://${host}/*`);
  expect(/^https:\/\/[a-z0-9.-]+\/\*$/.test(pattern)).toBe(true);
  expect(URL.parse(`https://${host}/order`)?.hostname).toBe(host);
});

test.each([
  'seller-us.tiktok.com.evil.com',
  'evil-seller-us.tiktok.com',
  'SELLER-US.TIKTOK.COM',
  'tiktok.com',
  'shop.tiktok.com',
  '',
  '__proto__',
  'constructor',
])('%j is no host of Seller Center', (host) => {
  expect(findSellerHost(host)).toBeUndefined();
});

test.each([
  ['US', 'US'],
  ['us', 'US'],
  ['UK', 'GB'],
  ['uk', 'GB'],
  ['GB', 'GB'],
  ['XX', undefined],
  ['', undefined],
  ['__proto__', undefined],
  [null, undefined],
])('the region %j is the market %j', (region, code) => {
  expect(findMarket(region)?.code).toBe(code);
});

test('the buyers’ host is one of all, and no seller’s', () => {
  expect(HOSTS).toEqual([...SELLER_HOSTS.map((entry) => entry.host), 'www.tiktok.com']);
  expect(findSellerHost(BUYER_HOST)).toBeUndefined();
  expect(HOSTS.map(roleOfHost)).toEqual([...SELLER_HOSTS.map(() => 'seller'), 'buyer']);
  expect(['tiktok.com', 'shop.tiktok.com', 'www.tiktok.com.evil.com', ''].map(roleOfHost)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([BUYER_HOST, 'seller-uk.tiktok.com', 'x'].map(labelOfHost)).toEqual([
    'Your own purchases',
    'United Kingdom',
    'x',
  ]);
});

test('of the buyers’ host the order pages are read, and no other page', () => {
  expect(pagePatterns(BUYER_HOST)).toEqual([
    'https://www.tiktok.com/shop/order_list*',
    'https://www.tiktok.com/shop/order_detail*',
    'https://www.tiktok.com/shop/logistics_detail*',
    'https://www.tiktok.com/feedback/view/fe_tiktok_ecommerce_in_web/order_list/*',
  ]);
  expect(pagePatterns('seller-us.tiktok.com')).toEqual(['https://seller-us.tiktok.com/*']);
});

test('orders have a list and a page on each kind of host', () => {
  expect(orderListOf(BUYER_HOST)).toBe('https://www.tiktok.com/shop/order_list');
  expect(orderListOf('seller-vn.tiktok.com')).toBe('https://seller-vn.tiktok.com/order');
  expect(orderPageOf(BUYER_HOST, '5')).toBe('https://www.tiktok.com/shop/order_detail?main_order_id=5');
  expect(orderPageOf('seller-vn.tiktok.com', '5&x')).toBe(
    'https://seller-vn.tiktok.com/order/detail?order_no=5%26x',
  );
});

test('every market has a currency and a zone that the platform knows', () => {
  for (const { currency, timeZone } of MARKETS) {
    expect(minorDigits(currency)).toBe(['VND', 'JPY'].includes(currency) ? 0 : 2);
    expect(() => new Intl.NumberFormat('en', { style: 'currency', currency })).not.toThrow();
    expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  }
  const codes = SELLER_HOSTS.flatMap((entry) => (entry.market === null ? [] : [entry.market]));
  expect(new Set(codes)).toEqual(new Set(MARKETS.map((market) => market.code)));
});

test('a currency tells the market where one market alone sells in it', () => {
  const told = ['USD', 'GBP', 'VND', 'EUR', 'XXX', null].map(marketOfCurrency);
  expect(told).toEqual(['US', 'GB', 'VN', null, null, null]);
});
