import type { TrackEvent } from '../model/order.ts';

/** What both tell, newest first, each once; an entry without text is the same as its twin with one. */
export function mergeEvents(known: readonly TrackEvent[], incoming: readonly TrackEvent[]): TrackEvent[] {
  const byMark = new Map<string, TrackEvent[]>();
  for (const event of [...known, ...incoming]) {
    const mark = `${event.at}|${event.title}`;
    const twins = byMark.get(mark) ?? [];
    byMark.set(mark, twins);
    const bare = twins.findIndex((twin) => twin.text === null);
    if (twins.some((twin) => twin.text === event.text)) continue;
    if (event.text === null && twins.length > 0) continue;
    if (bare >= 0) twins[bare] = event;
    else twins.push(event);
  }
  return [...byMark.values()].flat().sort(newestFirst);
}

/**
 * Scans of a parcel. The order list tells the last one with milliseconds and without its text, the tracking
 * answer tells it in whole seconds with text: within one second, those are the same scan.
 */
export function mergeTracks(known: readonly TrackEvent[], incoming: readonly TrackEvent[]): TrackEvent[] {
  const all = mergeEvents(known, incoming);
  const told = new Set(all.filter((event) => event.text !== null).map(secondOf));
  const isListed = (event: TrackEvent) => event.text === null && (event.at ?? 0) % 1000 !== 0;
  return all.filter((event) => !isListed(event) || !told.has(secondOf(event)));
}

function secondOf(event: TrackEvent): number {
  return Math.floor((event.at ?? -1000) / 1000);
}

/** Sorts events; those of one moment keep their order. */
export function newestFirst(a: TrackEvent, b: TrackEvent): number {
  return (b.at ?? 0) - (a.at ?? 0);
}
