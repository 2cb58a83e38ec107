import { findMarket, MARKETS } from '../../model/market.ts';
import { columnKey } from './seller-columns.ts';
import type { DayOrder } from './seller-times.ts';

// The country column has the country's English name or its own, or its code.
const COUNTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  US: ['United States', 'United States of America', 'USA', 'Hoa Kỳ', 'Amerika Serikat', 'สหรัฐอเมริกา'],
  GB: ['United Kingdom', 'Great Britain', 'UK'],
  DE: ['Germany', 'Deutschland'],
  ES: ['Spain', 'España'],
  IT: ['Italy', 'Italia'],
  FR: ['France'],
  IE: ['Ireland'],
  ID: ['Indonesia'],
  TH: ['Thailand', 'ประเทศไทย', 'ไทย'],
  VN: ['Vietnam', 'Viet Nam', 'Việt Nam'],
  MY: ['Malaysia'],
  PH: ['Philippines', 'Pilipinas'],
  SG: ['Singapore'],
  BR: ['Brazil', 'Brasil'],
  MX: ['Mexico', 'México'],
  JP: ['Japan', '日本'],
};
const marketByCountry = new Map(
  Object.entries(COUNTRY_NAMES).flatMap(([market, names]) =>
    [market, ...names].map((name) => [columnKey(name), market]),
  ),
);

// Columns that one market's export has and no other's; two needed where one name stands in several.
const HEADER_MARKS: readonly { market: string; all: readonly string[] }[] = [
  { market: 'ID', all: ['Regency and City'] },
  { market: 'ID', all: ['Tokopedia Invoice Number'] },
  { market: 'PH', all: ['Barangay'] },
  { market: 'VN', all: ['District', 'Commune'] },
  { market: 'MY', all: ['State', 'Post Town'] },
  { market: 'GB', all: ['County', 'Post Town'] },
  { market: 'US', all: ['Retail Delivery Fee'] },
];

// The finance exports of the US name no currency; these columns stand in no other market's.
const US_FEES = ['Referral fee', 'Sales tax payment'];

/** Whose language a file speaks: its own name, or its labels. These three write days first. */
const TONGUES: readonly { market: string; pattern: RegExp }[] = [
  { market: 'VN', pattern: /đơn hàng|[đĐơƠưƯ]|ậ|ế|ệ|ị|ủ|ỷ/ },
  { market: 'TH', pattern: /[\u0E00-\u0E7F]/ },
  { market: 'ID', pattern: /\b(pesanan|perlu dikirim|dikirim|selesai|dibatalkan|belum dibayar)\b/i },
];

/** The market of a country as the file writes it; null for a name that is none of TikTok Shop's. */
export function marketOfCountry(name: string): string | null {
  return marketByCountry.get(columnKey(name)) ?? null;
}

/** The only market that sells in a currency; null for the euro and for what no market has. */
export function marketOfCurrency(currency: string | null): string | null {
  const markets = MARKETS.filter((market) => market.currency === currency);
  return markets.length === 1 ? (markets[0]?.code ?? null) : null;
}

/** The market whose fees a finance export has; null when its columns don't tell. */
export function marketOfFees(headerNames: readonly string[]): string | null {
  const keys = new Set(headerNames.map(columnKey));
  return US_FEES.every((name) => keys.has(columnKey(name))) ? 'US' : null;
}

/** What a file shows of the market that it comes from. */
export interface MarketSigns {
  /** Currencies that its amounts name. */
  currencies: ReadonlySet<string>;
  /** Markets of its country column. */
  countries: ReadonlySet<string>;
  headerNames: readonly string[];
  dayOrder: DayOrder | null;
  /** The file's name and its status labels. */
  texts: readonly string[];
}

/**
 * The market of an order export: by the currency, then the country column, then columns that one market has, last
 * the language where the dates agree. Null where they tell nothing, or two.
 */
export function marketOf(signs: MarketSigns): string | null {
  const currency = only(signs.currencies);
  const country = only(signs.countries);
  if (currency !== null) {
    const market = marketOfCurrency(currency);
    // Several markets have the euro: the country tells which.
    return market ?? (findMarket(country)?.currency === currency ? country : null);
  }
  if (signs.currencies.size > 1 || signs.countries.size > 1) return null;
  return country ?? marketOfHeader(signs.headerNames) ?? marketOfTongue(signs);
}

function only(values: ReadonlySet<string>): string | null {
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}

function marketOfHeader(names: readonly string[]): string | null {
  const keys = new Set(names.map(columnKey));
  const found = HEADER_MARKS.filter(({ all }) => all.every((name) => keys.has(columnKey(name))));
  return only(new Set(found.map(({ market }) => market)));
}

// A seller of one country can sell in another; its pages then have that country's dates.
function marketOfTongue({ texts, dayOrder }: MarketSigns): string | null {
  if (dayOrder !== 'day-first') return null;
  const found = TONGUES.filter(({ pattern }) => texts.some((text) => pattern.test(text.normalize('NFC'))));
  return only(new Set(found.map(({ market }) => market)));
}
