import { keyOf } from '../history/entry-key.ts';
import { ownParcels } from '../insights/rights.ts';
import type { Order, OrderPackage, TrackEvent } from '../model/order.ts';
import { readScan, type ScanNews } from './scan-words.ts';

/** What tells a parcel of an order from the others. */
export function parcelKey(parcel: OrderPackage): string {
  return keyOf('packages', parcel);
}

/** The newest scan of a parcel that has a time; null without one. */
export function newestScan({ events }: OrderPackage): (TrackEvent & { at: number }) | null {
  return events.reduce<(TrackEvent & { at: number }) | null>(
    (last, event) => (event.at !== null && event.at > (last?.at ?? -1) ? { ...event, at: event.at } : last),
    null,
  );
}

/** The newest scan of each parcel to the buyer, with what it means. */
export function newestScans(
  order: Order,
): { parcel: OrderPackage; scan: TrackEvent & { at: number }; news: ScanNews | null }[] {
  return ownParcels(order).flatMap((parcel) => {
    const scan = newestScan(parcel);
    return scan === null ? [] : [{ parcel, scan, news: readScan(scan) }];
  });
}
