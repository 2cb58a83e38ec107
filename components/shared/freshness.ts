import { accountName } from '../../lib/history/read/accounts.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import { timeAgo } from '../../lib/insights/words.ts';
import { HOUR_MS } from '../../lib/model/time.ts';

/** How fresh what is shown is, in words. */
export interface Freshness {
  words: string;
  isStale: boolean;
  /** When a page was last seen, and where to go to see one. */
  seenAt: number | null;
  host: string | null;
}

const STALE_MS = 6 * HOUR_MS;

/** How fresh some shops are: as fresh as the one that was not seen for longest, since all are counted. */
export function freshnessOf(accounts: readonly AccountRow[], now: number): Freshness {
  const [oldest] = accounts
    .filter((account) => account.lastSeenAt !== null)
    .sort((a, b) => (a.lastSeenAt ?? 0) - (b.lastSeenAt ?? 0));
  const seenAt = oldest?.lastSeenAt ?? null;
  const host = oldest?.host ?? accounts.find((account) => account.host !== null)?.host ?? null;
  if (!oldest || seenAt === null) return { words: 'From files only', isStale: false, seenAt, host };
  const ago = timeAgo(seenAt, now);
  const isStale = now - seenAt >= STALE_MS;
  const who = accounts.length > 1 ? `${accountName(oldest, accounts)} not` : 'Not';
  return {
    words: isStale ? `${who} seen for ${ago.replace(' ago', '')}` : `Seen ${ago}`,
    isStale,
    seenAt,
    host,
  };
}
