import { useState } from 'preact/hooks';
import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { AlertKind } from '../../../lib/model/alert.ts';
import { KIND_WORDS } from '../../shared/alert-words.ts';
import { Button } from '../../shared/Button.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive } from '../../shared/use-live.ts';
import { AlertResult } from './ActionResult.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { readHistoryPage } from './history-page.ts';
import { LoadingCard } from './LoadingCard.tsx';
import { PastAlert } from './PastAlert.tsx';
import { byDay } from './past-words.ts';
import { kindsOf, rolesOf } from './rule-choices.ts';
import { useAlertActions } from './use-alert-actions.ts';
import { useUnread } from './use-unread.ts';

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

const STEP = 50;

/** Everything that was said so far, newest first; what is shown counts as read. */
export function AlertHistory({ accounts, now }: Props) {
  const [kind, setKind] = useState<AlertKind | null>(null);
  const [limit, setLimit] = useState(STEP);
  const choose = (name: AlertKind | null) => {
    setKind(name);
    setLimit(STEP);
  };
  const live = useLive((db) => readHistoryPage(db, kind, limit), [kind, limit]);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <LoadingCard title="History of alerts" /> : null;
  const { alerts, hasMore } = live.value;
  return (
    <section class="card alerts-card" aria-label="History of alerts">
      <div class="card-head">
        <h3>History of alerts</h3>
        <FilterSelect
          label="Kind of alert"
          all="All kinds"
          options={kindsOf(rolesOf(accounts)).map((name) => [name, KIND_WORDS[name].name] as const)}
          value={kind}
          onChange={choose}
        />
      </div>
      {alerts.length === 0 && <Nothing isAll={kind === null} />}
      <PastList alerts={alerts} accounts={accounts} now={now} />
      {hasMore && <Button onClick={() => setLimit(limit + STEP)}>Show {STEP} more</Button>}
    </section>
  );
}

function Nothing({ isAll }: { isAll: boolean }) {
  if (!isAll) return <p class="muted">Nothing of this kind so far.</p>;
  return (
    <EmptyState
      icon="clock"
      title="No alerts yet"
      text="What OrderLens tells you is kept here, so that nothing is missed."
    />
  );
}

function PastList({ alerts, accounts, now }: Props & { alerts: readonly AlertRow[] }) {
  const actions = useAlertActions();
  const { wasUnread, failure } = useUnread(alerts);
  return (
    <>
      {byDay(alerts, now).map(({ day, alerts: own }) => (
        <div class="group" key={day}>
          <h4>{day}</h4>
          <ul>
            {own.map((alert) => (
              <PastAlert
                key={alert.id}
                alert={alert}
                accounts={accounts}
                now={now}
                isNew={wasUnread(alert.id)}
                onReopen={() => actions.mark([alert.id], 'open')}
              />
            ))}
          </ul>
        </div>
      ))}
      <AlertResult actions={actions} />
      {failure !== null && <p class="muted">They stay marked as new: {failure}</p>}
    </>
  );
}
