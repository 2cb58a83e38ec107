import {
  type AlertRules,
  type AlertSettings,
  DEFAULT_ALERT_SETTINGS,
  type OwnRule,
} from '../../model/alert.ts';
import type { History } from '../db.ts';

export const ALERT_SETTINGS_KEY = 'alerts.settings';
export const OWN_RULES_KEY = 'alerts.ownRules';

/** What the user decided about alerts; the defaults where nothing was decided. */
export async function readAlertRules(db: History): Promise<AlertRules> {
  const [settings, own] = await db.meta.bulkGet([ALERT_SETTINGS_KEY, OWN_RULES_KEY]);
  // Only the background writes them, and it has parsed what it writes.
  return {
    settings: { ...DEFAULT_ALERT_SETTINGS, ...(settings?.value as AlertSettings | undefined) },
    own: (own?.value as OwnRule[] | undefined) ?? [],
  };
}
