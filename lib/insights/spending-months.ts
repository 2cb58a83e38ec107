// A month is "YYYY-MM", a year "YYYY"; orders without a date have the month and the year "unknown".

/** The month that a day of orders ("YYYY-MM-DD" or "unknown") lies in. */
export function monthOfDay(day: string): string {
  const end = day.lastIndexOf('-');
  return end < 0 ? day : day.slice(0, end);
}

/** The year that a month lies in. */
export function yearOfMonth(month: string): string {
  return month.split('-')[0] ?? month;
}

/** The month some months later, or earlier with a number below zero. */
export function monthAfter(month: string, count: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** So many months up to and with the last one, oldest first. */
export function monthsUpTo(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthAfter(last, index + 1 - count));
}

/** The twelve months of a year. */
export function monthsOfYear(year: string): string[] {
  return monthsUpTo(`${year}-12`, 12);
}

/** The same day of the month before, or its last day where that month is shorter. */
export function sameDayLastMonth(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ months: 1 }).toString();
}

/** Which part of its month has passed at a moment, 0 to 1, in a time zone (months have 23- and 25-hour days). */
export function monthProgress(now: number, timeZone: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const start = at.with({ day: 1 }).startOfDay();
  const end = start.add({ months: 1 }).startOfDay();
  return (now - start.epochMilliseconds) / (end.epochMilliseconds - start.epochMilliseconds);
}
