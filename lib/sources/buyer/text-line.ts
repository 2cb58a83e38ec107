import type { Line, LineContext, LineTime } from './line.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MONTH = `(?:${MONTHS.join('|')})`;
// As the page writes them: "May 30, 2026 2:22PM" in lines, "May 30, 2026 2:22 PM" in rows (buyer-shop.md 2.5).
const TIME = new RegExp(`\\b(${MONTH}) (\\d{1,2}), (\\d{4}) (\\d{1,2}):(\\d{2}) ?([AP]M)\\b`, 'g');
const DAY = `(?:(?:${MONTH}) \\d{1,2}|Today|Tomorrow)`;
const DAYS = new RegExp(`\\b(${DAY})(?:\\s?[-–]\\s?(${DAY}))?(?!, \\d{4}|\\d)`, 'i');
const COUNTDOWN = /\bpay within\b|\b\d{1,3}:\d{2}:\d{2}\b/i;

/** A line that was read from the page -> what it says; times to the minute, in the page's time zone. */
export function textLine(text: string, context: LineContext, copies: readonly string[] = []): Line {
  const times = timesIn(text, context.timeZone);
  return {
    text,
    times,
    eta: times.length === 0 ? etaIn(text, context) : null,
    // The page rounds what is left to hours: that it counts is certain, when it ends is not.
    countdown: COUNTDOWN.test(text) ? { seconds: null } : null,
    copies: [...copies],
    isOdd: false,
  };
}

/** A month and a day, without a year. */
export interface MonthDay {
  month: number;
  day: number;
}

/** "Ordered on Mar 17" -> its month and day; null for another text. */
export function monthDayIn(text: string | null): MonthDay | null {
  const [, name = '', day] = new RegExp(`\\b(${MONTH}) (\\d{1,2})\\b(?!, \\d)`).exec(text ?? '') ?? [];
  return day === undefined ? null : { month: MONTHS.indexOf(name) + 1, day: Number(day) };
}

/** The first moment of a calendar day in a time zone, epoch ms; null for a day that the year does not have. */
export function startOfDay(year: number, { month, day }: MonthDay, timeZone: string): number | null {
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return date.toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function timesIn(text: string, timeZone: string): LineTime[] {
  let from = 0;
  return [...text.matchAll(TIME)].flatMap((match) => {
    const words = text.slice(from, match.index);
    from = match.index + match[0].length;
    const at = timeOf(match, timeZone);
    return at === null ? [] : [{ words, name: '', at }];
  });
}

function timeOf(
  [, name = '', day, year, hour, minute, half]: RegExpExecArray,
  timeZone: string,
): number | null {
  const parts = {
    year: Number(year),
    month: MONTHS.indexOf(name) + 1,
    day: Number(day),
    hour: (Number(hour) % 12) + (half === 'PM' ? 12 : 0),
    minute: Number(minute),
  };
  try {
    const time = Temporal.PlainDateTime.from(parts, { overflow: 'reject' });
    return time.toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function etaIn(text: string, context: LineContext): Line['eta'] {
  const match = DAYS.exec(text);
  if (!match) return null;
  const [, first = '', last = first] = match;
  const fromAt = dayNear(first, context);
  const toAt = dayNear(last, context);
  if (fromAt === null || toAt === null) return null;
  return { words: text.slice(0, match.index), name: '', fromAt, toAt };
}

/** A day without a year: the one nearest to when it was seen; a parcel is never promised for months ahead. */
function dayNear(text: string, { timeZone, seenAt }: LineContext): number | null {
  const today = Temporal.Instant.fromEpochMilliseconds(seenAt).toZonedDateTimeISO(timeZone).toPlainDate();
  if (/^to/i.test(text)) {
    const day = /^today$/i.test(text) ? today : today.add({ days: 1 });
    return day.toZonedDateTime(timeZone).epochMilliseconds;
  }
  const monthDay = monthDayIn(text);
  if (!monthDay) return null;
  const candidates = [today.year - 1, today.year, today.year + 1]
    .map((year) => startOfDay(year, monthDay, timeZone))
    .filter((at) => at !== null);
  return candidates.reduce<number | null>(
    (best, at) => (best === null || Math.abs(at - seenAt) < Math.abs(best - seenAt) ? at : best),
    null,
  );
}
