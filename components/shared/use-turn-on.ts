import { useState } from 'preact/hooks';
import { turnOn } from '../../lib/messages/client-browser.ts';
import { reasonOf } from './words.ts';

/** How far turning on a host has come. */
export type TurnOnState =
  | { step: 'idle' }
  | { step: 'asking' | 'on' | 'refused'; host: string }
  | { step: 'failed'; host: string; reason: string };

/** Turns on hosts. The returned function must be called in the user's click, with nothing awaited before. */
export function useTurnOn(): [TurnOnState, (host: string) => void] {
  const [state, setState] = useState<TurnOnState>({ step: 'idle' });
  const ask = (host: string) => {
    // First of all: the browser shows its question only inside the click.
    const answer = turnOn(host);
    setState({ step: 'asking', host });
    answer.then(
      (isGranted) => setState({ step: isGranted ? 'on' : 'refused', host }),
      (error: unknown) => setState({ step: 'failed', host, reason: reasonOf(error) }),
    );
  };
  return [state, ask];
}
