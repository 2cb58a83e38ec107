/** An instant to the minute, with its year and zone, for titles. */
export function exactTime(atMs: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(atMs);
}

/** A day as a list shows it, with the year where it is another one: "20 Nov", "20 Nov 2025". */
export function shortDay(atMs: number, now: number, locale?: string): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(atMs);
}

/** The time of day: "14:30". */
export function clockTime(atMs: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    atMs,
  );
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A calendar day ("2026-11-20") as charts name it: "20 Nov". */
export function calendarDay(day: string, locale = ''): string {
  let format = dayFormats.get(locale);
  if (!format) {
    // A chart names thirty days; making the formatter costs more than using it for all of them.
    format = new Intl.DateTimeFormat(locale || undefined, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
    dayFormats.set(locale, format);
  }
  return format.format(new Date(`${day}T00:00Z`));
}

/** The month of a calendar day: "November". */
export function monthName(day: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00Z`),
  );
}
