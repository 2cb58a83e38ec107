import { useEffect, useState } from 'preact/hooks';
import { readFeedEnds } from '../../../lib/history/read/feed.ts';
import { send } from '../../../lib/messages/client.ts';
import { useLive } from '../../shared/use-live.ts';

/** What one look at the feed shows: changes up to `head`, of which those after `seenTo` are new. */
export interface Visit {
  head: number;
  seenTo: number;
}

export interface OpenVisit {
  state: 'open';
  visit: Visit;
  /** Shows what came meanwhile, up to a stored change; what was new before is so no more once it was seen. */
  bringIn: (head: number) => void;
  /** Stores that everything up to `head` was seen; what is marked as new stays so. */
  see: () => Promise<unknown>;
  /** Nothing that is shown is marked as new any more. */
  settle: () => void;
}
export type FeedVisit = { state: 'pending'; isSlow: boolean } | { state: 'error'; error: Error } | OpenVisit;

/**
 * One look at the feed. What comes meanwhile waits until it is brought in, so that nothing moves under the eye, and
 * what was new when the look began stays marked as new until then.
 */
export function useFeedVisit(): FeedVisit {
  const live = useLive(readFeedEnds, []);
  const [visit, setVisit] = useState<Visit | null>(null);
  const ends = live.state === 'value' ? live.value : null;
  useEffect(() => {
    if (!ends) return;
    // The first look ever: everything so far is old. If that can't be stored, the next look is the first one.
    if (ends.seenTo === null) send('feed.seen', { changeId: ends.newest }).catch(() => {});
    // Before the first change there is nothing that could move.
    if (visit === null || visit.head === 0)
      setVisit({ head: ends.newest, seenTo: ends.seenTo ?? ends.newest });
  }, [ends]);
  if (live.state === 'error') return live;
  if (!ends || !visit) return { state: 'pending', isSlow: live.state === 'pending' && live.isSlow };
  // Another tab may have seen more than this one shows.
  const isSeen = ends.seenTo !== null && ends.seenTo >= visit.head;
  return {
    state: 'open',
    visit,
    bringIn: (head) => setVisit({ head, seenTo: ends.seenTo ?? visit.head }),
    see: async () => isSeen || send('feed.seen', { changeId: visit.head }),
    settle: () => setVisit({ ...visit, seenTo: visit.head }),
  };
}
