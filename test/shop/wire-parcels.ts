import type { MarketInfo } from './markets.ts';
import { money } from './money.ts';
import { DELIVERED, DELIVERY_CANCELED } from './parcels.ts';
import type { Json, TrueOrder, TruePackage } from './types.ts';
import { displayMessage } from './wire-text.ts';

/** The list's event carries milliseconds that the track list drops. */
const JITTER = 140;

function linesOf(order: TrueOrder, unit: number): string[] {
  return order.items.flatMap((item) =>
    item.lines.filter((line) => line.unit === unit).map((line) => line.id),
  );
}

function perPackage(
  order: TrueOrder,
  build: (parcel: TruePackage, unit: number) => Json[],
): Json | undefined {
  const rows = order.packages.flatMap(build);
  return rows.length > 0 ? rows : undefined;
}

/** Which lines travel in which package. */
export function unitMapper(order: TrueOrder): Json | undefined {
  return perPackage(order, (parcel, unit) => [
    {
      fulfill_unit_id: parcel.unitId,
      order_line_id: linesOf(order, unit),
      package_id: parcel.packageId ?? undefined,
    },
  ]);
}

/** The packing state of each package, in milliseconds unlike its neighbours. */
export function fulfillmentModule(order: TrueOrder): Json | undefined {
  return perPackage(order, (parcel) => {
    const packed = parcel.tracks.find((track) => track.title === 'Packed');
    if (!packed) return [];
    const newest = parcel.tracks[0]?.title;
    const status = newest === DELIVERED ? 17000 : newest === DELIVERY_CANCELED ? 19000 : 13000;
    const rts_time = String(packed.at + 812);
    return [
      { fulfill_unit_id: parcel.unitId, fulfillment_status_v2: status, rts_time, print_time: rts_time },
    ];
  });
}

/** Tracking number, carrier and warehouse of each package. */
export function deliveryModule(order: TrueOrder, info: MarketInfo): Json | undefined {
  return perPackage(order, (parcel) => [
    {
      fulfill_unit_id: parcel.unitId,
      tracking_no: parcel.trackingNumber ?? (order.quirks.zeroTimes ? '' : undefined),
      last_tracking_no: '',
      shipment_provider_info: parcel.carrier
        ? { id: parcel.carrier.id, name: parcel.carrier.name }
        : { id: info.carriers[0]?.id, icon_url: '/static/product.svg' },
      logistics_service_info: {
        logistics_service_name: 'Standard',
        logistics_service_level: 'Standard shipping',
      },
      payment_total: money(order.amounts.total, info, order.quirks.bareMoney),
      pickup_type: 2,
      buyer_region: info.region,
      warehouse_name: 'Main warehouse',
      warehouse_region: info.market === 'XB' ? 'CN' : info.region,
      pkg_attr: { weight: { unit: 1, weight: '260' } },
    },
  ]);
}

/** The newest logistics event of each package, as localized text with a number of milliseconds. */
export function logisticsModule(order: TrueOrder): Json | undefined {
  return perPackage(order, (parcel) => {
    const event = listEvent(order, parcel);
    if (!event) return [];
    const logistics_detail_item = { timestamp: event.at, display_msg: event.title };
    return [{ fulfill_unit_id: parcel.unitId, logistics_detail_item }];
  });
}

/** What the list tells about a package: a few milliseconds after the track event that it is. */
export function listEvent(order: TrueOrder, parcel: TruePackage): { at: number; title: string } | null {
  const newest = parcel.tracks[0];
  return newest ? { at: newest.at + JITTER, title: displayMessage(order.market, newest.title) } : null;
}

function trackingPayload(order: TrueOrder, parcel: TruePackage, unit: number): Json {
  const items = order.items.filter((item) => item.lines.some((line) => line.unit === unit));
  return {
    main_order_id: order.id,
    order_line_ids: linesOf(order, unit),
    package_id: parcel.packageId ?? parcel.unitId,
    tracking_no: parcel.trackingNumber ?? '',
    invoice_no: '',
    logistic_supplier: { supplier_id: parcel.carrier?.id ?? '', supplier_name: parcel.carrier?.name ?? '' },
    logistic_detail: {
      track_list: parcel.tracks.map((track) => ({
        title: track.title,
        time: Math.floor(track.at / 1000),
        content: track.text ?? '',
        track_status: 1,
      })),
    },
    item_list: items.map((item) => ({
      sku_id: item.skuId,
      product_name: item.name,
      sku_name: item.variation,
      quantity: item.lines.length,
    })),
    order_line_amount: linesOf(order, unit).length,
    delivery_option: 'Standard shipping',
    predict_delivery_time_text: parcel.etaAt === null ? '' : String(Math.floor(parcel.etaAt / 1000)),
    collectMethod: 0,
    fulfill_unit_id: parcel.unitId,
    main_order_ids: [order.id],
    pod_can_update: false,
    logistic_delay_tip: '',
  };
}

/** The `data` of `logistic_detail/list`: empty for an order that was not packed. */
export function trackingData(order: TrueOrder): Json {
  const package_list = order.packages.flatMap((parcel, unit) =>
    parcel.tracks.length > 0 ? [trackingPayload(order, parcel, unit)] : [],
  );
  return package_list.length > 0 ? { package_list } : {};
}
