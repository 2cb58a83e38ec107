import { useState } from 'preact/hooks';
import { reasonOf } from '../../shared/words.ts';

/** Runs commands one at a time and keeps why the last one failed; `run` tells whether it went well. */
export function useCommand(): {
  isBusy: boolean;
  failure: string | null;
  run: (work: () => Promise<unknown>) => Promise<boolean>;
} {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (work: () => Promise<unknown>) => {
    setIsBusy(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(reasonOf(error));
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, failure, run };
}
