import type { History, InboxRow } from './db.ts';

// A payload that ended the worker this often is the reason why it ends.
const MAX_ATTEMPTS = 3;

/** Keeps a payload until it is read; returns its id. */
export async function putInInbox(db: History, payload: Omit<InboxRow, 'id' | 'attempts'>): Promise<number> {
  return db.inbox.add({ ...payload, attempts: 0 });
}

/** Takes up the payloads that wait, oldest first, counting the attempt before it is made. */
export async function takeFromInbox(db: History, id: number): Promise<InboxRow | undefined> {
  return db.transaction('rw', db.inbox, async () => {
    const row = await db.inbox.get(id);
    if (row) await db.inbox.update(id, { attempts: row.attempts + 1 });
    return row;
  });
}

/** The ids of what waits, oldest first. */
export async function waitingInInbox(db: History): Promise<number[]> {
  return db.inbox.toCollection().primaryKeys();
}

/** Whether a payload has been tried too often to be tried again. */
export function isHopeless(row: InboxRow): boolean {
  return row.attempts >= MAX_ATTEMPTS;
}

/** Drops a payload that is read, or that nobody can read. */
export async function dropFromInbox(db: History, id: number): Promise<void> {
  await db.inbox.delete(id);
}
