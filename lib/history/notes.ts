import { askForChange, type ChangeKind, type ChangeRequest } from '../insights/change-request.ts';
import type { Order } from '../model/order.ts';
import type { History } from './db.ts';

/** What kind of entry an order's log has: the user's own note, a message that was copied, a change asked for. */
export type NoteKind = 'note' | 'message' | 'change';

/** One entry of an order's log. */
export interface NoteRow {
  key: string;
  orderKey: string;
  /** When it was said, epoch ms. */
  at: number;
  kind: NoteKind;
  text: string;
  /** What was asked for, with the order as it was then; on a "change" only. */
  request?: ChangeRequest;
  /** When the watch over a change began; absent when nothing is watched, and so not in the index. */
  watchedAt?: number;
}

/**
 * Adds what the user wrote, or a message that was copied, to an order's log; returns its key. Fails for an order
 * that is not there.
 */
export async function addNote(
  db: History,
  entry: Pick<NoteRow, 'orderKey' | 'text'> & { kind: 'note' | 'message' },
  now: number,
): Promise<string> {
  return db.transaction('rw', db.orders, db.notes, async () => {
    await knownOrder(db, entry.orderKey);
    const key = crypto.randomUUID();
    await db.notes.add({ ...entry, key, at: now });
    return key;
  });
}

/** Notes that a change was asked for, and watches the order from now on. Fails for an order that is not there. */
export async function addChangeRequest(
  db: History,
  { orderKey, what, text }: { orderKey: string; what: ChangeKind; text: string },
  now: number,
): Promise<string> {
  return db.transaction('rw', db.orders, db.notes, async () => {
    const order = await knownOrder(db, orderKey);
    const key = crypto.randomUUID();
    const request = askForChange(order, what, now);
    await db.notes.add({ key, orderKey, at: now, kind: 'change', text, request, watchedAt: now });
    return key;
  });
}

// A page can have moved the order to another key, or an undo can have taken it out, while its log stood open.
async function knownOrder(db: History, orderKey: string): Promise<Order> {
  const row = await db.orders.get(orderKey);
  if (!row)
    throw new Error('This order is not in your history any more. Open it on TikTok to see it here again.');
  return row.order;
}

/** Sets the text of an entry. */
export async function editNote(db: History, key: string, text: string): Promise<void> {
  await db.notes.update(key, { text });
}

/** Ends the watch over a change; the entry stays in the log. */
export async function endWatch(db: History, key: string): Promise<void> {
  await db.notes
    .where('key')
    .equals(key)
    .modify((note) => {
      delete note.watchedAt;
    });
}

/** Takes an entry out of the log, and its watch with it. */
export async function deleteNote(db: History, key: string): Promise<void> {
  await db.notes.delete(key);
}

/** Lets the logs of some orders follow them to their new keys; inside the transaction that moves the orders. */
export async function moveNotes(db: History, moves: ReadonlyMap<string, { to: string }>): Promise<void> {
  for (const [from, { to }] of moves) {
    await db.notes
      .where('[orderKey+at]')
      .between([from, 0], [from, Number.POSITIVE_INFINITY])
      .modify({ orderKey: to });
  }
}
