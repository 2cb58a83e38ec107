/** Which days are worked on: the days of the week (1 Monday, 7 Sunday), and the days off beside them. */
export interface WorkCalendar {
  week: readonly number[];
  /** Whether a day is a holiday; null where the table does not reach. */
  isHoliday(day: Temporal.PlainDate): boolean | null;
}

/** Whether a day is worked on; null where its holidays are not known. */
export function isWorkingDay(day: Temporal.PlainDate, { week, isHoliday }: WorkCalendar): boolean | null {
  const isOff = isHoliday(day);
  return isOff === null ? null : week.includes(day.dayOfWeek) && !isOff;
}

/** The nth working day after a day, 0 for the day itself; null where the way there leaves the table of holidays. */
export function addWorkingDays(
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkCalendar,
): Temporal.PlainDate | null {
  let at = day;
  for (let left = count; left > 0; ) {
    at = at.add({ days: 1 });
    const isWorking = isWorkingDay(at, calendar);
    if (isWorking === null) return null;
    if (isWorking) left -= 1;
  }
  return at;
}

/**
 * The day from which an order's working days are counted: its own, or the next working day where the rule has a
 * cut-off ("HH:MM") and the order came at or after it, or on a day off. Null outside the table of holidays.
 */
export function countingDay(
  placed: Temporal.ZonedDateTime,
  cutOff: string | null,
  calendar: WorkCalendar,
): Temporal.PlainDate | null {
  const day = placed.toPlainDate();
  if (cutOff === null) return day;
  const isWorking = isWorkingDay(day, calendar);
  if (isWorking === null) return null;
  const isInTime = Temporal.PlainTime.compare(placed.toPlainTime(), cutOff) < 0;
  return isWorking && isInTime ? day : addWorkingDays(day, 1, calendar);
}
