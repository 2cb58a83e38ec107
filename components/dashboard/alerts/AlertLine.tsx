import { useId } from 'preact/hooks';
import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { alertTone, KIND_WORDS } from '../../shared/alert-words.ts';
import { Button } from '../../shared/Button.tsx';
import { Icon } from '../../shared/Icon.tsx';
import { TimeLeft } from '../../shared/TimeLeft.tsx';
import { goalOfAlert } from './goal.ts';
import { OpenPage } from './OpenPage.tsx';
import { Snooze } from './Snooze.tsx';
import { aboutAlert } from './shop-words.ts';
import type { AlertActions } from './use-alert-actions.ts';

interface Props {
  alert: AlertRow;
  accounts: readonly AccountRow[];
  now: number;
  actions: AlertActions;
  isChosen: boolean;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

/** One open alert: what it is, how long is left, where it leads and what can be done with it. */
export function AlertLine({ alert, accounts, now, actions, isChosen, onChoose }: Props) {
  const titleId = useId();
  const { id, kind, title, dueAt, why } = alert;
  const about = aboutAlert(alert, accounts);
  const tone = alertTone(alert, now);
  const { hash, url } = goalOfAlert(alert, accounts);
  return (
    <li class="alert">
      <input
        type="checkbox"
        aria-label="Select"
        aria-describedby={titleId}
        checked={isChosen}
        onChange={(event) => onChoose([id], event.currentTarget.checked)}
      />
      <span class={`badge tone-${tone}`}>
        <Icon name={KIND_WORDS[kind].icon} />
      </span>
      <span class="text" id={titleId}>
        {hash === null ? <strong>{title}</strong> : <a href={hash}>{title}</a>}
        <small title={about}>{about}</small>
      </span>
      <span class="left">
        {dueAt !== null && <TimeLeft atMs={dueAt} now={now} tone={tone} why={why ?? KIND_WORDS[kind].name} />}
      </span>
      <span class="does">
        <OpenPage url={url} hash={hash} describedBy={titleId} />
        <Snooze describedBy={titleId} onSnooze={(untilAt) => actions.snooze([id], untilAt)} />
        <Button
          look="quiet"
          name="done"
          aria-describedby={titleId}
          onClick={() => actions.mark([id], 'done')}
        >
          Done
        </Button>
      </span>
    </li>
  );
}
