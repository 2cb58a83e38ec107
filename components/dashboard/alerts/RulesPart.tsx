import { readAlertRules } from '../../../lib/history/read/alert-settings.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive } from '../../shared/use-live.ts';
import { LoadingCard } from './LoadingCard.tsx';
import { OwnRules } from './OwnRules.tsx';
import './rules.css';
import { TryKinds } from './TryKinds.tsx';

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

/** When OrderLens speaks up: the user's own rules, and what the built-in kinds would have said. */
export function RulesPart({ accounts, now }: Props) {
  const live = useLive(readAlertRules, []);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <LoadingCard title="Your own rules" /> : null;
  return (
    <>
      <OwnRules rules={live.value.own} accounts={accounts} now={now} />
      <TryKinds accounts={accounts} now={now} />
    </>
  );
}
