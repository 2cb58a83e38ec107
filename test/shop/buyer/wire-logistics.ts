import { SECOND } from '../time.ts';
import type { Json, JsonObject } from '../types.ts';
import type { BuyerOrder, BuyerParcel } from './types.ts';
import { parcelTitle } from './wire-status.ts';

// Nobody has published these two answers. Their words are those of Seller Center's logistic_detail/list
// (seller-center.md 2.4), the nearest relative: a reader that is as tolerant as it should be finds them.

function parcelPayload(order: BuyerOrder, parcel: BuyerParcel): JsonObject {
  return {
    main_order_id: order.id,
    package_id: parcel.id,
    package_status: parcelTitle(parcel),
    ...(parcel.trackingNumber === null ? {} : { tracking_no: parcel.trackingNumber }),
    ...(parcel.trackingNumber === null ? {} : { logistic_supplier: { supplier_name: parcel.carrier } }),
    ...(parcel.eta ? { predict_delivery_time_text: String(parcel.eta.until / SECOND) } : {}),
  };
}

/** The `dynamic_data` of one parcel, its scans newest first; empty for a parcel that is not there. */
export function logisticsData(order: BuyerOrder, parcelId: string): JsonObject {
  const parcel = order.parcels.find(({ id }) => id === parcelId);
  if (!parcel) return {};
  const track_list: Json = parcel.events.map(({ at, title, text }) => ({
    time: at / SECOND,
    title,
    content: text ?? '',
  }));
  return { ...parcelPayload(order, parcel), logistic_detail: { track_list } };
}

/** The `dynamic_data` of all parcels of an order, without their scans. */
export function packageListData(order: BuyerOrder): JsonObject {
  return { package_list: order.parcels.map((parcel) => parcelPayload(order, parcel)) };
}
