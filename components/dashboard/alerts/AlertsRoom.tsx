import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { type AlertPart, hashOf } from '../../shared/routes.ts';
import { AlertHistory } from './AlertHistory.tsx';
import './alerts.css';
import { OpenAlerts } from './OpenAlerts.tsx';


interface Props {
  accounts: readonly AccountRow[];
  part: AlertPart;
  now: number;
}

const PARTS: readonly { part: AlertPart; words: string }[] = [
  { part: 'now', words: 'Now' },
  { part: 'history', words: 'History' },
];

/** The room "Alerts": what needs the user, everything with a clock, what was said before, and when to speak. */
export function AlertsRoom({ accounts, part, now }: Props) {
  return (
    <>
      <div class="top">
        <h2>Alerts</h2>
        <nav class="parts" aria-label="Alerts">
          {PARTS.map((entry) => (
            <a
              key={entry.part}
              href={hashOf('alerts', entry.part)}
              aria-current={entry.part === part ? 'page' : undefined}
            >
              {entry.words}
            </a>
          ))}
        </nav>
      </div>
      <div class="alerts">
        <Part accounts={accounts} part={part} now={now} />
      </div>
    </>
  );
}

function Part({ accounts, part, now }: Props) {
  if (part === 'history') return <AlertHistory accounts={accounts} now={now} />;
  return <OpenAlerts accounts={accounts} now={now} />;
}
