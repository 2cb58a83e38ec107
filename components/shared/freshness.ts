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

/** How fresh some shops are: as fresh as the one that was seen last. */
export function freshnessOf(accounts: readonly AccountRow[], now: number): Freshness {
  const newest = accounts.reduce<AccountRow | undefined>(
    (best, account) => ((account.lastSeenAt ?? 0) > (best?.lastSeenAt ?? 0) ? account : best),
    undefined,
  );
  const seenAt = newest?.lastSeenAt ?? null;
  const host = newest?.host ?? accounts.find((account) => account.host !== null)?.host ?? null;
  if (seenAt === null) return { words: 'From files only', isStale: false, seenAt, host };
  const ago = timeAgo(seenAt, now);
  const isStale = now - seenAt >= STALE_MS;
  return {
    words: isStale ? `Not seen for ${ago.replace(' ago', '')}` : `Seen ${ago}`,
    isStale,
    seenAt,
    host,
  };
}
