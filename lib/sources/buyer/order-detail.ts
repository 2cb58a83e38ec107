import { localTimeZone } from '../../model/time.ts';
import { takeCensus } from '../drift.ts';
import { MissLog } from '../misses.ts';
import { seenBy } from '../seller/order-list.ts';
import { emptyReading, type Source, type SourceInput } from '../source.ts';
import { parseTolerant } from '../tolerant.ts';
import { orderOfDetail } from './detail-order.ts';
import { partsOfPayload } from './detail-payload.ts';
import { OrderDetail } from './detail-schema.ts';
import { openBuyerEnvelope } from './envelope.ts';
import { isId } from './links.ts';
import { marketOf } from './page-market.ts';
import { PriceReader } from './price-reader.ts';

const ROUTE = /^\/api\/v1\/aftersale\/order_detail\/get$/;
const ROOT = 'order_detail';

/** `GET /api/v1/aftersale/order_detail/get`: one of a buyer's orders in full. */
export const buyerOrderDetail: Source = {
  id: 'buyer/order-detail',
  matches: (url) => ROUTE.test(url.pathname),
  read(input) {
    const opened = openBuyerEnvelope(input.body);
    if ('reading' in opened) return opened.reading;
    const reading = emptyReading();
    const { value, misses } = parseTolerant(OrderDetail, opened.data, ROOT);
    const log = new MissLog();
    log.addAll(misses);
    const orderId = value && orderIdOf(value, input);
    if (!value || !orderId) {
      log.add({ path: `${ROOT}.main_order_id`, expected: 'id', got: 'absent' });
      return { ...reading, misses: log.toArray(), brokenCount: 1 };
    }
    const reader = new PriceReader(ROOT, null, marketOf(input));
    const context = { timeZone: localTimeZone(), seenAt: input.seenAt };
    const parts = partsOfPayload(value, orderId, context, reader);
    if (parts.reverses.some(({ id }) => id === null)) {
      reader.miss('refund_info.reverse_info_cards[].link', 'reverse_main_order_id', undefined);
    }
    const order = orderOfDetail(parts, reader, input);
    log.addAll(reader.misses);
    // When something expected is gone, the fields that nobody reads tell where it may have moved to.
    if (log.size > 0) log.addAll(unreadFields(opened.data));
    return { ...reading, misses: log.toArray(), orders: [seenBy(order, buyerOrderDetail.id, input.seenAt)] };
  },
};

/** The id that the page asked for; else the row that shows it. */
function orderIdOf(detail: OrderDetail, { url }: SourceInput): string | null {
  const asked = url.searchParams.get('main_order_id');
  if (isId(asked)) return asked;
  const rows = detail.order_info?.info_form?.info_list ?? [];
  const shown = rows.map(({ value }) => String(value ?? '')).find((value) => /^\d{17,19}$/.test(value));
  return shown ?? null;
}

function unreadFields(data: Record<string, unknown>) {
  const { unread } = takeCensus(OrderDetail, data, ROOT);
  // Pictures, links and colours are of no use to an order.
  const kept = [...unread].filter(
    (path) => !/\.(?:image|avatar|store_label|text_style|style|type)\b/.test(path),
  );
  return kept.map((path) => ({ path, expected: 'nothing', got: 'unread' }));
}
