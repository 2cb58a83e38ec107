import { openHistory } from '../../lib/history/db.ts';
import { historyCases } from './cases.ts';

// Runs inside a page of the extension: the same cases, on the browser's own IndexedDB.

/** What became of one case: its name, and why it failed. */
export interface CaseOutcome {
  name: string;
  error: string | null;
}

async function runHistoryCases(): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for (const { name, run } of historyCases) {
    const error = await run(openHistory).then(
      () => null,
      (reason: unknown) => String(reason),
    );
    outcomes.push({ name, error });
  }
  return outcomes;
}

Object.assign(globalThis, { runHistoryCases });
