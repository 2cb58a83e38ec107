import type { MarketInfo } from './markets.ts';
import type { JsonObject } from './types.ts';

/** Minor units as the plain decimal text of `price_val`: major units, as many decimals as the market writes. */
export function priceText(minor: number, info: MarketInfo): string {
  return (minor / 10 ** info.decimals).toFixed(info.wireDecimals);
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** The localized text that Seller Center shows; nobody should parse it. */
export function formatPrice(minor: number, info: MarketInfo): string {
  const [whole = '0', part = ''] = priceText(minor, info).split('.');
  if (info.currency === 'USD') return `$${grouped(whole, ',')}.${part}`;
  if (info.currency === 'BRL') return `R$ ${grouped(whole, '.')},${part}`;
  return info.currency === 'IDR' ? `Rp${grouped(whole, '.')}` : `${grouped(whole, '.')}₫`;
}

/** A money object; a bare one has nothing but its `price_val`. */
export function money(minor: number, info: MarketInfo, bare = false): JsonObject {
  const price_val = priceText(minor, info);
  if (bare) return { price_val };
  return { currency: info.currency, format_price: formatPrice(minor, info), price_val, symbol: info.symbol };
}

/** The total of an SKU: Vietnam writes `.00` here although the currency has no decimals. */
export function skuTotal(minor: number, info: MarketInfo, bare: boolean): JsonObject {
  const value = money(minor, info, bare);
  return info.currency === 'VND' ? { ...value, price_val: `${priceText(minor, info)}.00` } : value;
}
