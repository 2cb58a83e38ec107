import type { History } from './db.ts';
import { ALERT_SETTINGS_KEY } from './read/alert-settings.ts';
import { OVERLAY_FOLDED_KEY } from './read/preferences.ts';

/** What of `meta` tells nothing of any order or shop: the random salt that names accounts, and preferences. */
const KEPT_META = ['account.salt', OVERLAY_FOLDED_KEY, ALERT_SETTINGS_KEY];

/**
 * Deletes everything about orders and shops, and all else that names them: notes, budgets, alerts, own rules,
 * category rules, and when which order was looked at.
 */
export async function eraseHistory(db: History): Promise<void> {
  const tables = db.tables.filter((table) => table.name !== 'meta');
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await db.meta.where('key').noneOf(KEPT_META).delete();
  });
}
