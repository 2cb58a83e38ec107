import { checkedPart } from './checked-part.ts';
import { unreadable } from './chunks.ts';
import { ImportError, type OpenFile } from './file-source.ts';
import { FILE_SOURCES, findFileSource } from './registry.ts';
import { describeUnknown } from './unknown-file.ts';
import type { FromReader, ToReader } from './worker-messages.ts';

const HEAD_BYTES = 65_536;
/** So many parts go out unasked: the page works on one while the next is read. */
const AHEAD = 2;

/**
 * Reads one file for a page, part by part, waiting for the page so that parts don't pile up. Returns what
 * takes the page's messages. Whoever wants it to stop ends the worker.
 */
export function serveReads(tell: (message: FromReader) => void): (message: ToReader) => void {
  let credit = AHEAD;
  let goOn = () => {};
  const turn = async () => {
    if (credit === 0) await new Promise<void>((resolve) => (goOn = resolve));
    credit -= 1;
  };
  return (message) => {
    if (message.type === 'read') void readAll(message, tell, turn);
    else {
      credit += 1;
      goOn();
    }
  };
}

async function readAll(
  request: ToReader & { type: 'read' },
  tell: (message: FromReader) => void,
  turn: () => Promise<void>,
): Promise<void> {
  try {
    const file = await open(request);
    const source = findFileSource(file);
    if (!source)
      throw describeUnknown(
        file,
        FILE_SOURCES.map(({ label }) => label),
      );
    const format = { sourceId: source.id, label: source.label };
    for await (const part of source.read(file, new AbortController().signal)) {
      await turn();
      tell({ type: 'part', part: checkedPart(part), format });
    }
    tell({ type: 'done' });
  } catch (error) {
    tell({ type: 'wrong', message: wordsFor(request.name, error) });
  }
}

async function open({ name, blob, ...rest }: ToReader & { type: 'read' }): Promise<OpenFile> {
  const { seenAt, accountName, timeZone } = rest;
  const head = await blob
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch((error: unknown) => {
      throw unreadable(name, error);
    });
  return { name, blob, head: new Uint8Array(head), seenAt, accountName, timeZone };
}

function wordsFor(name: string, error: unknown): string {
  if (error instanceof ImportError) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `${name} can't be read: ${reason}. Nothing was imported.`;
}
