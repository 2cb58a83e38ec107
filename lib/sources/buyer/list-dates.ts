import { type MonthDay, startOfDay } from './text-line.ts';

// 29 February comes back after eight years at the latest.
const MAX_YEARS_BACK = 8;

/**
 * The days of a list without years, newest first -> the start of each day, epoch ms: each is the latest such day
 * that is not after the one before it, and the first is not after `seenAt`. Null where there is no day. Years
 * without any order can't be told: whoever uses these says that they are inferred.
 */
export function inferDates(
  days: readonly (MonthDay | null)[],
  { timeZone, seenAt }: { timeZone: string; seenAt: number },
): (number | null)[] {
  let ceiling = seenAt;
  return days.map((day) => {
    const at = day && latestBefore(day, ceiling, timeZone);
    if (at !== null) ceiling = at;
    return at;
  });
}

function latestBefore(day: MonthDay, ceiling: number, timeZone: string): number | null {
  const { year } = Temporal.Instant.fromEpochMilliseconds(ceiling).toZonedDateTimeISO(timeZone);
  for (let back = 0; back <= MAX_YEARS_BACK; back += 1) {
    const at = startOfDay(year - back, day, timeZone);
    if (at !== null && at <= ceiling) return at;
  }
  return null;
}
