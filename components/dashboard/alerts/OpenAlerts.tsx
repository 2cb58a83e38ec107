import { type AlertRow, readOpenAlerts } from '../../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { Icon } from '../../shared/Icon.tsx';
import { useLive } from '../../shared/use-live.ts';
import { counted } from '../../shared/words.ts';
import { AlertResult } from './ActionResult.tsx';
import { AlertGroups } from './AlertGroups.tsx';
import { BulkBar } from './BulkBar.tsx';
import { LoadingCard } from './LoadingCard.tsx';
import { useAlertActions } from './use-alert-actions.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useSelection } from './use-selection.ts';

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

/** What waits for the user, the most urgent first; and beneath, news that waits for nothing. */
export function OpenAlerts({ accounts, now }: Props) {
  const live = useLive((db) => readOpenAlerts(db, Number.POSITIVE_INFINITY), []);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <LoadingCard title="Needs you" /> : null;
  const news = live.value.filter(({ severity }) => severity === 'low');
  const tasks = live.value.filter(({ severity }) => severity !== 'low');
  return (
    <>
      <AlertCard title="Needs you" alerts={tasks} accounts={accounts} now={now} />
      {news.length > 0 && <AlertCard title="News" alerts={news} accounts={accounts} now={now} />}
    </>
  );
}

interface CardProps extends Props {
  title: string;
  alerts: readonly AlertRow[];
}

function AlertCard({ title, alerts, accounts, now }: CardProps) {
  const actions = useAlertActions();
  const selection = useSelection(alerts.map(({ id }) => id));
  const whole = useRowFocus(alerts);
  return (
    <section class="card alerts-card" aria-label={title} ref={whole}>
      <div class="card-head">
        <h3 tabIndex={-1}>{title}</h3>
        {alerts.length > 0 && <span class="muted">{counted(alerts.length, 'alert')}</span>}
      </div>
      {alerts.length === 0 && (
        <p class="nothing">
          <Icon name="check" size={18} />
          Nothing needs you right now.
        </p>
      )}
      {alerts.length > 1 && <BulkBar all={alerts} selection={selection} actions={actions} />}
      <AlertGroups
        alerts={alerts}
        line={{ accounts, now, actions, isChosen: selection.has, onChoose: selection.set }}
      />
      <AlertResult actions={actions} />
    </section>
  );
}
