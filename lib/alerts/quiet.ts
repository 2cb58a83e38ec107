import type { AlertChannel, AlertEvent, AlertSettings } from '../model/alert.ts';

type Quiet = NonNullable<AlertSettings['quiet']>;

/**
 * When something is to be told (epoch ms): at once, or when quiet hours end; a digest at its hour, never in quiet
 * hours. Null for what is only in the list. Clock times are those of the time zone; quiet hours that end when they
 * begin are none.
 */
export function tellTimeOf(
  { severity }: Pick<AlertEvent, 'severity'>,
  channel: AlertChannel,
  { quiet, digestAt }: Pick<AlertSettings, 'quiet' | 'digestAt'>,
  now: number,
  timeZone: string,
): number | null {
  if (channel === 'list' || channel === 'off') return null;
  if (channel === 'digest') return afterQuiet(nextTime(digestAt, now, timeZone), quiet, timeZone);
  if (severity === 'critical' && quiet?.holdsCritical !== true) return now;
  return afterQuiet(now, quiet, timeZone);
}

/** The moment itself, or the end of the quiet hours that it lies in. */
function afterQuiet(at: number, quiet: Quiet | null, timeZone: string): number {
  if (quiet === null || quiet.from === quiet.to) return at;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  // Quiet hours over midnight can have begun the day before.
  for (const day of [today.subtract({ days: 1 }), today]) {
    const endDay = quiet.to > quiet.from ? day : day.add({ days: 1 });
    const [begin, end] = [timeOn(day, quiet.from, timeZone), timeOn(endDay, quiet.to, timeZone)];
    if (begin <= at && at < end) return end;
  }
  return at;
}

/** The next time that the clock shows so much, this very moment included. */
function nextTime(clock: string, now: number, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = timeOn(today, clock, timeZone);
  return at >= now ? at : timeOn(today.add({ days: 1 }), clock, timeZone);
}

// A time that the clock jumps over is as much later; of one that it shows twice, the first counts.
function timeOn(day: Temporal.PlainDate, clock: string, timeZone: string): number {
  return day.toZonedDateTime({ timeZone, plainTime: clock }).epochMilliseconds;
}
