import { NO_CLAIM, newestOf, type Said } from './stamps.ts';
import type { Strand } from './strands.ts';

const MINUTE_MS = 60_000;
const FIRST_TIME = 1e12;

interface SaidTime extends Said {
  value: number;
}

/**
 * The newest of several values; a time that a page shows to the minute gets the seconds that anybody told within
 * that minute. `lost` are the seconds told within other minutes, to be kept for when one of these counts again.
 */
export function newestWithSeconds(
  saids: readonly Said[],
  kept: readonly Strand[],
): { said: Said; lost: Strand[] } {
  const newest = newestOf(saids);
  const times = [...saids, ...kept].filter(isTime);
  if (!isTime(newest)) return { said: newest, lost: [] };
  const said = { ...newest };
  const wanted = minuteOf(newest);
  const lost: Strand[] = [];
  for (const [minute, same] of Map.groupBy(times, minuteOf)) {
    const value = Math.max(...same.map((said) => said.value));
    if (minute === wanted) said.value = value;
    else if (value % MINUTE_MS !== 0) lost.push({ kind: minute, value, stamp: NO_CLAIM });
  }
  return { said, lost };
}

function isTime(said: Said): said is SaidTime {
  return typeof said.value === 'number' && said.value >= FIRST_TIME;
}

function minuteOf({ value }: SaidTime): number {
  return Math.floor(value / MINUTE_MS);
}
