/** A moment that a line of the page names, with the words that stand before it. */
export interface LineTime {
  words: string;
  /** The placeholder's own name; empty where the line was read from the page. */
  name: string;
  at: number;
}

/** A line of an order page and what it holds: the same whether it came as a template or was read from the page. */
export interface Line {
  text: string;
  times: LineTime[];
  /** A promised range of days; both ends are the same for a single day. */
  eta: { words: string; name: string; fromAt: number; toAt: number } | null;
  /** A payment countdown; its seconds are null where the page shows them too roughly. */
  countdown: { seconds: number | null } | null;
  /** Texts that a click copies: tracking numbers. */
  copies: string[];
  /** It has a time that can't be read. */
  isOdd: boolean;
}

/** Where and when a line is read: the page's own time zone, and the moment it was seen (epoch ms). */
export interface LineContext {
  timeZone: string;
  seenAt: number;
}

/** The first moment that stands after such words, else the first in a place that is named so; null without one. */
export function findTime(lines: readonly Line[], pattern: RegExp): number | null {
  const times = lines.flatMap((line) => line.times);
  const found =
    times.find(({ words }) => pattern.test(words)) ?? times.find(({ name }) => pattern.test(name));
  return found?.at ?? null;
}
