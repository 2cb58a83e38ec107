import { send } from '../../../lib/messages/client.ts';
import type { CommandData, CommandReply } from '../../../lib/messages/protocol.ts';
import { type ReadPart, readInWorker } from './read-in-worker.ts';

type Counts = CommandReply['import.add'];

const PART = 50;
/** So many parts are on their way to the background at once: it writes one while the next arrives. */
const IN_FLIGHT = 3;

/**
 * Reads a file again and adds it to the history under one import id, so that it is undone as one. Rejects
 * after the first part that fails, when all that were on their way have arrived.
 */
export async function addFile(
  file: File,
  accountName: string,
  importId: string,
  signal: AbortSignal,
  onSent: (orders: number) => void,
): Promise<Counts> {
  const sum: Counts = { created: 0, updated: 0, unchanged: 0, records: 0 };
  const flying = new Set<Promise<void>>();
  const fly = (part: CommandData<'import.add'>) => {
    const flight = send('import.add', part).then((counts) => {
      for (const name of ['created', 'updated', 'unchanged', 'records'] as const) sum[name] += counts[name];
    });
    flying.add(flight);
    void flight.finally(() => flying.delete(flight)).catch(() => {});
  };
  let sent = 0;
  try {
    for await (const whole of readInWorker(file, accountName, signal)) {
      for (const part of piecesOf(whole)) {
        signal.throwIfAborted();
        const { sourceId, orders, records, misses, brokenCount } = part;
        const seenAt = file.lastModified;
        const account = `file:${accountName}`;
        fly({
          importId,
          fileName: file.name.slice(0, 300),
          sourceId,
          account,
          seenAt,
          orders,
          records,
          misses,
          brokenCount,
        });
        sent += orders.length;
        onSent(sent);
        if (flying.size >= IN_FLIGHT) await Promise.race(flying);
      }
    }
    await Promise.all(flying);
    signal.throwIfAborted();
    return sum;
  } finally {
    // An undo must find all that was sent.
    await Promise.allSettled(flying);
  }
}

/** Pieces of a part that are small enough for one message; none for a part that only tells progress. */
function piecesOf(part: ReadPart): ReadPart[] {
  const count = Math.ceil(Math.max(part.orders.length, part.records.length) / PART);
  const pieces = Array.from({ length: count }, (_, index) => ({
    ...part,
    orders: part.orders.slice(index * PART, (index + 1) * PART),
    records: part.records.slice(index * PART, (index + 1) * PART),
    misses: index === 0 ? part.misses.slice(0, 200) : [],
    brokenCount: index === 0 ? part.brokenCount : 0,
  }));
  return pieces.length > 0 || part.brokenCount + part.misses.length === 0 ? pieces : [part];
}
