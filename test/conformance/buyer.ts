import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Window } from 'happy-dom';
import type * as z from 'zod/mini';
import { toMinor } from '../../lib/model/money.ts';
import { readMoneyText } from '../../lib/model/money-text.ts';
import type { Order } from '../../lib/model/order.ts';
import { OrderDetail } from '../../lib/sources/buyer/detail-schema.ts';
import { readDetailPage } from '../../lib/sources/buyer/dom/detail-page.ts';
import { readListPage } from '../../lib/sources/buyer/dom/list-page.ts';
import { pageUserId } from '../../lib/sources/buyer/dom/page-data.ts';
import { inferDates } from '../../lib/sources/buyer/list-dates.ts';
import { ListCard } from '../../lib/sources/buyer/order-list.ts';
import { isKnownTitle } from '../../lib/sources/buyer/status.ts';
import { monthDayIn } from '../../lib/sources/buyer/text-line.ts';
import { takeCensus } from '../../lib/sources/drift.ts';
import { parseJson } from '../../lib/sources/json.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Reading } from '../../lib/sources/source.ts';

const BASE = 'https://www.tiktok.com';
const LIST = `${BASE}/api/v1/aftersale/list_order/get?carrier_region=US`;
const DETAIL = `${BASE}/api/v1/aftersale/order_detail/get?carrier_region=US&api_version=12`;
/** Where the sample pages were saved: their texts are in that zone. */
const TIME_ZONE = 'America/Los_Angeles';
const SEEN_AT = Date.UTC(2026, 5, 10, 18);

/** What came of one sample: whether it was read, and a line of counts. */
interface Outcome {
  isRead: boolean;
  counts: string;
  misses: string[];
}

const FAMILIES: readonly (readonly [RegExp, (text: string) => Outcome])[] = [
  [/^list_order_get\..*\.json$/, checkList],
  [/^order_detail_get\..*\.json$/, checkDetail],
  [/^order_list_page.*\.html$/, checkListPage],
  [/^order_detail_page.*\.html$/, checkDetailPage],
  [/^xhr_log\..*\.json$/, checkRequests],
  [/^shop_price_objects\..*\.json$/, checkPrices],
];

/** Reads every sample of the buyer's pages and prints what was understood; whether each was read. */
export function checkBuyerPages(folder: string): boolean[] {
  const pages = join(folder, 'buyer', 'buyer_web');
  if (!existsSync(pages)) return [];
  const results = readdirSync(pages)
    .sort()
    .flatMap((name) => {
      const check = FAMILIES.find(([file]) => file.test(name))?.[1];
      if (!check) return [];
      const { isRead, counts, misses } = check(readFileSync(join(pages, name), 'utf8'));
      console.log(`${isRead ? 'ok  ' : 'FAIL'} ${name}\n     ${counts}`);
      for (const miss of misses) console.log(`     missed: ${miss}`);
      return [isRead];
    });
  return [...results, ...comparePages()];
}

/** What was read of each order, by the source that read it. */
const readings = new Map<string, Map<string, Order>>();

/** Whether the pages tell of an order what their answers tell, as far as a page shows it. */
function comparePages(): boolean[] {
  const answers = readings.get('buyer/order-detail');
  return [...(readings.get('buyer/order-detail-dom') ?? [])].flatMap(([id, page]) => {
    const answer = answers?.get(id);
    if (!answer) return [];
    const isSame = isDeepStrictEqual(shownOf(page), shownOf(answer, page.items.length));
    console.log(
      `${isSame ? 'ok  ' : 'FAIL'} ${id}: its page ${isSame ? 'tells' : 'does not tell'} what its answer tells`,
    );
    return [isSame];
  });
}

/** What a page shows of an order: its first products, no ids but its own, and times to the minute. */
function shownOf(order: Order, itemCount = order.items.length): unknown {
  const minute = (at: number | null) => (at === null ? null : Math.floor(at / 60_000));
  const { placedAt, paidAt, deliveredAt, cancelledAt, deadlines, status, statusLabel, amounts, billItems } =
    order;
  return {
    ...{ status, statusLabel, amounts, billItems, shop: order.counterparty, payment: order.paymentMethod },
    ...{
      shipTo: order.shipTo,
      times: [placedAt, paidAt, deliveredAt, cancelledAt, deadlines.returnByAt].map(minute),
    },
    items: order.items
      .slice(0, itemCount)
      .map(({ name, variation, quantity, unitPrice }) => [name, variation, quantity, unitPrice]),
    packages: order.packages.map(({ trackingNumber, carrier }) => [trackingNumber, carrier]),
  };
}

function read(address: string, body: unknown): Reading {
  const url = new URL(address);
  const source = findSource(url);
  if (!source) throw new Error(`No source reads ${url.pathname}`);
  const owner = { role: 'buyer', account: 'acc_conformance', market: 'US' } as const;
  const reading = source.read({ url, request: null, body, owner, seenAt: SEEN_AT });
  const known = readings.get(source.id) ?? new Map<string, Order>();
  for (const order of reading.orders) known.set(order.id, order);
  readings.set(source.id, known);
  return reading;
}

