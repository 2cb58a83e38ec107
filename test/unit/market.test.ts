import { expect, test } from 'vitest';
import { findMarket, findSellerHost, MARKETS, originPattern, SELLER_HOSTS } from '../../lib/model/market.ts';
import { minorDigits } from '../../lib/model/money.ts';

// seller-center.md 1.1 and 1.2, typed off by hand.
const HOSTS: Record<string, string | null> = {
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
  expect(listed.toSorted()).toEqual(Object.keys(HOSTS).toSorted());
  expect(new Set(listed).size).toBe(listed.length);
});

test.each(Object.entries(HOSTS))('%s sells in %s', (host, market) => {
  expect(findSellerHost(host)?.market).toBe(market);
  expect(findSellerHost(host)?.label).not.toBe('');
});

test('people can tell the hosts apart', () => {
  const labels = SELLER_HOSTS.map((entry) => entry.label);
  expect(new Set(labels).size).toBe(labels.length);
});

test.each(Object.keys(HOSTS))('the pattern of %s grants that host and nothing else', (host) => {
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

test('every market has a currency and a zone that the platform knows', () => {
  for (const { currency, timeZone } of MARKETS) {
    expect(minorDigits(currency)).toBe(['VND', 'JPY'].includes(currency) ? 0 : 2);
    expect(() => new Intl.NumberFormat('en', { style: 'currency', currency })).not.toThrow();
    expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  }
  const codes = SELLER_HOSTS.flatMap((entry) => (entry.market === null ? [] : [entry.market]));
  expect(new Set(codes)).toEqual(new Set(MARKETS.map((market) => market.code)));
});
