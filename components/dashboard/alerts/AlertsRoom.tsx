import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { AfterPaint } from '../../shared/AfterPaint.tsx';
import { type AlertPart, hashOf } from '../../shared/routes.ts';
import { LazyRoom } from '../LazyRoom.tsx';
import { AlertHistory } from './AlertHistory.tsx';
import './alerts.css';
import { Clocks } from './Clocks.tsx';
import { Feed } from './Feed.tsx';
import { OpenAlerts } from './OpenAlerts.tsx';
import { Rates } from './Rates.tsx';
import { useUnseen } from './use-unseen.ts';

const loadRules = () => import('./RulesPart.tsx').then((module) => module.RulesPart);

interface Props {
  accounts: readonly AccountRow[];
  part: AlertPart;
  now: number;
}

const PARTS: readonly { part: AlertPart; words: string }[] = [
  { part: 'now', words: 'Now' },
  { part: 'changes', words: 'Changes' },
  { part: 'history', words: 'History' },
  { part: 'rules', words: 'Rules' },
];

/** The room "Alerts": what needs the user, everything with a clock, what was said before, and when to speak. */
export function AlertsRoom({ accounts, part, now }: Props) {
  const unseen = useUnseen();
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
              {entry.part === 'changes' && unseen !== undefined && <em aria-hidden="true">{unseen}</em>}
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
  if (part === 'rules') return <LazyRoom load={loadRules} props={{ accounts, now }} />;
  if (part === 'changes') return <Feed accounts={accounts} now={now} />;
  return (
    <>
      <OpenAlerts accounts={accounts} now={now} />
      <Clocks accounts={accounts} now={now} />
      <AfterPaint>
        <Rates accounts={accounts} now={now} />
      </AfterPaint>
    </>
  );
}
