import { useState } from 'preact/hooks';
import { turnOn } from '../../lib/messages/client-browser.ts';
import { reasonOf } from './words.ts';

/** How far turning on hosts has come. */
export type TurnOnState =
  | { step: 'idle' }
  | { step: 'asking' | 'on' | 'refused'; hosts: readonly string[] }
  | { step: 'failed'; hosts: readonly string[]; reason: string };

/** Turns on hosts. The returned function must be called in the user's click, with nothing awaited before. */
export function useTurnOn(): [TurnOnState, (...hosts: string[]) => void] {
  const [state, setState] = useState<TurnOnState>({ step: 'idle' });
  const ask = (...hosts: string[]) => {
    // First of all: the browser shows its question only inside the click.
    const answer = turnOn(hosts);
    setState({ step: 'asking', hosts });
    answer.then(
      (isGranted) => setState({ step: isGranted ? 'on' : 'refused', hosts }),
      (error: unknown) => setState({ step: 'failed', hosts, reason: reasonOf(error) }),
    );
  };
  return [state, ask];
}
