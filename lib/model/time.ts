export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The last time that a date can have (ECMAScript): a span from a time near it leads beyond. */
export const MAX_TIME_MS = 8.64e15;

/**
 * A payload's time -> epoch ms. Seconds or milliseconds, text or number: from 10^12 on it is milliseconds.
 * Null for "0", "", absent, "<UNSET>" and everything that is no time.
 */
export function epochMs(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'number' ? value : /^\d{1,17}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number) || number <= 0) return null;
  const ms = Math.trunc(number >= 1e12 ? number : number * 1000);
  return ms <= MAX_TIME_MS ? ms : null;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, "YYYY-MM-DD". */
export function dayOf(atMs: number, timeZone: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    // en-CA writes ISO order; one cached formatter is several times faster than a ZonedDateTime per order.
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(timeZone, format);
  }
  return format.format(atMs);
}

const dayEnds = new Map<string, number>();
const MAX_DAY_ENDS = 1000;

/** The last second of a calendar day ("YYYY-MM-DD") in a time zone, epoch ms; null for no date. */
export function endOfDay(day: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const key = `${day} ${timeZone}`;
  // A list of orders names the same few days over and over.
  const known = dayEnds.get(key);
  if (known !== undefined) return known;
  try {
    const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone);
    if (dayEnds.size >= MAX_DAY_ENDS) dayEnds.clear();
    dayEnds.set(key, next.epochMilliseconds - 1000);
    return next.epochMilliseconds - 1000;
  } catch (error) {
    // A date that the calendar does not have, such as 31 February.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The time zone of the person at the browser. */
export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whole calendar days from one moment to another where the reader lives; negative when it has passed. */
export function daysBetween(from: number, to: number, timeZone = localTimeZone()): number {
  const day = (atMs: number) => Temporal.PlainDate.from(dayOf(atMs, timeZone));
  return day(from).until(day(to), { largestUnit: 'day' }).days;
}
