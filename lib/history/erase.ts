import type { History } from './db.ts';

/** Deletes everything about orders and shops. What stays is `meta`: the random salt that names accounts. */
export async function eraseHistory(db: History): Promise<void> {
  const tables = db.tables.filter((table) => table.name !== 'meta');
  await db.transaction('rw', tables, () => Promise.all(tables.map((table) => table.clear())));
}
