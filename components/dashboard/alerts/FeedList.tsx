import { useEffect, useRef, useState } from 'preact/hooks';
import { readFeed } from '../../../lib/history/read/feed.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { Button } from '../../shared/Button.tsx';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive } from '../../shared/use-live.ts';
import { FeedDays } from './FeedDays.tsx';
import { FeedEmpty } from './FeedEmpty.tsx';
import type { Shown } from './FeedToolbar.tsx';
import { daysOf, isNewRead } from './feed-list.ts';
import type { Visit } from './feed-visit.ts';
import { useOnScreen } from './use-on-screen.ts';

const PAGE = 30;
/** About as long as mail programs wait before they call a message read that is looked at. */
const LOOK_MS = 3000;

interface Props {
  visit: Visit;
  shown: Shown;
  accounts: readonly AccountRow[];
  now: number;
  /** Everything that is new was looked at. */
  onSeen: () => void;
  onShowAll: () => void;
}

/** The feed up to where this look began, a page at a time. Mount anew for another filter. */
export function FeedList({ visit, shown, accounts, now, onSeen, onShowAll }: Props) {
  const [limit, setLimit] = useState(PAGE);
  const { topic, account, onlyNew } = shown;
  const after = onlyNew ? visit.seenTo : null;
  const live = useLive(
    (db) => readFeed(db, { after, before: visit.head + 1, limit, filter: { topic, account } }),
    [visit.head, after, limit],
  );
  const page = live.state === 'value' ? live.value : null;
  const end = useFocusAtEnd(page?.readTo === null && limit > PAGE);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (!page) return null;
  const days = daysOf(page.entries, visit.seenTo, now);
  const { new: fresh = [], seen = [] } = Object.groupBy(days, ({ isNew }) => (isNew ? 'new' : 'seen'));
  const isAll = topic === null && account === null;
  return (
    <>
      <FeedDays days={fresh} accounts={accounts} now={now} />
      {isNewRead(page, visit) && (
        <EndOfNew
          key={visit.head}
          hasBoth={fresh.length > 0 && seen.length > 0}
          onSeen={isAll ? onSeen : null}
        />
      )}
      <FeedDays days={seen} accounts={accounts} now={now} />
      {page.entries.length === 0 && (
        <FeedEmpty isAll={isAll} onlyNew={onlyNew} isPart={page.readTo !== null} onShowAll={onShowAll} />
      )}
      {page.readTo !== null && <Button onClick={() => setLimit(limit + PAGE)}>Show older changes</Button>}
      <p class="feed-end" tabIndex={-1} ref={end}>
        {page.readTo === null && limit > PAGE && 'There are no older changes.'}
      </p>
    </>
  );
}

/** Where what is new ends. Whoever has had it on screen for a moment has looked at everything that is new. */
function EndOfNew({ hasBoth, onSeen }: { hasBoth: boolean; onSeen: (() => void) | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  useOnScreen(line, LOOK_MS, onSeen);
  return (
    <p class="feed-line" ref={line}>
      {hasBoth && 'Seen before'}
    </p>
  );
}

/** Where the focus goes when the button that had it is gone, as nothing older is left. */
function useFocusAtEnd(isEnd: boolean) {
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isEnd && document.activeElement === document.body) end.current?.focus();
  }, [isEnd]);
  return end;
}
