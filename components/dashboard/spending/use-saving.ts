import { useState } from 'preact/hooks';
import { reasonOf } from '../../shared/words.ts';

/** How far saving has come; `said` is for people. */
export interface Saving {
  isBusy: boolean;
  said: string;
  failed: string | null;
}

const IDLE: Saving = { isBusy: false, said: '', failed: null };

/** Saves something and tells how it went. The returned function resolves to whether it worked. */
export function useSaving(): [Saving, (work: () => Promise<string>) => Promise<boolean>] {
  const [saving, setSaving] = useState(IDLE);
  const save = async (work: () => Promise<string>) => {
    setSaving({ ...IDLE, isBusy: true });
    const next = await work().then(
      (said): Saving => ({ ...IDLE, said }),
      (error: unknown): Saving => ({ ...IDLE, failed: reasonOf(error) }),
    );
    setSaving(next);
    return next.failed === null;
  };
  return [saving, save];
}
