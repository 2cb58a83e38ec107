import { clockTime, exactTime, shortDay } from '../../shared/dates.ts';

/** A moment: day and time, the exact one in its title; "unknown" where there is none. */
export function When({ atMs, now }: { atMs: number | null; now: number }) {
  if (atMs === null) return <span class="unknown">unknown</span>;
  return (
    <time dateTime={new Date(atMs).toISOString()} title={exactTime(atMs)}>
      {shortDay(atMs, now)} {clockTime(atMs)}
    </time>
  );
}
