import { useState } from 'preact/hooks';
import { send } from '../../../lib/messages/client.ts';
import type { CommandReply } from '../../../lib/messages/protocol.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { counted, reasonOf } from '../../shared/words.ts';

type State =
  | { step: 'idle' | 'checking' }
  | { step: 'checked' | 'repaired'; result: CommandReply['history.check'] }
  | { step: 'failed'; reason: string };

/** Counts every order again and compares that with the totals that are shown. */
export function CheckTotals() {
  const [state, setState] = useState<State>({ step: 'idle' });
  const run = async (repair: boolean) => {
    setState({ step: 'checking' });
    const step = repair ? 'repaired' : 'checked';
    const next = await send('history.check', { repair }).then(
      (result): State => ({ step, result }),
      (error: unknown): State => ({ step: 'failed', reason: reasonOf(error) }),
    );
    setState(next);
  };
  return (
    <Card
      title="Totals"
      text="Counts every order again and compares the result with the totals that you see."
    >
      <div class="actions">
        <Button disabled={state.step === 'checking'} onClick={() => void run(false)}>
          Check totals
        </Button>
        {state.step === 'checked' && state.result.wrong > 0 && (
          <Button look="primary" onClick={() => void run(true)}>
            Repair totals
          </Button>
        )}
      </div>
      <p class="said" role="status">
        {saidOf(state)}
      </p>
      {state.step === 'failed' && (
        <ErrorNotice what="The totals could not be checked" why={state.reason} next="Try again." />
      )}
    </Card>
  );
}

function saidOf(state: State): string {
  if (state.step === 'checking') return 'Counting…';
  if (state.step !== 'checked' && state.step !== 'repaired') return '';
  const { checked, wrong } = state.result;
  if (state.step === 'repaired') return `Repaired. ${counted(checked, 'total')} rebuilt from your orders.`;
  if (wrong === 0)
    return checked === 0 ? 'No totals yet.' : `All ${checked.toLocaleString()} totals are right.`;
  return `${wrong.toLocaleString()} of ${counted(checked, 'total')} ${wrong === 1 ? 'is' : 'are'} wrong.`;
}
