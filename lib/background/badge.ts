import browser from 'webextension-polyfill';
import type { History } from '../history/db.ts';
import { countOpenAlerts, type OpenAlerts } from '../history/read/alerts.ts';

const LATE = '#b3261e';
const CALM = '#0f6b5c';

/** Shows on the toolbar icon how many alerts wait for the user. */
export async function updateBadge(db: History): Promise<void> {
  const open = await countOpenAlerts(db);
  const { text, title } = badgeOf(open);
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: open.isCritical ? LATE : CALM });
  await browser.action.setTitle({ title });
}

/** The badge's text (at most four characters) and the title that says the same in words. */
export function badgeOf({ count, words }: Pick<OpenAlerts, 'count' | 'words'>): {
  text: string;
  title: string;
} {
  const text = count === 0 ? '' : count > 999 ? '999+' : String(count);
  return { text, title: count === 0 ? 'OrderLens: nothing needs you' : `OrderLens: ${text} (${words})` };
}
