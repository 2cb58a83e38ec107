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
 * The day from which the working days of an order are counted where the rule has a cut-off: its own, or the next
 * working day for one that came too late or on a day off. Null outside the table of holidays.
 */
export function countingDay(
  day: Temporal.PlainDate,
  isLate: boolean,
  calendar: WorkCalendar,
): Temporal.PlainDate | null {
  const isWorking = isWorkingDay(day, calendar);
  if (isWorking === null) return null;
  return isWorking && !isLate ? day : addWorkingDays(day, 1, calendar);
}
