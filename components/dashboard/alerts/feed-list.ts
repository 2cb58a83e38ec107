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

/**
 * About so many of the changed fields, and how many are left out: scans and steps of a timeline come many at once,
 * and go before anything else does.
 */
export function firstFields(
  changes: readonly FeedChange[],
  max: number,
): { shown: readonly FeedChange[]; hidden: number } {
  const all = changes.flatMap(({ fields }) => fields);
  // One more takes no more room than saying that there is one more.
  if (all.length <= max + 1) return { shown: changes, hidden: 0 };
  const { event = [], other = [] } = Object.groupBy(all, ({ path }) =>
    EVENT.test(path) ? 'event' : 'other',
  );
  const kept = new Set([...other, ...event].slice(0, max));
  const shown = changes
    .map((change) => ({ ...change, fields: change.fields.filter((field) => kept.has(field)) }))
    .filter(({ fields }) => fields.length > 0);
  return { shown, hidden: all.length - max };
}

const EVENT = /^timeline\/|\/events\//;

function dayName(age: number, at: number, now: number): string {
  if (age === 0) return 'Today';
  return age === 1 ? 'Yesterday' : shortDay(at, now);
}
