import type { Order } from '../model/order.ts';

/** When a value was told, by the source's own update time (else when it was seen), and when it was seen. */
export type Stamp = readonly [toldAt: number, seenAt: number];

/**
 * The stamps of an order's values by path, as `fieldsOf` writes them: "" for all that have none of their own,
 * `items/KEY` for a whole entry, `items/KEY.quantity` for one of its fields, `items/KEY#` for its place;
 * `PATH@...` for a value that is kept beside the one that counts (strands.ts).
 */
export type Stamps = Readonly<Record<string, Stamp>>;

/** Parts the path of a strand from what it holds. */
export const STRAND_MARK = '@';

/** An order with the stamps of its values; without them, all were told when the order was. */
export interface Told {
  order: Order;
  told?: Stamps;
}

/** A value and when it was told. */
export interface Said {
  value: unknown;
  stamp: Stamp;
}

/** A value that was taken back claims nothing: whatever is told next replaces it. */
export const NO_CLAIM: Stamp = [0, 0];

/** The stamp of everything that one reading tells of an order. */
export function stampOf(order: Order): Stamp {
  const seenAt = order.sources.reduce((last, source) => Math.max(last, source.seenAt), 0);
  return [order.updatedAt ?? seenAt, seenAt];
}

/** Finds the stamps of an order's values; `within` is the path of the list entry that they belong to. */
export function stampsOf({ order, told }: Told): (path: string, within?: string) => Stamp {
  const all = told?.[''] ?? stampOf(order);
  if (!told) return () => all;
  return (path, within) => told[path] ?? (within === undefined ? undefined : told[within]) ?? all;
}

/**
 * The value that counts among several: one that says something, the newest of these; of two told at one time, the
 * one that sorts last, so that the order in which they came doesn't matter.
 */
export function newestOf(saids: readonly Said[]): Said {
  return saids.reduce((best, said) => (isBefore(best, said) ? said : best));
}

/** The shortest stamps that say the same: the most frequent one stands for all but the strands. */
export function shorten(stamps: ReadonlyMap<string, Stamp>): Stamps {
  const counts = new Map<string, number>();
  for (const [path, stamp] of stamps)
    if (!path.includes(STRAND_MARK)) counts.set(`${stamp}`, (counts.get(`${stamp}`) ?? 0) + 1);
  const [common] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [''];
  const short: Record<string, Stamp> = {};
  for (const [path, stamp] of stamps) {
    if (`${stamp}` === common && !path.includes(STRAND_MARK)) short[''] ??= stamp;
    else short[path] = stamp;
  }
  return short;
}

/** The stamps as they are stored: none where all was told when the order was. */
export function storedStamps(order: Order, stamps: Stamps | undefined): Stamps | undefined {
  const isWhole = stamps && Object.keys(stamps).length === 1 && `${stamps['']}` === `${stampOf(order)}`;
  return isWhole ? undefined : stamps;
}

function isBefore(a: Said, b: Said): boolean {
  if (isSilent(a.value) !== isSilent(b.value)) return isSilent(a.value);
  const [told, seen] = [a.stamp[0] - b.stamp[0], a.stamp[1] - b.stamp[1]];
  if (told !== 0) return told < 0;
  if (seen !== 0) return seen < 0;
  return (JSON.stringify(a.value) ?? '') < (JSON.stringify(b.value) ?? '');
}

/** Whether a value says nothing. */
export function isSilent(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every((leaf) => leaf === null);
}
