import type { History } from '../history/db.ts';
import { readAlertRules } from '../history/read/alert-settings.ts';
import { HOUR_MS } from '../model/time.ts';
import { nextAccountAt } from './account-events.ts';
import { candidates } from './candidates.ts';
import { nextClockAt } from './clock-events.ts';

/**
 * When to look again (epoch ms): when the next thing is to be told or becomes due, but within an hour, so that a
 * clock or a time zone that was changed is noticed; null while there is nothing that could become due.
 */
export async function nextWakeAt(db: History, now: number): Promise<number | null> {
  const rules = await readAlertRules(db);
  const limit = now + HOUR_MS;
  const [untold, due, accountAt, orders] = await Promise.all([
    db.alerts.where('tellAt').above(0).first(),
    candidates(db, now, limit, rules),
    nextAccountAt(db, now, rules),
    db.orders.limit(1).count(),
  ]);
  const times = [untold?.tellAt, accountAt, ...due.map((seen) => nextClockAt(seen, now, rules))];
  const next = Math.min(...times.filter((at) => typeof at === 'number'));
  if (orders === 0 && !Number.isFinite(next)) return null;
  return Math.min(next, limit);
}
