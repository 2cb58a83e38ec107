import { emptyOrder, type Order, type OrderPackage } from '../../model/order.ts';
import { localTimeZone } from '../../model/time.ts';
import { seenBy } from '../seller/order-list.ts';
import { emptyReading, type Reading, type SourceInput } from '../source.ts';
import { openBuyerEnvelope } from './envelope.ts';
import type { LineContext } from './line.ts';
import { isId } from './links.ts';
import { etaIn, eventsIn, linesIn, objectsIn, textUnder } from './plausible.ts';

/** The parcels in an answer of which only the address is known for sure; what is not found is noted. */
export function readLogistics(
  input: SourceInput,
  sourceId: string,
  partsOf: (data: Record<string, unknown>) => unknown[],
): Reading {
  const opened = openBuyerEnvelope(input.body);
  if ('reading' in opened) return opened.reading;
  const reading = emptyReading();
  const orderId = askedFor(input, 'main_order_id');
  if (orderId === null) {
    reading.misses.push({ path: 'request.main_order_id', expected: 'id', got: 'absent' });
    return { ...reading, brokenCount: 1 };
  }
  const context = { timeZone: localTimeZone(), seenAt: input.seenAt };
  const order = emptyOrder(orderId, input.owner);
  const parcels = partsOf(opened.data).map((part) => parcelIn(part, orderId, context));
  order.packages = parcels.filter(
    ({ id, trackingNumber, events }) => id !== null || trackingNumber !== null || events.length > 0,
  );
  order.shippedAt = firstScan(order.packages);
  const asked = askedFor(input, 'pkg_id');
  const [only] = order.packages;
  if (only && order.packages.length === 1) only.id ??= asked;
  noteMissing(order, reading, opened.data);
  if (order.packages.length > 0) reading.orders.push(seenBy(order, sourceId, input.seenAt));
  return reading;
}

function parcelIn(part: unknown, orderId: string, context: LineContext): OrderPackage {
  const lines = linesIn(part, context);
  const id = textUnder(part, 'parcelId');
  const copies = lines.flatMap((line) => line.copies);
  const isNumber = (text: string | null) => text !== null && text !== id && text !== orderId;
  return {
    id,
    unitId: null,
    trackingNumber: [textUnder(part, 'trackingNumber'), ...copies].find(isNumber) ?? null,
    carrier: textUnder(part, 'carrier'),
    etaAt: etaIn(part, lines),
    events: eventsIn(part),
  };
}

// Titles are localized; those of other languages are kept as events and give no time.
function firstScan(parcels: readonly OrderPackage[]): number | null {
  const scans = parcels.flatMap(({ events }) =>
    events.filter(({ title }) => /^in transit$/i.test(title.trim())),
  );
  const times = scans.flatMap(({ at }) => at ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

/** A parameter of the request: in the address, or in its JSON. */
function askedFor({ url, request }: SourceInput, name: string): string | null {
  const asked =
    url.searchParams.get(name) ?? objectsIn(request).find((node) => node[name] !== undefined)?.[name];
  // What the JSON has in its place can be anything; an object may not even have a text.
  const text = typeof asked === 'string' || typeof asked === 'number' ? String(asked) : null;
  return isId(text) ? text : null;
}

function noteMissing(order: Order, reading: Reading, data: Record<string, unknown>): void {
  const miss = (expected: string) => reading.misses.push({ path: 'dynamic_data', expected, got: 'absent' });
  // An order that has not been shipped has nothing to tell.
  if (Object.keys(data).length === 0) return;
  if (order.packages.length === 0) miss('parcel');
  else if (order.packages.every((parcel) => parcel.trackingNumber === null)) miss('tracking number');
}
