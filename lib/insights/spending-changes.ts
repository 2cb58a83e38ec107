/** How one seller's (or category's) month differs from its usual; minor units. */
export interface SpendingChange {
  name: string;
  nowMinor: number;
  usualMinor: number;
  /** In how many of the months before anything was spent there. */
  monthsSeen: number;
}

/** What was spent under each name in one month. */
export type NetByName = ReadonlyMap<string, number>;

/**
 * The largest differences between a month and the usual: the median of the months before it (a month without
 * any spend counts as 0). A month that is not over yet can only be above the usual: less may still become more.
 */
export function largestChanges(
  month: NetByName,
  before: readonly NetByName[],
  isOver: boolean,
  limit: number,
): SpendingChange[] {
  if (before.length === 0) return [];
  const names = new Set([month, ...before].flatMap((nets) => [...nets.keys()]));
  return [...names]
    .map((name): SpendingChange => {
      const nets = before.map((nets) => nets.get(name) ?? 0);
      return {
        name,
        nowMinor: month.get(name) ?? 0,
        usualMinor: median(nets),
        monthsSeen: nets.filter((net) => net !== 0).length,
      };
    })
    .filter((change) => (isOver ? differenceOf(change) !== 0 : differenceOf(change) > 0))
    .sort((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)) || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

/** What a month has more (or less, below zero) than the usual. */
export function differenceOf({ nowMinor, usualMinor }: SpendingChange): number {
  return nowMinor - usualMinor;
}

/** The middle value, rounded to a whole minor unit; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const low = sorted[Math.ceil(half) - 1] ?? 0;
  const high = sorted[Math.floor(half)] ?? 0;
  return Math.round((low + high) / 2);
}
