import { ErrorNotice } from './ErrorNotice.tsx';
import { Notice } from './Notice.tsx';
import type { TurnOnState } from './use-turn-on.ts';
import { listed } from './words.ts';

/** What came of turning on hosts, when they were not turned on. */
export function TurnOnResult({ state }: { state: TurnOnState }) {
  if (state.step === 'refused') {
    return (
      <Notice tone="soon" role="status">
        <p>
          {listed(state.hosts)} {state.hosts.length > 1 ? 'stay' : 'stays'} off: your browser was told no. You
          can try again at any time.
        </p>
      </Notice>
    );
  }
  if (state.step !== 'failed') return null;
  return (
    <ErrorNotice
      what={`${listed(state.hosts)} could not be turned on`}
      why={state.reason}
      next="Try again, or restart your browser."
    />
  );
}
