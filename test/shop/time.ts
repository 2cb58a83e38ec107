export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Drops the milliseconds: most of Seller Center's times are whole seconds. */
export function wholeSecond(at: number): number {
  return Math.floor(at / SECOND) * SECOND;
}

/** 23:59:59 of the day `plusDays` after the instant, in a zone `offset` minutes from UTC. */
export function endOfDay(at: number, offset: number, plusDays: number): number {
  const day = Math.floor((at + offset * MINUTE) / DAY) + plusDays + 1;
  return day * DAY - SECOND - offset * MINUTE;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formatters.set(zone, made);
  return made;
}

/** Minutes that a zone is ahead of UTC at an instant. */
export function zoneOffset(at: number, zone: string): number {
  const name = formatterOf(zone)
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** The instant of 23:59:59 on a YYYY-MM-DD day in a zone, daylight saving included. */
export function endOfDate(date: string, zone: string): number {
  const asUtc = Date.parse(`${date}T23:59:59Z`);
  const guess = asUtc - zoneOffset(asUtc, zone) * MINUTE;
  return asUtc - zoneOffset(guess, zone) * MINUTE;
}

/** The YYYY-MM-DD day of an instant in a zone `offset` minutes from UTC. */
export function dateOf(at: number, offset: number): string {
  return new Date(at + offset * MINUTE).toISOString().slice(0, 10);
}
