import { useRef, useState } from 'preact/hooks';
import { exportJson } from '../../../lib/export/json.ts';
import { readingHistory } from '../../../lib/history/read/live.ts';
import { reasonOf } from '../../shared/words.ts';
import { exportName, saveFile } from './save-file.ts';

/** How far an export has come. */
export type ExportState =
  | { step: 'idle' | 'cancelled' }
  | { step: 'writing'; written: number }
  | { step: 'done'; written: number; name: string }
  | { step: 'failed'; reason: string };

/** Exports the history to a file; one export at a time. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  const stop = useRef<AbortController | null>(null);
  const start = async () => {
    const job = new AbortController();
    stop.current = job;
    let written = 0;
    const tell = (count: number) => {
      written = count;
      setState({ step: 'writing', written });
    };
    tell(0);
    const at = new Date();
    try {
      const file = await exportJson(readingHistory(), at, tell, job.signal);
      saveFile(file, exportName(at));
      setState({ step: 'done', written, name: exportName(at) });
    } catch (error) {
      setState(job.signal.aborted ? { step: 'cancelled' } : { step: 'failed', reason: reasonOf(error) });
    }
  };
  return { state, start, cancel: () => stop.current?.abort() };
}
