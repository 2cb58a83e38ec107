import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import { dayAndTime } from '../../../lib/insights/words.ts';
import { dayOf, localTimeZone } from '../../../lib/model/time.ts';
import { exactTime, shortDay } from '../../shared/dates.ts';

/** What became of an alert: a word, and when. */
export interface AlertState {
  words: string;
  detail: string | undefined;
  isOpen: boolean;
  canReopen: boolean;
}

/** What became of an alert so far. */
export function stateOf({ doneAt, overAt, tellAt, openKind, severity }: AlertRow, now: number): AlertState {
  if (doneAt !== null)
    return { words: 'Done', detail: exactTime(doneAt), isOpen: false, canReopen: overAt === null };
  if (overAt !== null)
    return {
      words: 'Over',
      detail: `Not needed since ${exactTime(overAt)}`,
      isOpen: false,
      canReopen: false,
    };
  if (openKind !== undefined && severity !== 'low')
    return { words: 'Open', detail: undefined, isOpen: true, canReopen: false };
  if (openKind === undefined && tellAt !== undefined && tellAt > now)
    return {
      words: `Until ${dayAndTime(tellAt, now)}`,
      detail: `Snoozed until ${exactTime(tellAt)}`,
      isOpen: false,
      canReopen: true,
    };
  return { words: 'Read', detail: undefined, isOpen: false, canReopen: false };
}

/** Whether the user has not looked at it yet, and it is still worth a look. */
export function isUnread({ readAt, doneAt, overAt }: AlertRow): boolean {
  return readAt === null && doneAt === null && overAt === null;
}

/** Alerts by the day on which they became due, under the name of that day. */
export function byDay(alerts: readonly AlertRow[], now: number): { day: string; alerts: AlertRow[] }[] {
  const zone = localTimeZone();
  const today = dayOf(now, zone);
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const nameOf = (day: string, at: number) =>
    day === today ? 'Today' : day === yesterday ? 'Yesterday' : shortDay(at, now);
  return [...Map.groupBy(alerts, ({ at }) => dayOf(at, zone))].map(([day, own]) => ({
    day: nameOf(day, own[0]?.at ?? now),
    alerts: own,
  }));
}