function outcome(isRead: boolean, reading: Reading, understood: number, unread: number): Outcome {
  const misses = reading.misses.filter((miss) => miss.got !== 'unread');
  return {
    isRead,
    counts: `orders ${reading.orders.length}, broken ${reading.brokenCount}, fields understood ${understood}, passed by ${unread}, missed ${misses.length}`,
    misses: [
      ...new Set(misses.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`)),
    ],
  };
}

function census(schema: z.ZodMiniType, values: unknown[]): [understood: number, unread: number] {
  const all = values.map((value) => takeCensus(schema, value));
  const count = (sets: Set<string>[]) => new Set(sets.flatMap((set) => [...set])).size;
  return [count(all.map((entry) => entry.understood)), count(all.map((entry) => entry.unread))];
}

function checkList(text: string): Outcome {
  const body = parseJson(text) as {
    code: number;
    dynamic_data?: { list_order_items?: { orders?: unknown[] } };
  };
  const cards = body.dynamic_data?.list_order_items?.orders ?? [];
  const reading = read(LIST, body);
  const isWhole = reading.orders.length >= cards.length && reading.brokenCount === 0;
  const isTold = reading.orders.every((order) => order.placedAt !== null && order.items.length > 0);
  const session = body.code === 0 ? 'ok' : 'signed-out';
  return outcome(isWhole && isTold && reading.session === session, reading, ...census(ListCard, cards));
}

function checkDetail(text: string): Outcome {
  const body = parseJson(text) as { dynamic_data?: unknown };
  const reading = read(DETAIL, body);
  return outcome(isTold(reading.orders[0]), reading, ...census(OrderDetail, [body.dynamic_data]));
}

/** A detail that was read tells state, date, goods, every price and every row of the bill. */
function isTold(order: Order | undefined): boolean {
  if (!order || !isKnownTitle(order.statusLabel) || order.placedAt === null || order.amounts.total === null)
    return false;
  const prices = [...order.items.map((item) => item.unitPrice), ...order.billItems.map((row) => row.amount)];
  return order.items.length > 0 && order.shipTo !== null && prices.every((price) => price !== null);
}

function documentOf(text: string): Document {
  const { document } = new Window({ url: `${BASE}/shop/order_list` });
  document.write(text);
  return document as unknown as Document;
}

function checkListPage(text: string): Outcome {
  const document = documentOf(text);
  const facts = { ...readListPage(document), timeZone: TIME_ZONE };
  const days = facts.cards.map(({ dateText }) => monthDayIn(dateText));
  const dates = inferDates(days, { timeZone: TIME_ZONE, seenAt: SEEN_AT });
  const isDescending = dates.every((at, index) => at !== null && at <= (dates[index - 1] ?? SEEN_AT));
  const isFull = facts.cards.every((card) => card.shop && card.status && card.productNames.length > 0);
  const isRead = facts.cards.length > 0 && isFull && isDescending && pageUserId(document) !== null;
  return outcome(isRead, read(`${BASE}/shop/order_list#dom`, facts), ...leaves(facts));
}

function checkDetailPage(text: string): Outcome {
  const document = documentOf(text);
  const facts = { ...readDetailPage(document), timeZone: TIME_ZONE };
  const reading = read(`${BASE}/shop/order_detail?main_order_id=${facts.orderId}#dom`, facts);
  const isRead = isTold(reading.orders[0]) && pageUserId(document) !== null;
  return outcome(isRead, reading, ...leaves(facts));
}

/** How many facts a page gave, and how many it did not have. */
function leaves(value: unknown): [told: number, absent: number] {
  if (value === null) return [0, 1];
  if (typeof value !== 'object') return [1, 0];
  const inner = Object.values(value).map(leaves);
  return inner.reduce(([told, absent], [more, less]) => [told + more, absent + less], [0, 0]);
}

function checkRequests(text: string): Outcome {
  const calls = parseJson(text) as { url: string }[];
  const known = calls.filter(({ url }) => findSource(new URL(url))?.id.startsWith('buyer/'));
  return {
    isRead: known.length === calls.length,
    counts: `requests ${calls.length}, known ${known.length}`,
    misses: [],
  };
}

/** Each displayed price is read to the amount of the machine's own decimal beside it. */
function checkPrices(text: string): Outcome {
  const entries = parseJson(text) as { obj: Record<string, unknown> }[];
  const pairs = entries.flatMap(({ obj }) => displayedIn(obj));
  const wrong = pairs.filter(({ shown, decimal, currency }) => {
    const amount = readMoneyText(shown, currency)?.amountMinor;
    return amount === undefined || amount !== toMinor(decimal, currency);
  });
  const counts = `prices ${pairs.length}, read ${pairs.length - wrong.length}`;
  return { isRead: pairs.length > 0 && wrong.length === 0, counts, misses: wrong.map(({ path }) => path) };
}

function displayedIn(obj: Record<string, unknown>) {
  const currency = String(obj['currency_name'] ?? obj['currency']);
  const symbol = String(obj['currency_symbol'] ?? '');
  const texts = Object.entries(obj).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return texts.flatMap(([key, shown]) => {
    const twin = {
      real_price: 'min_sku_price',
      original_price: 'min_sku_original_price',
      price_str: 'price_val',
    }[key];
    const decimal = obj[twin ?? key.replace(/_format$/, '_decimal')];
    const isPrice = twin !== undefined || /_price_format$/.test(key);
    if (!isPrice || typeof decimal !== 'string') return [];
    // As the pages write it: with the sign, and without.
    const forms = /\d/.test(shown.charAt(0)) ? [shown, `${symbol}${shown}`] : [shown];
    return forms.map((form) => ({ path: key, shown: form, decimal, currency }));
  });
}
