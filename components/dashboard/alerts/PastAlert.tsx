import { useId } from 'preact/hooks';
import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { KIND_WORDS } from '../../shared/alert-words.ts';
import { Button } from '../../shared/Button.tsx';
import { clockTime, exactTime } from '../../shared/dates.ts';
import { Icon } from '../../shared/Icon.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { goalOfAlert } from './goal.ts';
import { stateOf } from './past-words.ts';
import { aboutAlert } from './shop-words.ts';

interface Props {
  alert: AlertRow;
  accounts: readonly AccountRow[];
  now: number;
  /** It was not looked at before. */
  isNew: boolean;
  onReopen: () => void;
}

/** One alert of the past: when it came, what it said and what became of it. */
export function PastAlert({ alert, accounts, now, isNew, onReopen }: Props) {
  const titleId = useId();
  const { at, kind, title } = alert;
  const about = aboutAlert(alert, accounts);
  const state = stateOf(alert, now);
  const { hash } = goalOfAlert(alert, accounts);
  return (
    <li class={`alert past ${isNew ? 'new' : ''}`}>
      <time class="at" dateTime={new Date(at).toISOString()} title={exactTime(at)}>
        {clockTime(at)}
      </time>
      <span class={`badge ${isNew ? 'tone-fine' : 'tone-calm'}`}>
        <Icon name={KIND_WORDS[kind].icon} />
      </span>
      <span class="text" id={titleId}>
        {hash === null ? <strong>{title}</strong> : <a href={hash}>{title}</a>}
        {isNew && <b class="mark tone-fine">New</b>}
        <small title={about}>{about}</small>
      </span>
      <span class="does">
        {state.canReopen && (
          <Button look="quiet" name="reopen" aria-describedby={titleId} onClick={onReopen}>
            Open again
          </Button>
        )}
      </span>
      <span class="left">
        <Pill tone={state.isOpen ? 'soon' : 'calm'} detail={state.detail}>
          {state.words}
        </Pill>
      </span>
    </li>
  );
}
