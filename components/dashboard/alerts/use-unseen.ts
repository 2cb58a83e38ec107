import { countUnseenChanges } from '../../../lib/history/read/feed.ts';
import { useLive, valueIn } from '../../shared/use-live.ts';

/** In how many orders something changed that was not looked at, live: "3", "99+"; undefined where nothing has. */
export function useUnseen(): string | undefined {
  const unseen = valueIn(useLive(countUnseenChanges, []));
  return unseen && unseen.count > 0 ? `${unseen.count}${unseen.isMore ? '+' : ''}` : undefined;
}
