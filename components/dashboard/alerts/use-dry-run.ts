import { useEffect, useRef, useState } from 'preact/hooks';
import { readAlertRules } from '../../../lib/history/read/alert-settings.ts';
import { readingHistory } from '../../../lib/history/read/live.ts';
import type { AlertEvent, AlertRules } from '../../../lib/model/alert.ts';
import { DAY_MS } from '../../../lib/model/time.ts';
import { reasonOf } from '../../shared/words.ts';

/** Over how many days alerts are tried. */
export const TRIED_DAYS = 30;

/** How far trying has come. */
export type Trial =
  | { step: 'idle' | 'stopped' }
  | { step: 'running'; done: number; total: number }
  | { step: 'done'; events: readonly AlertEvent[] }
  | { step: 'failed'; reason: string };

/** What to try: the user's rules, changed as the trial needs them, and which events count. */
export interface Tried {
  rulesOf: (rules: AlertRules) => AlertRules;
  counts: (event: AlertEvent) => boolean;
}

/** Tries alerts on the last days of the history. Nothing is told and nothing is stored. */
export function useDryRun(): { trial: Trial; start: (tried: Tried) => void; stop: () => void } {
  const [trial, setTrial] = useState<Trial>({ step: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = (tried: Tried) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const follow = (next: Trial) => {
      if (!stop.signal.aborted) setTrial(next);
    };
    setTrial({ step: 'running', done: 0, total: 0 });
    tryOut(tried, stop.signal, (done, total) => follow({ step: 'running', done, total })).then(
      (events) => follow({ step: 'done', events }),
      (error: unknown) => follow({ step: 'failed', reason: reasonOf(error) }),
    );
  };
  const stop = () => {
    running.current?.abort();
    setTrial({ step: 'stopped' });
  };
  return { trial, start, stop };
}

async function tryOut(
  { rulesOf, counts }: Tried,
  signal: AbortSignal,
  onProgress: (done: number, all: number) => void,
): Promise<AlertEvent[]> {
  const [db, now] = [readingHistory(), Date.now()];
  // Only who tries something needs the engine.
  const [{ dryRun }, rules] = await Promise.all([
    import('../../../lib/alerts/dry-run.ts'),
    readAlertRules(db),
  ]);
  const events = await dryRun(db, rulesOf(rules), now - TRIED_DAYS * DAY_MS, now, { signal, onProgress });
  return events.filter(counts).sort((a, b) => b.at - a.at);
}
