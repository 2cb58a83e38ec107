import * as z from 'zod/mini';
import { emptyOrder, type Order, type OrderItem } from '../../model/order.ts';
import { stageOf } from '../../model/status.ts';
import { localTimeZone } from '../../model/time.ts';
import { textOf } from '../seller/fields.ts';
import { idScalar, maybe, scalar } from '../seller/main-order-schema.ts';
import { seenBy } from '../seller/order-list.ts';
import { emptyReading, type ListScope, type Miss, type Source, type SourceInput } from '../source.ts';
import { parseTolerant, typeName } from '../tolerant.ts';
import { fillTimes } from './deadlines.ts';
import { openBuyerEnvelope } from './envelope.ts';
import { findTime, type Line } from './line.ts';
import { isKnownTitle, statusOfCard } from './status.ts';
import { lineOf, Template } from './template.ts';

const ROUTE = /^\/api\/v1\/(?:aftersale|trade)\/list_order\/get$/;

const list = <T extends z.ZodMiniType>(schema: T) => maybe(z.array(schema));
const Entry = z.object({
  main_order_id: maybe(idScalar),
  seller_info: maybe(z.object({ name: maybe(z.string()) })),
  skus: list(z.object({ product_name: maybe(z.string()) })),
});
/** One card of the list; it has neither prices nor quantities (buyer-shop.md 2.3). */
export const ListCard = z.object({
  items: z.array(Entry),
  order_info: maybe(z.object({ order_date: maybe(Template) })),
  status: maybe(z.object({ title: maybe(Template), subtitles: list(Template) })),
});
type ListCard = z.output<typeof ListCard>;

const ListData = z.object({
  list_order_items: z.object({ orders: list(z.unknown()), has_more: maybe(z.boolean()) }),
});

/** `POST /api/v1/aftersale/list_order/get` and the older `GET /api/v1/trade/list_order/get`: a page of orders. */
export const buyerOrderList: Source = {
  id: 'buyer/order-list',
  matches: (url) => ROUTE.test(url.pathname),
  read(input) {
    const opened = openBuyerEnvelope(input.body);
    if ('reading' in opened) return opened.reading;
    const reading = emptyReading();
    const { value: data, misses } = parseTolerant(ListData, opened.data, '');
    reading.misses.push(...misses);
    if (!data) return reading;
    for (const entry of data.list_order_items.orders ?? []) {
      const card = parseTolerant(ListCard, entry, 'orders[]');
      for (const miss of card.misses) reading.misses.push(miss);
      const orders = card.value ? readCard(card.value, input, reading.misses) : [];
      if (orders.length === 0) reading.brokenCount += 1;
      for (const order of orders) reading.orders.push(order);
    }
    reading.scope = scopeOf(input, data.list_order_items.has_more === false, reading.orders.length);
    return reading;
  },
};

/** The orders of a card: usually one; entries with ids of their own are orders that share its date and status. */
function readCard(card: ListCard, input: SourceInput, misses: Miss[]): Order[] {
  const byId = new Map<string, ListCard['items']>();
  let id: string | null = null;
  for (const entry of card.items) {
    // An entry without an id belongs to the one before it: the page shows their products together.
    id = textOf(entry.main_order_id) ?? id;
    if (id === null) continue;
    const entries = byId.get(id);
    if (entries) entries.push(entry);
    else byId.set(id, [entry]);
  }
  if (byId.size === 0) {
    misses.push({ path: 'orders[].items[].main_order_id', expected: 'id', got: 'absent' });
  }
  return [...byId].map(([orderId, entries]) => readOrder(orderId, entries, card, input, misses));
}

function readOrder(
  id: string,
  entries: ListCard['items'],
  { order_info: info, status }: ListCard,
  { owner, seenAt }: SourceInput,
  misses: Miss[],
): Order {
  const order = emptyOrder(id, owner);
  const line = (template: Template): Line => lineOf(template, { timeZone: localTimeZone(), seenAt }, 'day');
  const lines = (status?.subtitles ?? []).map(line);
  const date = info?.order_date ? [line(info.order_date)] : [];
  order.placedAt = findTime(date, /(?:)/);
  fillTimes(order, lines, seenAt);
  order.counterparty =
    entries.map((entry) => textOf(entry.seller_info?.name)).find((name) => name !== null) ?? null;
  order.items = entries.flatMap((entry) =>
    (entry.skus ?? []).map((sku) => namedItem(textOf(sku.product_name) ?? '')),
  );
  order.statusLabel = status?.title ? line(status.title).text || null : null;
  order.status = statusOfCard(order.statusLabel, lines);
  order.stage = stageOf(order);
  if (order.status === 'UNKNOWN' && !isKnownTitle(order.statusLabel)) {
    misses.push({ path: 'orders[].status.title', expected: 'known status', got: typeName(status?.title) });
  }
  if ([...date, ...lines].some((entry) => entry.isOdd)) {
    misses.push({ path: 'orders[].*.data_list[].data', expected: 'epoch', got: 'string' });
  }
  if (order.placedAt === null) {
    misses.push({
      path: 'orders[].order_info.order_date',
      expected: 'time',
      got: typeName(info?.order_date),
    });
  }
  return seenBy(order, buyerOrderList.id, seenAt);
}

/** A product of which only the name is known. */
export function namedItem(name: string): OrderItem {
  const unknown = { productId: null, skuId: null, sellerSku: null, variation: null, quantity: null };
  return { ...unknown, name, unitPrice: null, total: null, lineIds: [] };
}

const Request = z.object({
  req: z.array(
    z.object({
      list_order_req: maybe(
        z.object({
          tab: maybe(scalar),
          index: maybe(scalar),
          filter: list(z.object({ status: maybe(scalar) })),
        }),
      ),
    }),
  ),
});

// Only a list that ends on its first page tells how many orders there are.
function scopeOf({ request, url }: SourceInput, isLast: boolean, count: number): ListScope {
  const asked = Request.safeParse(request).data?.req.find((part) => part.list_order_req)?.list_order_req;
  const tab = asked?.tab ?? url.searchParams.get('tab') ?? 0;
  const isFiltered = (asked?.filter ?? []).some(({ status }) => Number(status ?? 0) !== 0);
  const isWhole = Number(tab) === 0 && !isFiltered;
  const isFirst =
    !(asked?.index ?? url.searchParams.get('index')) && Number(url.searchParams.get('cursor') ?? 0) === 0;
  return { isWhole, totalCount: isFirst && isLast ? count : null };
}
