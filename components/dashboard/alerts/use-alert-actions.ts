import { useState } from 'preact/hooks';
import { dayAndTime } from '../../../lib/insights/words.ts';
import { send } from '../../../lib/messages/client.ts';
import { counted } from '../../shared/words.ts';
import { type Saving, useSaving } from '../spending/use-saving.ts';

/** What can be done with alerts, and how it went. */
export interface AlertActions {
  saving: Saving;
  /** Takes back what was marked last. */
  undo: (() => void) | null;
  mark(ids: readonly string[], as: 'read' | 'done' | 'open'): void;
  snooze(ids: readonly string[], untilAt: number): void;
}

// As many as one command carries.
const BATCH = 1000;
const MARKED = { read: 'marked read', done: 'marked done', open: 'open again' };

/** Marks and snoozes alerts, however many there are. */
export function useAlertActions(): AlertActions {
  const [saving, save] = useSaving();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const run = async (ids: readonly string[], said: string, work: (part: string[]) => Promise<unknown>) => {
    setClosed([]);
    return save(async () => {
      for (let start = 0; start < ids.length; start += BATCH) await work(ids.slice(start, start + BATCH));
      return `${counted(ids.length, 'alert')} ${said}.`;
    });
  };
  const mark = async (ids: readonly string[], as: 'read' | 'done' | 'open') => {
    const isDone = await run(ids, MARKED[as], (part) => send('alerts.mark', { ids: part, as }));
    if (isDone && as !== 'open') setClosed(ids);
  };
  const snooze = (ids: readonly string[], untilAt: number) =>
    run(ids, `snoozed until ${dayAndTime(untilAt, Date.now())}`, (part) =>
      send('alerts.snooze', { ids: part, untilAt }),
    );
  return {
    saving,
    undo: closed.length > 0 ? () => void mark(closed, 'open') : null,
    mark: (ids, as) => void mark(ids, as),
    snooze: (ids, untilAt) => void snooze(ids, untilAt),
  };
}
