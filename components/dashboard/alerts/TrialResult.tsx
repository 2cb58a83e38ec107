import { useState } from 'preact/hooks';
import type { AlertEvent } from '../../../lib/model/alert.ts';
import { Button } from '../../shared/Button.tsx';
import { clockTime, shortDay } from '../../shared/dates.ts';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { Progress } from '../../shared/Progress.tsx';
import { hashOf } from '../../shared/routes.ts';
import { moreWords } from '../../shared/words.ts';
import { TRIED_DAYS, type Trial } from './use-dry-run.ts';

interface Props {
  trial: Trial;
  /** What was tried, as a sentence begins with it: "This rule". */
  what: string;
  onStop: () => void;
  now: number;
}

/** How far trying alerts has come, and what they would have said. */
export function TrialResult({ trial, what, onStop, now }: Props) {
  return (
    <div class="trial">
      {trial.step === 'running' && (
        <>
          <Progress label="Looking through your orders" done={trial.done} total={trial.total} />
          <div>
            <Button onClick={onStop}>Cancel</Button>
          </div>
        </>
      )}
      <p class="said" role="status">
        {trial.step === 'done' && triedWords(what, trial.events.length)}
        {trial.step === 'stopped' && 'Stopped. Nothing was changed.'}
      </p>
      {trial.step === 'done' && trial.events.length > 0 && <Events events={trial.events} now={now} />}
      {trial.step === 'failed' && (
        <ErrorNotice what="It could not be tried" why={trial.reason} next="Nothing was changed. Try again." />
      )}
    </div>
  );
}

function triedWords(what: string, count: number): string {
  const times = count === 1 ? 'once' : `${count.toLocaleString()} times`;
  const words = count === 0 ? 'would not have fired' : `would have fired ${times}`;
  return `${what} ${words} in the last ${TRIED_DAYS} days.`;
}

const STEP = 20;

function Events({ events, now }: { events: readonly AlertEvent[]; now: number }) {
  const [limit, setLimit] = useState(STEP);
  const rest = events.length - limit;
  return (
    <>
      <ul class="tried">
        {events.slice(0, limit).map(({ id, at, title, detail, orderKey }) => (
          <li key={id}>
            <time dateTime={new Date(at).toISOString()}>
              {shortDay(at, now)}, {clockTime(at)}
            </time>
            <span>
              {orderKey === null ? <b>{title}</b> : <a href={hashOf('orders', orderKey)}>{title}</a>}
              <small>{detail}</small>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button look="quiet" onClick={() => setLimit(limit + STEP)}>
          {moreWords(rest, STEP)}
        </Button>
      )}
    </>
  );
}
