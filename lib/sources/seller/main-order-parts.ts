import type { OrderPackage, OrderReturn, TrackEvent } from '../../model/order.ts';
import { type FieldReader, textOf } from './fields.ts';
import type { MainOrder } from './main-order-schema.ts';

// reverse_type: 1 cancelled by the system, 2 refund, 3 return and refund, 4 cancelled by the buyer.
const RETURN_TYPE = new Map([
  [1, 'CANCELLATION'],
  [2, 'REFUND'],
  [3, 'RETURN_AND_REFUND'],
  [4, 'CANCELLATION'],
]);
const RETURN_STATUS = new Map([
  [4, 'PENDING'],
  [100, 'COMPLETE'],
]);

/** The parcels of an order: one per fulfilment unit, with the last thing its carrier said. */
export function readPackages(main: MainOrder, reader: FieldReader): OrderPackage[] {
  const byUnit = new Map<string | null, OrderPackage>();
  const parcelOf = (part: { fulfill_unit_id?: string | number | null }) => {
    const unitId = textOf(part.fulfill_unit_id);
    const known = byUnit.get(unitId);
    const parcel = known ?? {
      id: unitId,
      unitId,
      trackingNumber: null,
      carrier: null,
      etaAt: null,
      events: [],
    };
    if (!known) byUnit.set(unitId, parcel);
    return parcel;
  };
  for (const unit of main.fulfill_unit_id_mapper ?? []) {
    const parcel = parcelOf(unit);
    parcel.id = textOf(unit.package_id) ?? parcel.id;
  }
  for (const delivery of main.delivery_module ?? []) {
    const parcel = parcelOf(delivery);
    parcel.trackingNumber ??= textOf(delivery.tracking_no);
    parcel.carrier ??= textOf(delivery.shipment_provider_info?.name);
  }
  for (const info of main.logistics_info_module ?? []) {
    const event = readEvent(info, reader);
    if (event) parcelOf(info).events.push(event);
  }
  return [...byUnit.values()];
}

function readEvent(
  info: NonNullable<MainOrder['logistics_info_module']>[number],
  reader: FieldReader,
): TrackEvent | undefined {
  const item = info.logistics_detail_item;
  const title = textOf(item?.display_msg);
  const at = reader.time('logistics_info_module[].logistics_detail_item.timestamp', item?.timestamp);
  return title === null ? undefined : { at, title, text: null };
}

/** Returns, refunds and cancellations; one can stand beside a shipped or delivered status. */
export function readReturns(main: MainOrder, reader: FieldReader): OrderReturn[] {
  return (main.reverse_module ?? []).map((reverse) => {
    const { reverse_type: type, reverse_status: status } = reverse;
    const isDone = status === 100;
    const at = (field: string) => `reverse_module[].${field}`;
    return {
      id: String(reverse.reverse_order_id),
      type: RETURN_TYPE.get(type ?? 0) ?? `TYPE_${type ?? 'UNKNOWN'}`,
      status: RETURN_STATUS.get(status ?? 0) ?? String(status ?? 'UNKNOWN'),
      amount: reader.money(at('refund_total'), reverse.refund_total),
      openedAt: null,
      respondByAt: reader.time(at('seller_auto_approve_time'), reverse.seller_auto_approve_time),
      closedAt: isDone
        ? (reader.time(at('refund_time'), reverse.refund_time) ??
          reader.time(at('cancelled_time'), reverse.cancelled_time))
        : null,
      lineIds: (reverse.order_line_ids ?? []).map(String),
      received: isDone ? reader.money(at('refund_total'), reverse.refund_total) : null,
    };
  });
}
