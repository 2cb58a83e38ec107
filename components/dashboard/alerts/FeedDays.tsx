import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { FeedLine } from './FeedLine.tsx';
import type { FeedDay } from './feed-list.ts';

interface Props {
  days: readonly FeedDay[];
  accounts: readonly AccountRow[];
  now: number;
}

/** Entries of the feed under their days. */
export function FeedDays({ days, accounts, now }: Props) {
  return days.map(({ day, isNew, entries }) => (
    <section key={`${day} ${entries[0]?.id}`}>
      <h4>{day}</h4>
      <ol>
        {entries.map((entry) => (
          <FeedLine key={entry.id} entry={entry} isNew={isNew} accounts={accounts} now={now} />
        ))}
      </ol>
    </section>
  ));
}
