import { useRef, useState } from 'preact/hooks';
import { type ImportPreview, previewImport } from '../../../lib/history/read/import-preview.ts';
import { readingHistory } from '../../../lib/history/read/live.ts';
import { send } from '../../../lib/messages/client.ts';
import type { Order } from '../../../lib/model/order.ts';
import { readOrdersFile } from '../../../lib/sources/files/orderlens-json.ts';
import { reasonOf } from '../../shared/words.ts';

/** How far an import has come. */
export type ImportState =
  | { step: 'idle' }
  | { step: 'reading'; fileName: string }
  | { step: 'wrong'; message: string }
  | { step: 'preview'; fileName: string; orders: readonly Order[]; preview: ImportPreview }
  | { step: 'adding'; sent: number; total: number }
  | { step: 'added'; importId: string; created: number; updated: number; unchanged: number }
  | { step: 'cancelled' };

const MAX_BYTES = 1024 ** 3;
const PART = 250;

/** Imports a file in two steps: choosing reads and compares it, adding writes it. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ step: 'idle' });
  const stop = useRef(new AbortController());
  const restart = () => {
    stop.current.abort();
    stop.current = new AbortController();
    return stop.current.signal;
  };
  const choose = async (file: File) => {
    const signal = restart();
    setState({ step: 'reading', fileName: file.name });
    const next = await read(file, signal).catch(
      (error: unknown) => ({ step: 'wrong', message: reasonOf(error) }) as const,
    );
    if (!signal.aborted) setState(next);
  };
  const add = async (fileName: string, orders: readonly Order[]) => {
    const signal = restart();
    setState(await addOrders(fileName, orders, signal, setState));
  };
  const cancel = () => {
    restart();
    setState((known) => (known.step === 'adding' ? known : { step: 'idle' }));
  };
  return { state, choose, add, cancel };
}

async function read(file: File, signal: AbortSignal): Promise<ImportState> {
  if (file.size > MAX_BYTES)
    throw new Error('This file is larger than 1 GB: too large to be an export of OrderLens.');
  const orders = readOrdersFile(await file.text());
  const preview = await previewImport(readingHistory(), orders, signal);
  return { step: 'preview', fileName: file.name, orders, preview };
}

async function addOrders(
  fileName: string,
  orders: readonly Order[],
  signal: AbortSignal,
  tell: (state: ImportState) => void,
): Promise<ImportState> {
  const importId = crypto.randomUUID();
  const sum = { created: 0, updated: 0, unchanged: 0 };
  try {
    for (let start = 0; start < orders.length; start += PART) {
      tell({ step: 'adding', sent: start, total: orders.length });
      signal.throwIfAborted();
      const counts = await send('import.add', {
        importId,
        fileName,
        orders: orders.slice(start, start + PART),
      });
      sum.created += counts.created;
      sum.updated += counts.updated;
      sum.unchanged += counts.unchanged;
    }
    return { step: 'added', importId, ...sum };
  } catch (error) {
    // A part that stays would be a file half imported: what was added goes again.
    const undo = await send('capture.undo', { captureId: importId }).catch((reason: unknown) => reason);
    if (undo instanceof Error) return { step: 'wrong', message: `Only a part was imported: ${undo.message}` };
    if (signal.aborted) return { step: 'cancelled' };
    return { step: 'wrong', message: `${reasonOf(error)} Nothing was imported.` };
  }
}
