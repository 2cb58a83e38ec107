import 'temporal-polyfill/global';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { takeCensus } from '../../lib/sources/drift.ts';
import { parseJson } from '../../lib/sources/json.ts';
import { findSource } from '../../lib/sources/registry.ts';
import { LogisticPackage } from '../../lib/sources/seller/logistic-detail.ts';
import { MainOrder } from '../../lib/sources/seller/main-order-schema.ts';
import { OrderHistory } from '../../lib/sources/seller/order-history.ts';
import type { Reading } from '../../lib/sources/source.ts';
import { checkBuyerPages } from './buyer.ts';
import { checkDataExports } from './files.ts';
import { checkSellerExports } from './seller-exports.ts';

/** A family of samples: which route they answer, and what in them holds the fields. */
interface Family {
  file: RegExp;
  url: string;
  request: unknown;
  parts(data: Record<string, unknown>): { schema: z.ZodMiniType; values: unknown[] };
  /** Whether a reading of such a sample has what it must have. */
  isRead(reading: Reading, data: Record<string, unknown>): boolean;
}

const BASE = 'https://seller-us.tiktok.com';
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const hasAll = (reading: Reading, count: number) =>
  reading.orders.length === count && reading.brokenCount === 0;

const FAMILIES: readonly Family[] = [
  {
    file: /^sc_order_list\./,
    url: `${BASE}/api/fulfillment/order/list`,
    request: null,
    parts: (data) => ({ schema: MainOrder, values: listOf(data['main_orders']) }),
    isRead: (reading, data) => hasAll(reading, listOf(data['main_orders']).length),
  },
  {
    file: /^sc_order_get\./,
    url: `${BASE}/api/fulfillment/order/get`,
    request: null,
    parts: (data) => ({ schema: MainOrder, values: listOf(data['main_order']) }),
    isRead: (reading, data) => hasAll(reading, listOf(data['main_order']).length),
  },
  {
    file: /^sc_order_history\./,
    url: `${BASE}/api/v1/fulfillment/order/history`,
    request: { main_order_id: '570000000000000001', offset: 0, page_size: 10 },
    parts: (data) => ({ schema: OrderHistory, values: [data] }),
    isRead: (reading, data) => reading.orders[0]?.timeline.length === listOf(data['order_history']).length,
  },
  {
    file: /^sc_logistic_detail\./,
    url: `${BASE}/api/v1/fulfillment/na/logistic_detail/list`,
    request: null,
    parts: (data) => ({ schema: LogisticPackage, values: listOf(data['package_list']) }),
    isRead: (reading, data) =>
      reading.orders.flatMap((order) => order.packages).length === listOf(data['package_list']).length,
  },
];

/** Reads every sample that belongs to a route and prints, per file, what was understood and what was not. */
async function run(folder: string): Promise<number> {
  const seller = join(folder, 'seller');
  if (!existsSync(seller)) {
    console.error(
      `There is no folder ${seller}. Name the folder with the samples: npm run conformance -- PATH`,
    );
    return 1;
  }
  const results = readdirSync(seller)
    .sort()
    .flatMap((file) => {
      const family = FAMILIES.find((entry) => entry.file.test(file));
      return family ? [check(join(seller, file), file, family)] : [];
    })
    .concat(checkBuyerPages(folder), await checkSellerExports(folder), await checkDataExports(folder));
  const failed = results.filter((isRead) => !isRead).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed > 0 || results.length === 0 ? 1 : 0;
}

function check(path: string, name: string, family: Family): boolean {
  const body = parseJson(readFileSync(path, 'utf8')) as { data?: Record<string, unknown> };
  const url = new URL(`${family.url}?oec_seller_id=1&shop_region=${regionOf(name)}`);
  const owner = { role: 'seller', account: 'acc_conformance', market: regionOf(name) } as const;
  const reading = findSource(url)?.read({ url, request: family.request, body, owner, seenAt: Date.now() });
  if (!reading) throw new Error(`No source reads ${url.pathname}`);
  const { schema, values } = family.parts(body.data ?? {});
  const censuses = values.map((value) => takeCensus(schema, value));
  const understood = new Set(censuses.flatMap((census) => [...census.understood]));
  const unread = new Set(censuses.flatMap((census) => [...census.unread]));
  const isRead = family.isRead(reading, body.data ?? {});
  const misses = reading.misses.filter((miss) => miss.got !== 'unread');
  console.log(`${isRead ? 'ok  ' : 'FAIL'} ${name}`);
  console.log(
    `     orders ${reading.orders.length}, broken ${reading.brokenCount}, fields understood ${understood.size}, passed by ${unread.size}, missed ${misses.length}`,
  );
  for (const miss of misses)
    console.log(`     missed: ${miss.path}: expected ${miss.expected}, got ${miss.got}`);
  if (process.argv.includes('--fields')) console.log(`     passed by: ${[...unread].sort().join(', ')}`);
  return isRead;
}

function regionOf(name: string): string {
  return (/\.(us|vn|id|br|th|my|ph)[.-]/.exec(name)?.[1] ?? 'us').toUpperCase();
}

process.exit(await run(process.argv[2] ?? '../shared/data'));
