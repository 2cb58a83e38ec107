import { useEffect, useRef, useState } from 'preact/hooks';
import { readAlertRules } from '../../../lib/history/read/alert-settings.ts';
import { send } from '../../../lib/messages/client.ts';
import type { AlertSettings } from '../../../lib/model/alert.ts';
import { useLive, valueIn } from '../../shared/use-live.ts';
import { reasonOf } from '../../shared/words.ts';

/** The alert settings as they are shown, how to change them, and what became of the last change. */
export interface AlertSettingsState {
  /** Undefined until the history has told. */
  settings: AlertSettings | undefined;
  change: (fields: Partial<AlertSettings>) => void;
  saved: SaveState;
}
export type SaveState = { step: 'idle' | 'saved' } | { step: 'failed'; reason: string };

/**
 * The alert settings, live. A change is shown and sent at once; the next one builds upon it, whether it is stored
 * yet or not. What could not be stored is shown as it was.
 */
export function useAlertSettings(): AlertSettingsState {
  const stored = valueIn(useLive(readAlertRules, []))?.settings;
  const [own, setOwn] = useState<AlertSettings | null>(null);
  const [saved, setSaved] = useState<SaveState>({ step: 'idle' });
  const newest = useRef<AlertSettings | undefined>(undefined);
  const underWay = useRef(0);
  newest.current = own ?? stored;
  // What another tab stored is newer than what was changed here, unless that is still on its way.
  useEffect(() => {
    if (underWay.current === 0) setOwn(null);
  }, [stored]);
  const change = (fields: Partial<AlertSettings>) => {
    if (!newest.current) return;
    const settings = { ...newest.current, ...fields };
    newest.current = settings;
    underWay.current += 1;
    setOwn(settings);
    setSaved({ step: 'idle' });
    send('alerts.setSettings', { settings }).then(
      () => {
        underWay.current -= 1;
        setSaved({ step: 'saved' });
      },
      (error: unknown) => {
        underWay.current -= 1;
        setOwn(null);
        setSaved({ step: 'failed', reason: reasonOf(error) });
      },
    );
  };
  return { settings: own ?? stored, change, saved };
}
