import type { Order, OrderPackage } from '../model/order.ts';
import { DAY_MS } from '../model/time.ts';
import { PAST_MS } from './clock-events.ts';
import { isOnTheWay, topicOf } from './matter.ts';
import { type News, newsOf } from './news.ts';
import { newestScans, parcelKey } from './parcels.ts';
import type { ScanNews } from './scan-words.ts';
import type { OrderChange } from './seen.ts';

/** Parcels whose newest scan, told by this capture, says that the delivery failed. */
export function failedNews(change: OrderChange, before: Order | null): News[] {
  return scanned(change, before, 'failed', PAST_MS).map(({ topic, at, scan }) =>
    newsOf(
      'delivery-failed',
      topic,
      { name: `failed|${scan.at}`, at, title: 'Delivery failed' },
      { more: scan.title },
    ),
  );
}

/** Parcels that are on the delivery van today. */
export function outNews(change: OrderChange, before: Order | null): News[] {
  // A van that was out yesterday is news no more; and what was so at first sight was no change.
  if (before === null) return [];
  return scanned(change, before, 'out-for-delivery', DAY_MS).map(({ topic, at, scan }) =>
    newsOf(
      'out-for-delivery',
      topic,
      { name: `out|${scan.at}`, at, severity: 'low', title: 'Out for delivery' },
      { endsAt: scan.at + DAY_MS },
    ),
  );
}

interface Scanned {
  topic: string;
  at: number;
  scan: { at: number; title: string };
}

function scanned(
  { key, order, at }: OrderChange,
  before: Order | null,
  wanted: ScanNews,
  withinMs: number,
): Scanned[] {
  if (!isOnTheWay(order)) return [];
  const known = (parcel: OrderPackage) =>
    before?.packages.find((entry) => parcelKey(entry) === parcelKey(parcel))?.events ?? [];
  return newestScans(order)
    .filter(({ news, scan }) => news === wanted && scan.at >= at - withinMs)
    .filter(({ parcel, scan }) => !known(parcel).some((old) => isSameScan(old, scan)))
    .map(({ parcel, scan }) => ({ topic: topicOf('delivery', key, parcelKey(parcel)), at, scan }));
}

// The list tells a scan with milliseconds, the tracking in whole seconds.
function isSameScan(a: { at: number | null; title: string }, b: { at: number; title: string }): boolean {
  return a.at !== null && a.title === b.title && Math.floor(a.at / 1000) === Math.floor(b.at / 1000);
}
