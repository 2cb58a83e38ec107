import browser from 'webextension-polyfill';
import type { History } from '../history/db.ts';
import { readAccounts } from '../history/read/accounts.ts';
import { readSellerSummary, type SellerSummary } from '../history/read/summary.ts';
import { HOUR_MS } from '../model/time.ts';

/** The one alarm: it rings when the next clock changes what the badge says. */
export const CLOCK_ALARM = 'clock';

/** Shows what needs the seller on the toolbar icon, and sets the alarm for when that changes. */
export async function updateBadge(db: History, now: number): Promise<void> {
  const accounts = (await readAccounts(db)).filter((account) => account.role === 'seller');
  const summary = await readSellerSummary(db, accounts, now);
  const { text, title } = badgeOf(summary);
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: summary.overdue > 0 ? '#b3261e' : '#0f6b5c' });
  await browser.action.setTitle({ title });
  const at = await nextChangeAt(db, now);
  if (at === undefined) await browser.alarms.clear(CLOCK_ALARM);
  else browser.alarms.create(CLOCK_ALARM, { when: at });
}

/** The badge's text (at most four characters) and the title that says the same in words. */
export function badgeOf(summary: SellerSummary): { text: string; title: string } {
  const parts = [
    [summary.overdue, 'overdue'],
    [summary.dueIn24h, 'due in 24 h'],
    [summary.openReturns, summary.openReturns === 1 ? 'return to answer' : 'returns to answer'],
    [
      summary.openCancellations,
      summary.openCancellations === 1 ? 'cancellation to answer' : 'cancellations to answer',
    ],
  ] as const;
  const needs = parts.filter(([count]) => count > 0);
  const count = needs.reduce((sum, [part]) => sum + part, 0);
  const words = needs.map(([part, what]) => `${part} ${what}`).join(', ');
  const text = count === 0 ? '' : count > 999 ? '999+' : String(count);
  return { text, title: count === 0 ? 'OrderLens: nothing needs you' : `OrderLens: ${text} (${words})` };
}

// The next ship-by time to pass, or the next to come within 24 hours, whichever is sooner.
async function nextChangeAt(db: History, now: number): Promise<number | undefined> {
  const after = (at: number) => db.orders.where('shipDueAt').above(at).first();
  const [due, soon] = await Promise.all([after(now), after(now + 24 * HOUR_MS)]);
  const times = [due?.shipDueAt, soon?.shipDueAt && soon.shipDueAt - 24 * HOUR_MS].filter(
    (at) => at !== undefined,
  );
  return times.length > 0 ? Math.min(...times) + 1000 : undefined;
}
