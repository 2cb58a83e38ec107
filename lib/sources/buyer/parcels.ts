import type { OrderPackage } from '../../model/order.ts';
import type { DetailParts, ParcelPart, SkuPart } from './detail-parts.ts';
import type { Line } from './line.ts';
import { meaningOfEta } from './status.ts';

/**
 * The parcels of an order: number from the text that a click copies, carrier from the words beside it. What the
 * page says of the whole order (number, days of arrival) is its only parcel's, too.
 */
export function readParcels(parts: DetailParts): OrderPackage[] {
  return [...readOwn(parts), ...readBack(parts)];
}

function readOwn(parts: DetailParts): OrderPackage[] {
  const parcels = parts.parcels.map((part) => readParcel(part, parts.orderId));
  const own = parcelOfLines(parts.trackedParcelId, parts.lines, parts.orderId);
  const [only] = parcels;
  if (!only) return own.id === null && own.trackingNumber === null ? [] : [own];
  if (parcels.length > 1) return parcels;
  const { id, trackingNumber, carrier, etaAt } = only;
  return [
    {
      ...only,
      id: id ?? own.id,
      trackingNumber: trackingNumber ?? own.trackingNumber,
      carrier: carrier ?? (trackingNumber === null ? own.carrier : null),
      etaAt: etaAt ?? own.etaAt,
    },
  ];
}

// A return says by which parcel the goods go back; the page shows no id of it.
function readBack({ reverses, orderId }: DetailParts): OrderPackage[] {
  const parcels = reverses.map(({ title, subtitle }) =>
    parcelOfLines(
      null,
      [title, subtitle].filter((line) => line !== null),
      orderId,
    ),
  );
  return parcels
    .filter((parcel) => parcel.trackingNumber !== null)
    .map((parcel) => ({ ...parcel, isReturn: true }));
}

/** The latest day of arrival that lines promise, epoch ms. */
export function arrivalOf(lines: readonly Line[]): number | null {
  const eta = lines.find((line) => line.eta && meaningOfEta(line.eta) === 'arrive')?.eta;
  return eta?.toAt ?? null;
}

function readParcel(part: ParcelPart, orderId: string): OrderPackage {
  return {
    ...parcelOfLines(part.id, part.lines, orderId),
    statusLabel: part.title?.text ?? null,
    lastScan: part.lastScan,
    items: part.skus.map(({ skuId, name, variation, quantity }: SkuPart) => ({
      skuId,
      name,
      variation,
      quantity,
    })),
  };
}

function parcelOfLines(id: string | null, lines: readonly Line[], orderId: string): OrderPackage {
  // Neither an order's id nor a parcel's may be taken for a tracking number (buyer-shop.md 2.8).
  const isNumber = (text: string) => text !== id && text !== orderId;
  const line = lines.find(({ copies }) => copies.some(isNumber));
  const trackingNumber = line?.copies.find(isNumber) ?? null;
  return {
    id,
    trackingNumber,
    carrier: line && trackingNumber !== null ? carrierIn(line.text, trackingNumber) : null,
    etaAt: arrivalOf(lines),
    events: [],
    unitId: null,
  };
}

// "USPS 9434…", perhaps "USPS tracking number: 9434…": no such wording was captured. Words that are no name stay out.
function carrierIn(text: string, trackingNumber: string): string | null {
  const words = text
    .replace(trackingNumber, '')
    .replace(/\b(?:tracking|shipped|via|by|with|carrier|number|no|id)\b\.?/gi, '')
    .replace(/[:#,;()|·-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words !== '' && words.length <= 40 && /\p{L}/u.test(words) ? words : null;
}
