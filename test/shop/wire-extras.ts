import type { MarketInfo } from './markets.ts';
import { MINUTE } from './time.ts';
import type { Json, JsonObject, TrueEvent, TrueOrder } from './types.ts';
import type { Depth } from './wire.ts';

const PLACES: Record<string, string> = { US: 'United States', VN: 'Việt Nam', ID: 'Indonesia', BR: 'Brasil' };

/** The masked buyer; lists of some markets leave out the name or all of it. */
export function buyerModule(order: TrueOrder, info: MarketInfo, depth: Depth): JsonObject | undefined {
  const shown = depth === 'get' ? 'name' : info.buyerInList;
  if (shown === 'none') return undefined;
  if (shown === 'nickname') return { buyer_nickname: order.buyer.nickname };
  const items = [
    { key: 'name', value: order.buyer.name },
    { key: 'phone', value: '(+0)***-****68' },
    { key: 'address', value: '************' },
  ];
  const region = { name: PLACES[info.region] ?? '', code: info.region };
  return { buyer_nickname: order.buyer.nickname, shipping_address: { items, region } };
}

/** Whether there are notes; Indonesia gives the buyer's note itself. */
export function noteModule(order: TrueOrder, info: MarketInfo): JsonObject | undefined {
  if (order.quirks.noteless) return undefined;
  if (info.market === 'ID' && order.buyerNote !== null) return { buyer_note: order.buyerNote };
  return { has_buyer_note: order.buyerNote !== null, has_seller_note: false };
}

function liveTag(handle: string): JsonObject {
  return { value: { v_dynamic_express: { items: [{ message_content: `LIVE: ${handle}` }] } } };
}

/** The order's labels: pre-order and the LIVE that sold it. */
export function labelModule(order: TrueOrder): Json | undefined {
  if (order.quirks.labelless) return undefined;
  const live = order.liveHandle;
  return [
    {
      isPreOrder: order.preOrder ? 1 : 0,
      label_express_map: live ? { sales_source_live_tag: liveTag(live) } : undefined,
    },
  ];
}

/** Whether the shipping labels were printed (50) or not (30). */
export function printModule(order: TrueOrder): Json | undefined {
  if (order.packages.length === 0) return undefined;
  return order.packages.map((parcel) => ({
    fulfill_unit_id: parcel.unitId,
    label_status: parcel.trackingNumber ? 50 : 30,
    picking_list_status: 0,
    packing_list_status: 0,
  }));
}

/** What only the US sends. The room id is text here; `writeJson` makes it the bare number that it is. */
export function auctionModules(order: TrueOrder, info: MarketInfo): JsonObject {
  if (info.market !== 'US') return {};
  const modules: JsonObject = {
    processing_time_info_module: { processing_time_info: { processing_time: '2', extend_limit: 0 } },
  };
  if (order.auctionRoom === null) return modules;
  return {
    ...modules,
    auction_module: {
      live_room_id: order.auctionRoom,
      auction_video_receipt_url: 'https://example.invalid/receipt.m3u8',
      video_receipt_timestamp: order.placedAt - 10_000,
    },
    extra_data_map: { auction_tag: '1' },
  };
}

function viewerTime(at: number, offset: number): string {
  const local = new Date(at + offset * MINUTE);
  const date = `${local.getUTCFullYear()}/${local.getUTCMonth() + 1}/${local.getUTCDate()}`;
  return `${date} ${local.toISOString().slice(11, 19)}`;
}

function historyEntry(event: TrueEvent, info: MarketInfo): JsonObject {
  return {
    description: event.title,
    trans_time: viewerTime(event.at, info.offset),
    timestamp: event.at / 1000,
    detail: event.text ?? undefined,
    elements: event.text === null ? undefined : [{ title: 'Reason', content: event.text, media_items: [] }],
  };
}

/** The `data` of `order/history`, newest first, for the page that was asked for. */
export function historyData(order: TrueOrder, info: MarketInfo, offset: number, size: number): JsonObject {
  const entries = order.history.slice(offset, offset + size).map((event) => historyEntry(event, info));
  return { total_count: order.history.length, order_history: entries.length > 0 ? entries : undefined };
}
