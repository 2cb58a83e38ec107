import { DAY_MS, HOUR_MS, MINUTE_MS } from '../model/time.ts';

/** How much of a clock is left, for people: "3 h 12 m", "2 d 4 h", "2 h late". */
export function timeLeft(untilMs: number, now: number): string {
  return untilMs >= now ? spanOf(untilMs - now) : `${spanOf(now - untilMs, 1)} late`;
}

/** How long ago something was seen: "just now", "14 min ago", "3 d ago". */
export function timeAgo(atMs: number, now: number): string {
  const age = now - atMs;
  if (age < MINUTE_MS) return 'just now';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min ago`;
  return age < DAY_MS ? `${Math.floor(age / HOUR_MS)} h ago` : `${Math.floor(age / DAY_MS)} d ago`;
}

function spanOf(ms: number, parts = 2): string {
  const units = [
    [Math.floor(ms / DAY_MS), 'd'],
    [Math.floor((ms % DAY_MS) / HOUR_MS), 'h'],
    [Math.floor((ms % HOUR_MS) / MINUTE_MS), 'm'],
  ] as const;
  const first = units.findIndex(([count]) => count > 0);
  if (first < 0) return '0 m';
  return units
    .slice(first, first + parts)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** A day and time near now, as people say it: "Tue 23:59", or "Tue 3 Dec 23:59" when more than six days away. */
export function dayAndTime(atMs: number, now: number, locale?: string): string {
  const isNear = Math.abs(atMs - now) < 6 * DAY_MS;
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    ...(isNear ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(atMs).replace(',', '');
}
