import { ordersIn, type PartSum, partsIn, type SpendingSums, sumsIn } from '../../insights/spending.ts';
import { monthsOfYear } from '../../insights/spending-months.ts';
import type { History } from '../db.ts';
import { axisBucket, monthBucket } from '../rollups.ts';
import { currenciesOf } from './spending.ts';
import { addUp, monthIn, type NamedSums, namedSums, readRows, readWallets } from './spending-rows.ts';

/** A year in one currency. */
export interface YearInCurrency {
  currency: string;
  sums: SpendingSums;
  parts: PartSum[];
  /** The twelve months, January first. */
  months: { month: string; sums: SpendingSums }[];
  /** The shops with the most spend; none unless they were asked for. */
  topSellers: NamedSums[];
}

const TOP_SELLERS = 5;

/**
 * A buyer's year, by currency; those without an order in it are left out. Finding the top shops means reading all
 * of the year's, so that is done only when they are wanted.
 */
export function readYear(db: History, year: string, hasShops: boolean): Promise<YearInCurrency[]> {
  return db.transaction('r', db.rollups, async () => {
    const wallets = await readWallets(db);
    const years = currenciesOf(wallets).map(async (currency): Promise<YearInCurrency> => {
      const own = wallets.filter((wallet) => wallet.currency === currency);
      const [rows, sellers] = await Promise.all([
        readRows(db, own, monthBucket(`${year}-`)),
        hasShops ? readRows(db, own, axisBucket('seller', `year:${year}`)) : [],
      ]);
      const counts = addUp(rows, () => '').get('') ?? {};
      const byMonth = addUp(rows, (row) => monthIn(row.bucket));
      return {
        currency,
        sums: sumsIn(counts),
        parts: partsIn(counts),
        months: monthsOfYear(year).map((month) => ({ month, sums: sumsIn(byMonth.get(month) ?? {}) })),
        topSellers: namedSums(sellers).slice(0, TOP_SELLERS),
      };
    });
    return (await Promise.all(years)).filter(({ sums }) => ordersIn(sums) > 0);
  });
}
