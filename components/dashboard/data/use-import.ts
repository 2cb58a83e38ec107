import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../../lib/messages/client.ts';
import type { CommandReply } from '../../../lib/messages/protocol.ts';
import { reasonOf } from '../../shared/words.ts';
import { addFile } from './add-file.ts';
import { type FilePreview, previewFile } from './preview-file.ts';

/** How far an import has come. */
export type ImportState =
  | { step: 'idle' }
  | { step: 'reading'; fileName: string; readBytes: number; totalBytes: number }
  | { step: 'wrong'; message: string }
  | { step: 'preview'; file: File; preview: FilePreview }
  | { step: 'adding'; sent: number; total: number }
  | { step: 'added'; importId: string; counts: CommandReply['import.add']; beside: FilePreview['records'] }
  | { step: 'cancelled' };

const MAX_BYTES = 1024 ** 3;
const NOTHING = ' Nothing was imported.';

/** Imports a file in two steps: choosing reads and compares it, adding reads it again and writes it. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ step: 'idle' });
  const stop = useRef(new AbortController());
  const isAdding = useRef(false);
  const restart = () => {
    stop.current.abort();
    stop.current = new AbortController();
    return stop.current.signal;
  };
  // Who leaves the room is not waiting for a preview any more; what is being added is added to its end.
  useEffect(
    () => () => {
      if (!isAdding.current) stop.current.abort();
    },
    [],
  );
  const choose = async (file: File) => {
    const signal = restart();
    const next = await preview(file, signal, setState);
    if (!signal.aborted) setState(next);
  };
  const add = async (file: File, known: FilePreview, name: string) => {
    const signal = restart();
    isAdding.current = true;
    const next = await addOrUndo(file, known, name, signal, setState);
    isAdding.current = false;
    setState(next);
  };
  const cancel = () => {
    restart();
    setState((known) => (known.step === 'adding' ? known : { step: 'idle' }));
  };
  return { state, choose, add, cancel };
}

async function preview(
  file: File,
  signal: AbortSignal,
  tell: (state: ImportState) => void,
): Promise<ImportState> {
  const reading = (readBytes: number) =>
    tell({ step: 'reading', fileName: file.name, readBytes, totalBytes: file.size });
  if (file.size > MAX_BYTES) return { step: 'wrong', message: tooLarge(file.name) };
  reading(0);
  return previewFile(file, signal, reading).then(
    (counted) => ({ step: 'preview', file, preview: counted }),
    (error: unknown) => ({ step: 'wrong', message: reasonOf(error) }),
  );
}

function tooLarge(name: string): string {
  return `${name} is larger than 1 GB, the most that OrderLens reads. Of a TikTok zip, unpack the folder "TikTok Shop" and import "Order History.txt" alone. Nothing was imported.`;
}

async function addOrUndo(
  file: File,
  { orders, records, name: suggested }: FilePreview,
  name: string,
  signal: AbortSignal,
  tell: (state: ImportState) => void,
): Promise<ImportState> {
  const importId = crypto.randomUUID();
  const accountName = name.replaceAll('|', ' ').trim() || suggested || name;
  const adding = (sent: number) => tell({ step: 'adding', sent, total: orders.total });
  adding(0);
  try {
    const counts = await addFile(file, accountName, importId, signal, adding);
    if (suggested !== null) await nameAccount(accountName);
    return { step: 'added', importId, counts, beside: records };
  } catch (error) {
    // A part that stays would be a file half imported: what was added goes again.
    const undo = await send('capture.undo', { captureId: importId }).catch((reason: unknown) => reason);
    if (undo instanceof Error) return { step: 'wrong', message: `Only a part was imported: ${undo.message}` };
    if (signal.aborted) return { step: 'cancelled' };
    return { step: 'wrong', message: `${reasonOf(error).replaceAll(NOTHING, '')}${NOTHING}` };
  }
}

/** Shows the shop or person under the name that the user gave; where it is none of the two, nothing happens. */
async function nameAccount(name: string): Promise<void> {
  for (const role of ['buyer', 'seller']) {
    await send('account.rename', { key: `${role}|file:${name}`, label: name }).catch(() => {});
  }
}
