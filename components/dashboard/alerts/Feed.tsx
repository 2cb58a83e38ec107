import { useRef, useState } from 'preact/hooks';
import { type ChangeCount, countChanges } from '../../../lib/history/read/feed.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive, valueIn } from '../../shared/use-live.ts';
import { listed } from '../../shared/words.ts';
import { useCommand } from '../order/use-command.ts';
import { FeedList } from './FeedList.tsx';
import { FeedToolbar, type Shown } from './FeedToolbar.tsx';
import './feed.css';
import { type OpenVisit, useFeedVisit } from './feed-visit.ts';
import { LoadingCard } from './LoadingCard.tsx';

const TITLE = 'Since you last looked';
const ALL: Shown = { topic: null, account: null, onlyNew: false };

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

/** What changed in any order, newest first, and which of it is new to the user. */
export function Feed(props: Props) {
  const visit = useFeedVisit();
  if (visit.state === 'error') return <HistoryError error={visit.error} />;
  if (visit.state === 'pending') return visit.isSlow ? <LoadingCard title={TITLE} /> : null;
  return <OpenFeed {...visit} {...props} />;
}

function OpenFeed({ visit, bringIn, see, settle, accounts, now }: OpenVisit & Props) {
  const [shown, setShown] = useState(ALL);
  const { isBusy, failure, run } = useCommand();
  const heading = useRef<HTMLHeadingElement>(null);
  const { head, seenTo } = visit;
  const unread = useCount(seenTo, head + 1, ALL);
  const news = useCount(head, null, shown);
  const seeAll = async () => {
    if (await run(see)) settle();
  };
  const showNews = () => {
    bringIn(news?.newest ?? head);
    heading.current?.focus();
  };
  return (
    <section class="card feed" aria-label={TITLE}>
      <div class="card-head">
        <h3 tabIndex={-1} ref={heading}>
          {TITLE} <span class="muted">{unread && unread.changed > 0 && countWords(unread)}</span>
        </h3>
        {head > 0 && (
          <Button look="quiet" disabled={isBusy || !unread?.changed} onClick={() => void seeAll()}>
            Mark all as seen
          </Button>
        )}
      </div>
      {failure !== null && <ErrorNotice what="Nothing was marked" why={failure} next="Try again." />}
      {head > 0 && <FeedToolbar shown={shown} onShown={setShown} accounts={accounts} />}
      <p class="said" role="status">
        {news && news.changed + news.added > 0 && (
          <Button onClick={showNews}>Show what is new: {countWords(news)}</Button>
        )}
      </p>
      <FeedList
        key={`${shown.topic}|${shown.account}|${shown.onlyNew}`}
        {...{ visit, shown, accounts, now }}
        // Whoever could not store that it was seen sees it as new again.
        onSeen={() => void see().catch(() => {})}
        onShowAll={() => setShown(ALL)}
      />
    </section>
  );
}

/** What a stretch of changes holds, live; undefined until it is known. */
function useCount(after: number, before: number | null, { topic, account }: Shown): ChangeCount | undefined {
  const query = useLive(
    (db) => countChanges(db, { after, before }, { topic, account }),
    [after, before, topic, account],
  );
  return valueIn(query);
}

/** "3 orders changed and 20 were added", "99+ orders changed". */
function countWords({ changed, added, isMore }: ChangeCount): string {
  const orders = (count: number, isLeast: boolean) =>
    `${count.toLocaleString()}${isLeast ? '+' : ''} order${count === 1 && !isLeast ? '' : 's'}`;
  return listed([
    ...(changed > 0 ? [`${orders(changed, isMore)} changed`] : []),
    ...(added > 0 ? [`${orders(added, isMore)} added`] : []),
  ]);
}
