import { useState } from 'preact/hooks';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { type AlertKind, channelOf } from '../../../lib/model/alert.ts';
import { KIND_WORDS } from '../../shared/alert-words.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { hashOf } from '../../shared/routes.ts';
import { kindsOf, rolesOf } from './rule-choices.ts';
import { TrialResult } from './TrialResult.tsx';
import { type Tried, useDryRun } from './use-dry-run.ts';

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

// What is said of a whole shop, a product or a budget is in no order's past.
const NOT_OF_ORDERS: readonly AlertKind[] = ['sku-returns', 'stale-data', 'budget', 'own-rule'];

/** What a kind of alert would have said lately, before one decides how it is told. */
export function TryKinds({ accounts, now }: Props) {
  const kinds = kindsOf(rolesOf(accounts)).filter((kind) => !NOT_OF_ORDERS.includes(kind));
  const [wanted, setWanted] = useState<AlertKind | null>(null);
  const chosen = wanted !== null && kinds.includes(wanted) ? wanted : kinds[0];
  const [tried, setTried] = useState('');
  const { trial, start, stop } = useDryRun();
  const tryIt = () => {
    if (!chosen) return;
    setTried(KIND_WORDS[chosen].name);
    start(triedKind(chosen));
  };
  return (
    <Card
      title="What comes built in"
      text="See how often a kind of alert would have spoken up. Nothing is told."
    >
      <div class="fields">
        <select
          class="select"
          aria-label="Kind to try"
          value={chosen}
          onChange={({ currentTarget }) =>
            setWanted(kinds.find((kind) => kind === currentTarget.value) ?? null)
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind].name}
            </option>
          ))}
        </select>
        <Button onClick={tryIt}>Try on the last 30 days</Button>
      </div>
      <TrialResult trial={trial} what={`“${tried}”`} onStop={stop} now={now} />
      <p class="muted">
        How each kind is told, and when, is decided in <a href={hashOf('settings')}>Settings</a>.
      </p>
    </Card>
  );
}

/** One kind as it is set, or in the list where it is switched off. */
function triedKind(kind: AlertKind): Tried {
  return {
    rulesOf: ({ settings }) => {
      const channel = channelOf(kind, settings) === 'off' ? 'list' : channelOf(kind, settings);
      return { settings: { ...settings, channels: { ...settings.channels, [kind]: channel } }, own: [] };
    },
    counts: (event) => event.kind === kind,
  };
}
