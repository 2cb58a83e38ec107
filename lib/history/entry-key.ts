import type { OrderItem, OrderPackage, TrackEvent } from '../model/order.ts';

/** What tells an entry of an order's list from its neighbours, as one step of a path. */
export function keyOf(list: string, entry: unknown): string {
  // JSON writes a lone half of an emoji as an escape; the encoding alone would refuse it.
  return encodeURIComponent(JSON.stringify(nameOf(list, entry)).slice(1, -1));
}

function nameOf(list: string, entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return JSON.stringify(entry);
  if (list === 'items') {
    const item = entry as OrderItem;
    return item.lineIds[0] ?? item.skuId ?? `${item.name}|${item.variation}`;
  }
  if (list === 'packages') {
    const parcel = entry as OrderPackage;
    return parcel.unitId ?? parcel.id ?? parcel.trackingNumber ?? '';
  }
  if (list === 'events' || list === 'timeline') {
    const event = entry as TrackEvent;
    return `${event.at}|${event.title}|${event.text ?? ''}`;
  }
  return 'id' in entry ? String(entry.id) : JSON.stringify(entry);
}
