import { useState } from 'preact/hooks';
import { type Deadlines, type OrderDeadline, readDeadlines } from '../../../lib/history/read/deadlines.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { MINUTE_MS } from '../../../lib/model/time.ts';
import { Button } from '../../shared/Button.tsx';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive } from '../../shared/use-live.ts';
import { counted, moreWords } from '../../shared/words.ts';
import { NoOrders } from '../orders/NoOrders.tsx';
import { ClockTable } from './ClockTable.tsx';
import { ClockTools } from './ClockTools.tsx';
import './clocks.css';
import { type ClockFilter, NO_FILTER, passes } from './clock-filter.ts';
import { LoadingCard } from './LoadingCard.tsx';

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

const TITLE = 'Everything with a clock';
// More than anybody reads; what is beyond is counted.
const LIMIT = 1000;
const FIRST = 10;
const STEP = 50;

/** Every deadline of both sides, the soonest first: what, how long is left, what happens then, and why. */
export function Clocks({ accounts, now }: Props) {
  const at = now - (now % MINUTE_MS);
  const live = useLive((db) => readDeadlines(db, at, LIMIT), [at]);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <LoadingCard title={TITLE} /> : null;
  return <ClockCard found={live.value} accounts={accounts} now={now} />;
}

function ClockCard({ found, accounts, now }: Props & { found: Deadlines }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const [limit, setLimit] = useState(FIRST);
  const matching = found.deadlines.filter((deadline) => passes(deadline, filter));
  const rest = matching.length - limit;
  const change = (fields: Partial<ClockFilter>) => {
    setFilter({ ...filter, ...fields });
    setLimit(FIRST);
  };
  return (
    <section class="card clocks" aria-label={TITLE}>
      <div class="card-head">
        <h3>{TITLE}</h3>
        <span class="muted">{countWords(found, matching)}</span>
      </div>
      {found.deadlines.length === 0 ? (
        <NoClock isKnown={accounts.length > 0} />
      ) : (
        <ClockTools deadlines={found.deadlines} accounts={accounts} filter={filter} onChange={change} />
      )}
      {found.deadlines.length > 0 && matching.length === 0 && <p class="muted">No clock is of this kind.</p>}
      {matching.length > 0 && (
        <ClockTable deadlines={matching.slice(0, limit)} accounts={accounts} now={now} />
      )}
      {rest > 0 && (
        <Button look="quiet" onClick={() => setLimit(limit + STEP)}>
          {moreWords(rest, STEP)}
        </Button>
      )}
    </section>
  );
}

function NoClock({ isKnown }: { isKnown: boolean }) {
  if (!isKnown) return <NoOrders />;
  return (
    <p class="muted">No clock is running. Deadlines of your orders appear here as soon as there are any.</p>
  );
}

/** "12 clocks", "3 of 12 clocks", "the 1,000 soonest of more than 2,400 clocks". */
function countWords({ deadlines, total, isAtLeast }: Deadlines, matching: readonly OrderDeadline[]): string {
  if (total === 0) return '';
  const all = `${isAtLeast ? 'more than ' : ''}${counted(total, 'clock')}`;
  const read =
    deadlines.length < total || isAtLeast ? `the ${deadlines.length.toLocaleString()} soonest of ` : '';
  const some = matching.length < deadlines.length ? `${matching.length.toLocaleString()} of ` : '';
  return `${some}${read}${all}`;
}
