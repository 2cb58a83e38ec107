import { HOUR_MS } from '../../../lib/model/time.ts';

const MORNING_HOUR = 9;
const MONDAY = 1;
const DAYS = 7;

/** Until when alerts can be put off, by the clock of the person at the browser; epoch ms. */
export function snoozeTimes(now: number, timeZone: string): { words: string; untilAt: number }[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const morningIn = (days: number) =>
    today
      .toPlainDate()
      .add({ days })
      .toZonedDateTime({ timeZone, plainTime: { hour: MORNING_HOUR } }).epochMilliseconds;
  const daysToMonday = DAYS - ((today.dayOfWeek - MONDAY) % DAYS);
  return [
    { words: 'For 1 hour', untilAt: now + HOUR_MS },
    { words: 'Until tomorrow, 9:00', untilAt: morningIn(1) },
    // On a Sunday that is tomorrow.
    ...(daysToMonday > 1 ? [{ words: 'Until Monday, 9:00', untilAt: morningIn(daysToMonday) }] : []),
  ];
}
