import type { Role } from './order.ts';
import { localTimeZone } from './time.ts';

/** A country that TikTok Shop sells in. */
export interface Market {
  /** ISO 3166 code; "GB" for the UK. */
  code: string;
  name: string;
  currency: string;
  /** The zone in which a local shop's days begin and its deadlines end. */
  timeZone: string;
}

export const MARKETS: readonly Market[] = [
  { code: 'US', name: 'United States', currency: 'USD', timeZone: 'America/Los_Angeles' },
  { code: 'GB', name: 'United Kingdom', currency: 'GBP', timeZone: 'Europe/London' },
  { code: 'DE', name: 'Germany', currency: 'EUR', timeZone: 'Europe/Berlin' },
  { code: 'ES', name: 'Spain', currency: 'EUR', timeZone: 'Europe/Madrid' },
  { code: 'IT', name: 'Italy', currency: 'EUR', timeZone: 'Europe/Rome' },
  { code: 'FR', name: 'France', currency: 'EUR', timeZone: 'Europe/Paris' },
  { code: 'IE', name: 'Ireland', currency: 'EUR', timeZone: 'Europe/Dublin' },
  { code: 'ID', name: 'Indonesia', currency: 'IDR', timeZone: 'Asia/Jakarta' },
  { code: 'TH', name: 'Thailand', currency: 'THB', timeZone: 'Asia/Bangkok' },
  { code: 'VN', name: 'Vietnam', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' },
  { code: 'MY', name: 'Malaysia', currency: 'MYR', timeZone: 'Asia/Kuala_Lumpur' },
  { code: 'PH', name: 'Philippines', currency: 'PHP', timeZone: 'Asia/Manila' },
  { code: 'SG', name: 'Singapore', currency: 'SGD', timeZone: 'Asia/Singapore' },
  { code: 'BR', name: 'Brazil', currency: 'BRL', timeZone: 'America/Sao_Paulo' },
  { code: 'MX', name: 'Mexico', currency: 'MXN', timeZone: 'America/Mexico_City' },
  { code: 'JP', name: 'Japan', currency: 'JPY', timeZone: 'Asia/Tokyo' },
];

/** A place where sellers work (or buyers look at their orders): one host, what people call it, and its market where it has only one. */
export interface SellerHost {
  host: string;
  label: string;
  market: string | null;
}

const local = (code: string, host: string, label?: string): SellerHost => ({
  host,
  market: code,
  label: label ?? MARKETS.find((market) => market.code === code)?.name ?? code,
});

/** Every Seller Center host known (seller-center.md 1.1-1.2), in the order that the Market list shows. */
export const SELLER_HOSTS: readonly SellerHost[] = [
  local('US', 'seller-us.tiktok.com'),
  local('US', 'seller.us.tiktokshopglobalselling.com', 'United States, cross-border'),
  local('GB', 'seller-uk.tiktok.com'),
  local('DE', 'seller-de.tiktok.com'),
  local('ES', 'seller-es.tiktok.com'),
  local('FR', 'seller-fr.tiktok.com'),
  local('IT', 'seller-it.tiktok.com'),
  local('IE', 'seller-ie.tiktok.com'),
  local('ID', 'seller-id.tokopedia.com'),
  local('ID', 'seller-id.tiktok.com', 'Indonesia, older address'),
  local('TH', 'seller-th.tiktok.com'),
  local('VN', 'seller-vn.tiktok.com'),
  local('MY', 'seller-my.tiktok.com'),
  local('PH', 'seller-ph.tiktok.com'),
  local('SG', 'seller-sg.tiktok.com'),
  local('BR', 'seller-br.tiktok.com'),
  local('MX', 'seller-mx.tiktok.com'),
  local('JP', 'seller-jp.tiktok.com'),
  { host: 'seller.tiktok.com', label: 'Any market, global entry', market: null },
  {
    host: 'seller.tiktokshopglobalselling.com',
    label: 'Cross-border, Southeast Asia and Europe',
    market: null,
  },
  { host: 'seller.tiktokglobalshop.com', label: 'Cross-border, older address', market: null },
];

/** The market of a code that TikTok sends (`shop_region`); it writes "UK" or "GB" for one country. */
export function findMarket(code: string | null): Market | undefined {
  const upper = code?.toUpperCase();
  return MARKETS.find((market) => market.code === (upper === 'UK' ? 'GB' : upper));
}

/** The only market that sells in a currency, for sources that name no market; null where several do. */
export function marketOfCurrency(currency: string | null): string | null {
  const markets = MARKETS.filter((market) => market.currency === currency);
  return markets.length === 1 ? (markets[0]?.code ?? null) : null;
}

/** The seller host of a page, or undefined when the page is none of Seller Center. */
export function findSellerHost(hostname: string): SellerHost | undefined {
  return SELLER_HOSTS.find((entry) => entry.host === hostname);
}

/** Where buyers see their orders on the web (buyer-shop.md 1); the pages exist for the US only. */
export const BUYER_HOST = 'www.tiktok.com';
export const BUYER_MARKET = 'US';
/** The same as an entry of the lists that people choose from. */
export const BUYER: SellerHost = { host: BUYER_HOST, label: 'Your own purchases', market: BUYER_MARKET };

/** Every host that can be turned on. */
export const HOSTS: readonly string[] = [...SELLER_HOSTS.map((entry) => entry.host), BUYER_HOST];

// A browser grants whole hosts; the videos on this one are none of our business.
const BUYER_PAGES: readonly string[] = [
  `https://${BUYER_HOST}/shop/order_list*`,
  `https://${BUYER_HOST}/shop/order_detail*`,
  `https://${BUYER_HOST}/shop/logistics_detail*`,
  `https://${BUYER_HOST}/feedback/view/fe_tiktok_ecommerce_in_web/order_list/*`,
];

/** Whose pages a host has: sellers' or buyers'; undefined when it is none of ours. */
export function roleOfHost(hostname: string): Role | undefined {
  if (hostname === BUYER_HOST) return 'buyer';
  return findSellerHost(hostname) ? 'seller' : undefined;
}

/** What people call a host: its market, or the buyer's side. */
export function labelOfHost(hostname: string): string {
  return hostname === BUYER_HOST ? BUYER.label : (findSellerHost(hostname)?.label ?? hostname);
}

/** The address of a host's order list. */
export function orderListOf(hostname: string): string {
  return `https://${hostname}${hostname === BUYER_HOST ? '/shop/order_list' : '/order'}`;
}

/** The address of one order's page. */
export function orderPageOf(hostname: string, orderId: string): string {
  const id = encodeURIComponent(orderId);
  return hostname === BUYER_HOST
    ? `https://${hostname}/shop/order_detail?main_order_id=${id}`
    : `https://${hostname}/order/detail?order_no=${id}`;
}

/** The permission pattern that grants one host and nothing else. */
export function originPattern(hostname: string): string {
  return `https://${hostname}/*`;
}

/** The patterns of the pages of a host that are read; of the buyers' host the order pages and nothing else. */
export function pagePatterns(hostname: string): readonly string[] {
  return hostname === BUYER_HOST ? BUYER_PAGES : [originPattern(hostname)];
}

/** The zone in which a market's days begin: the shop's, or the user's where the market is not known. */
export function timeZoneOf(market: string | null): string {
  return findMarket(market)?.timeZone ?? localTimeZone();
}
