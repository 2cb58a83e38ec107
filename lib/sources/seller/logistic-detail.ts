import * as z from 'zod/mini';
import { emptyOrder, type Order, type OrderPackage } from '../../model/order.ts';
import { emptyReading, type Source, type SourceInput } from '../source.ts';
import { parseTolerant } from '../tolerant.ts';
import { listIn, openEnvelope } from './envelope.ts';
import { FieldReader, textOf } from './fields.ts';
import { idScalar, maybe, scalar } from './main-order-schema.ts';
import { seenBy } from './order-list.ts';

const ROUTE = /^\/api\/(?:v1\/)?fulfillment\/(?:na\/)?logistic_detail\/list$/;

// Keys and types of 107 real answers, 2026-08-21 (seller-center.md 2.4). `track_status` is always 1.
export const LogisticPackage = z.object({
  main_order_id: idScalar,
  package_id: maybe(scalar),
  fulfill_unit_id: maybe(scalar),
  tracking_no: maybe(scalar),
  logistic_supplier: maybe(z.object({ supplier_name: maybe(z.string()) })),
  logistic_detail: maybe(
    z.object({
      track_list: maybe(z.array(z.object({ title: z.string(), time: scalar, content: maybe(z.string()) }))),
    }),
  ),
  predict_delivery_time_text: maybe(scalar),
});
type LogisticPackage = z.output<typeof LogisticPackage>;

/** `GET /api/v1/fulfillment/(na/)logistic_detail/list`: the parcels of an order, each with its scans. */
export const logisticDetail: Source = {
  id: 'seller/logistic-detail',
  matches: (url) => ROUTE.test(url.pathname),
  read(input) {
    const opened = openEnvelope(input.body);
    if ('reading' in opened) return opened.reading;
    const reading = emptyReading();
    const byOrder = new Map<string, OrderPackage[]>();
    // Not shipped yet: the data is empty.
    for (const entry of listIn(opened.data, 'package_list', reading)) {
      const { value, misses } = parseTolerant(LogisticPackage, entry, 'package_list[]');
      const reader = new FieldReader('package_list[]', null, input.owner.market);
      for (const miss of misses) reading.misses.push(miss);
      if (!value) reading.brokenCount += 1;
      else addTo(byOrder, String(value.main_order_id), readPackage(value, reader));
      for (const miss of reader.misses) reading.misses.push(miss);
    }
    reading.orders = [...byOrder].map(([id, packages]) => toOrder(id, packages, input));
    return reading;
  },
};

function addTo(byOrder: Map<string, OrderPackage[]>, id: string, parcel: OrderPackage): void {
  const parcels = byOrder.get(id);
  if (parcels) parcels.push(parcel);
  else byOrder.set(id, [parcel]);
}

function readPackage(entry: LogisticPackage, reader: FieldReader): OrderPackage {
  return {
    id: textOf(entry.package_id),
    unitId: textOf(entry.fulfill_unit_id),
    trackingNumber: textOf(entry.tracking_no),
    carrier: textOf(entry.logistic_supplier?.supplier_name),
    etaAt: reader.time('predict_delivery_time_text', entry.predict_delivery_time_text),
    events: (entry.logistic_detail?.track_list ?? []).map((track) => ({
      at: reader.time('logistic_detail.track_list[].time', track.time),
      title: track.title,
      text: textOf(track.content),
    })),
  };
}

function toOrder(id: string, packages: OrderPackage[], input: SourceInput): Order {
  const order = emptyOrder(id, input.owner);
  order.packages = packages;
  const shipped = packages.flatMap((parcel) => timesOf(parcel, /^in transit$/i));
  order.shippedAt = shipped.reduce<number | null>(
    (first, at) => (first === null ? at : Math.min(first, at)),
    null,
  );
  // There is no delivery field: an order is delivered when the last of its parcels is. Titles are localized;
  // those of other languages are kept as events and give no time.
  const delivered = packages.map((parcel) => timesOf(parcel, /^delivered$/i));
  if (delivered.every((times) => times.length > 0)) {
    order.deliveredAt = delivered.flat().reduce((last, at) => Math.max(last, at), 0);
  }
  return seenBy(order, logisticDetail.id, input.seenAt);
}

function timesOf(parcel: OrderPackage, title: RegExp): number[] {
  return parcel.events.flatMap((event) =>
    event.at !== null && title.test(event.title.trim()) ? [event.at] : [],
  );
}
