import type { History } from './db.ts';
import { SPENDING_SETTINGS } from './read/spending-settings.ts';

/**
 * Deletes everything about orders and shops, and the budgets and category rules, which name shops too. What stays
 * of `meta` is the random salt that names accounts.
 */
export async function eraseHistory(db: History): Promise<void> {
  const tables = db.tables.filter((table) => table.name !== 'meta');
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await db.meta.where('key').startsWith(SPENDING_SETTINGS).delete();
  });
}
