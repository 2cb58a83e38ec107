import type { FeedChange, FeedEntry, FeedPage } from '../../../lib/history/read/feed.ts';
import { daysBetween } from '../../../lib/model/time.ts';
import { shortDay } from '../../shared/dates.ts';
import type { Visit } from './feed-visit.ts';

/** Entries of one day that are all new, or all seen before. */
export interface FeedDay {
  isNew: boolean;
  day: string;
  entries: FeedEntry[];
}

/** The entries by day, the newest first; where the new ones end a day begins anew. */
export function daysOf(entries: readonly FeedEntry[], seenTo: number, now: number): FeedDay[] {
  const days: FeedDay[] = [];
  const names = new Map<number, string>();
  for (const entry of entries) {
    const age = daysBetween(entry.at, now);
    const day = names.get(age) ?? dayName(age, entry.at, now);
    names.set(age, day);
    const isNew = entry.changeId > seenTo;
    const last = days.at(-1);
    if (last?.day === day && last.isNew === isNew) last.entries.push(entry);
    else days.push({ isNew, day, entries: [entry] });
  }
  return days;
}

/** Whether everything that is new was read. */
export function isNewRead({ readTo }: FeedPage, { seenTo }: Visit): boolean {
  return readTo === null || readTo <= seenTo + 1;
}

/** The newest changes with about so many fields together, and how many fields are left out. */
export function firstFields(changes: readonly FeedChange[], max: number) {
  const all = changes.reduce((sum, { fields }) => sum + fields.length, 0);
  // One more takes no more room than saying that there is one more.
  if (all <= max + 1) return { shown: changes, hidden: 0 };
  let room = max;
  const shown = changes.flatMap((change) => {
    const fields = change.fields.slice(0, room);
    room -= fields.length;
    return fields.length > 0 ? [{ ...change, fields }] : [];
  });
  return { shown, hidden: all - max };
}

function dayName(age: number, at: number, now: number): string {
  if (age === 0) return 'Today';
  return age === 1 ? 'Yesterday' : shortDay(at, now);
}
