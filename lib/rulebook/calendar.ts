import { findMarket } from '../model/market.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { type RuleOwner, termsOf } from './find.ts';
import type { WorkCalendar } from './working-days.ts';

/**
 * The working days of a shop as they hold at a moment (epoch ms): by the user's own rules, else the market's.
 * Where one of the two is not known, what is missing, in words.
 */
export function calendarOf(
  owner: RuleOwner,
  atMs: number,
  overrides: readonly RuleOverride[],
): WorkCalendar | { missing: string } {
  const week = termsOf('working-week', owner, atMs, overrides);
  const place = findMarket(owner.market)?.name ?? 'this order';
  if (week === null) return { missing: `the working days of ${place} are not known` };
  const holidays = termsOf('holidays', owner, atMs, overrides);
  if (holidays === null) return { missing: `the public holidays of ${place} are not known` };
  if ('dates' in holidays)
    return { week: week.days, isHoliday: (day) => holidays.dates.includes(day.toString()) };
  return { week: week.days, isHoliday: (day) => isIn(holidays.years[day.year], day) };
}

function isIn(days: string | undefined, { month, day }: Temporal.PlainDate): boolean | null {
  if (days === undefined) return null;
  const pad = (part: number) => String(part).padStart(2, '0');
  return days.split(' ').includes(pad(month) + pad(day));
}
