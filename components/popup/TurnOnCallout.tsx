import { Button } from '../shared/Button.tsx';
import { TurnOnResult } from '../shared/TurnOnResult.tsx';
import { useTurnOn } from '../shared/use-turn-on.ts';

/** The tab behind the popup is a Seller Center that is not turned on: one click turns it on. */
export function TurnOnCallout({ host }: { host: string }) {
  const [state, ask] = useTurnOn();
  return (
    <aside class="callout" aria-label="Turn on">
      <p>
        Turn on OrderLens for <span class="host">{host}</span>
      </p>
      <Button look="primary" disabled={state.step === 'asking'} onClick={() => ask(host)}>
        Turn on
      </Button>
      <TurnOnResult state={state} />
    </aside>
  );
}
