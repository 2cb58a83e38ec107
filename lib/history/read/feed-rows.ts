import { type ChangeTopic, isWorthTelling, topicOf } from '../../insights/feed-words.ts';
import type { ChangeRow, History, UpdatedOrder } from '../db.ts';
import { accountOf } from './order-list.ts';

/** Which changes a feed shows; null means all. `account` is an account name, not its key. */
export interface FeedFilter {
  topic: ChangeTopic | null;
  account: string | null;
}

/** A stretch of stored changes: newer than `after`, older than `before`; null has no end. */
export interface ChangeSpan {
  after: number | null;
  before: number | null;
}

const SLICE = 100;

/**
 * Walks the stored changes of a stretch backwards, slice by slice, until `visit` has enough or so many were read.
 * Returns the last one visited, or null when the stretch has no older ones.
 */
export async function walkBack(
  db: History,
  { after, before }: ChangeSpan,
  maxRows: number,
  visit: (row: ChangeRow) => boolean,
): Promise<number | null> {
  const above = after ?? Number.NEGATIVE_INFINITY;
  let below = before ?? Number.POSITIVE_INFINITY;
  // No key lies between two neighbours, and IndexedDB refuses to look there.
  for (let read = 0; below > above + 1; read += SLICE) {
    if (read >= maxRows) return below;
    const rows = await db.changes
      .where('id')
      .between(above, below, false, false)
      .reverse()
      .limit(SLICE)
      .toArray();
    for (const [index, row] of rows.entries()) {
      below = row.id ?? below;
      const isLast = rows.length < SLICE && index === rows.length - 1;
      if (visit(row)) return isLast ? null : below;
    }
    if (rows.length < SLICE) return null;
  }
  return null;
}

/** What a stored change did to known orders, as far as a filter shows it and it says something to people. */
export function changedIn(row: ChangeRow, { topic, account }: FeedFilter): UpdatedOrder[] {
  return row.updated.flatMap((entry) => {
    if (account !== null && accountOf(entry.key) !== account) return [];
    const fields = entry.fields.filter(
      ({ path, old, new: fresh }) =>
        isWorthTelling(path) &&
        (topic === null || topicOf(path) === topic) &&
        // An undo can leave a change that sets a field to what it was.
        JSON.stringify(old) !== JSON.stringify(fresh),
    );
    return fields.length === 0 ? [] : [{ ...entry, fields }];
  });
}

/** The keys of the orders that a stored change added, as far as a filter shows them. */
export function addedIn({ created }: ChangeRow, { topic, account }: FeedFilter): string[] {
  if (topic !== null) return [];
  return account === null ? created : created.filter((key) => accountOf(key) === account);
}
