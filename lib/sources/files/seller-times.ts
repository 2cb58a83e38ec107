import { type Cell, cellText } from './seller-table.ts';

/** The order of a date's parts: day first (24 hours) or month first (AM/PM), by market. */
export type DayOrder = 'day-first' | 'month-first';

const DATE =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?\.?Z?)?$/;

interface DateParts {
  first: number;
  second: number;
  third: number;
  hour: number;
  minute: number;
  second60: number;
  isHalfDay: boolean;
}

function partsOf(text: string): DateParts | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, first, second, third, hour = '0', minute = '0', second60 = '0', half] = match;
  const isAfternoon = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return {
    first: Number(first),
    second: Number(second),
    third: Number(third),
    hour: hours,
    minute: Number(minute),
    second60: Number(second60),
    isHalfDay: half !== undefined,
  };
}

/**
 * Which part of a date comes first, told by a file's times as a whole: 25/03 and 03/25 tell, 03/04 does not.
 * Where none tells, AM/PM means month first (seller-center.md 5.1).
 */
export class DayOrderVotes {
  #dayFirst = 0;
  #monthFirst = 0;
  #halfDay = 0;
  #fullDay = 0;

  add(cell: Cell | undefined): void {
    const parts = cell instanceof Date ? undefined : partsOf(cellText(cell));
    if (!parts || parts.first > 31) return;
    if (parts.first > 12) this.#dayFirst += 1;
    if (parts.second > 12) this.#monthFirst += 1;
    if (parts.isHalfDay) this.#halfDay += 1;
    else this.#fullDay += 1;
  }

  /** Null when the file's times contradict each other. */
  get order(): DayOrder | null {
    if (this.#dayFirst > 0 && this.#monthFirst > 0) return null;
    if (this.#dayFirst > 0) return 'day-first';
    if (this.#monthFirst > 0) return 'month-first';
    if (this.#halfDay > 0 && this.#fullDay > 0) return null;
    return this.#halfDay > 0 ? 'month-first' : 'day-first';
  }
}

/**
 * A file's local times -> epoch ms in one zone. `read` answers null for an empty cell and undefined for what is
 * no time, or for a date that could be two where the file does not tell.
 */
export class TimeReader {
  readonly #order: DayOrder | null;
  readonly #timeZone: string;
  readonly #hours = new Map<string, number>();

  constructor(order: DayOrder | null, timeZone: string) {
    this.#order = order;
    this.#timeZone = timeZone;
  }

  read(cell: Cell | undefined): number | null | undefined {
    const text = cellText(cell);
    if (text === '' || text === '/' || text === '-') return null;
    const parts = partsOf(text);
    const date = parts && this.#dateOf(parts);
    if (!parts || !date || parts.minute > 59 || parts.second60 > 59) return undefined;
    const hour = this.#hourAt(date, parts.hour);
    return hour === undefined ? undefined : hour + parts.minute * 60_000 + parts.second60 * 1000;
  }

  #dateOf({ first, second, third }: DateParts): { year: number; month: number; day: number } | undefined {
    if (first > 31) return { year: first, month: second, day: third };
    if (third < 1000) return undefined;
    if (first > 12) return { year: third, month: second, day: first };
    if (second > 12 || first === second) return { year: third, month: first, day: second };
    if (this.#order === null) return undefined;
    return this.#order === 'day-first'
      ? { year: third, month: second, day: first }
      : { year: third, month: first, day: second };
  }

  // A long file names the same hours over and over, and a zone's offset seldom changes within one.
  #hourAt(date: { year: number; month: number; day: number }, hour: number): number | undefined {
    const key = `${date.year}-${date.month}-${date.day} ${hour}`;
    const known = this.#hours.get(key);
    if (known !== undefined) return known;
    try {
      const local = Temporal.PlainDateTime.from({ ...date, hour }, { overflow: 'reject' });
      const atMs = local.toZonedDateTime(this.#timeZone).epochMilliseconds;
      this.#hours.set(key, atMs);
      return atMs < 0 ? undefined : atMs;
    } catch (error) {
      // A date that the calendar does not have, or an hour past 23.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}
