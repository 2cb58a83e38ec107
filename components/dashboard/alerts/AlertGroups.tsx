import { useState } from 'preact/hooks';
import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { Button } from '../../shared/Button.tsx';
import { moreWords } from '../../shared/words.ts';
import { AlertLine } from './AlertLine.tsx';
import { type AlertGroup, groupsOf } from './groups.ts';
import type { AlertActions } from './use-alert-actions.ts';

/** What every line needs. */
interface Line {
  accounts: readonly AccountRow[];
  now: number;
  actions: AlertActions;
  isChosen: (id: string) => boolean;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

/** Open alerts as a list; where they are many, a list of each kind. */
export function AlertGroups({ alerts, line }: { alerts: readonly AlertRow[]; line: Line }) {
  return (
    <>
      {groupsOf(alerts).map((group) => (
        <Group key={group.kind ?? ''} group={group} line={line} />
      ))}
    </>
  );
}

// A kind that has many shows how it begins; the rest comes in steps that draw at once.
const FIRST = 5;
const STEP = 100;

function Group({ group: { kind, name, alerts }, line }: { group: AlertGroup; line: Line }) {
  const [limit, setLimit] = useState(FIRST);
  const shown = kind === null ? alerts : alerts.slice(0, limit);
  const rest = alerts.length - shown.length;
  return (
    <div class="group">
      {name !== null && <GroupHead name={name} alerts={alerts} line={line} />}
      <ul>
        {shown.map((alert) => (
          <AlertLine
            key={alert.id}
            alert={alert}
            accounts={line.accounts}
            now={line.now}
            actions={line.actions}
            isChosen={line.isChosen(alert.id)}
            onChoose={line.onChoose}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button look="quiet" onClick={() => setLimit(limit + STEP)}>
          {moreWords(rest, STEP)}
        </Button>
      )}
    </div>
  );
}

interface HeadProps {
  name: string;
  alerts: readonly AlertRow[];
  line: Line;
}

function GroupHead({ name, alerts, line: { actions, isChosen, onChoose } }: HeadProps) {
  const ids = alerts.map(({ id }) => id);
  const chosen = ids.filter(isChosen).length;
  const count = alerts.length.toLocaleString();
  return (
    <div class="group-head">
      <input
        type="checkbox"
        aria-label={`Select all: ${name}`}
        checked={chosen === ids.length}
        indeterminate={chosen > 0 && chosen < ids.length}
        onChange={(event) => onChoose(ids, event.currentTarget.checked)}
      />
      <h4>
        {name} <span>{count}</span>
      </h4>
      <Button
        look="quiet"
        aria-label={`Mark ${count} done: ${name}`}
        onClick={() => actions.mark(ids, 'done')}
      >
        Mark {count} done
      </Button>
    </div>
  );
}
