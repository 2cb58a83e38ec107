import browser from 'webextension-polyfill';
import { markTold, type Notice, noticesDue, withoutSummary } from '../alerts/tell.ts';
import { markAlerts, snoozeAlerts } from '../history/alerts.ts';
import type { History } from '../history/db.ts';
import { readAlertRules } from '../history/read/alert-settings.ts';
import { mayNotify, openPage, openTikTok } from '../messages/client-browser.ts';
import { partsOfKey } from '../model/key.ts';
import { orderPageOf } from '../model/market.ts';
import { HOUR_MS } from '../model/time.ts';

const SNOOZE = 0;
const BUTTONS = [{ title: 'Snooze 1 h' }, { title: 'Done' }];

/** Tells everything that is due, each once; where notifications are off it stands in the list alone. */
export async function tell(db: History, now: number): Promise<void> {
  const { settings } = await readAlertRules(db);
  const isShown = settings.notifies && hasNotices() && (await mayNotify());
  for (let due = await noticesDue(db, now); due.length > 0; due = await noticesDue(db, now)) {
    for (const notice of due) {
      // What the desktop refuses stands in the list, as everything does.
      if (isShown) await show(notice).catch(() => {});
      await markTold(db, notice.alertIds, now);
    }
  }
  if (isShown) await clearEnded(db);
}

/**
 * Listens to clicks on notifications, from the worker's first turn on (a click may be what woke it), or from when
 * the permission is given: before that, the browser has no such events. `after` follows what a button did.
 */
export function listenToNotices(db: History, after: () => Promise<unknown>): () => void {
  let isListening = false;
  return () => {
    if (isListening || !hasNotices()) return;
    isListening = true;
    browser.notifications.onClicked.addListener((id) => openNotice(db, id));
    // Firefox shows no buttons.
    browser.notifications.onButtonClicked?.addListener(async (id, button) => {
      if (button === SNOOZE) await snoozeAlerts(db, [id], Date.now() + HOUR_MS);
      else await markAlerts(db, [id], 'done', Date.now());
      await browser.notifications.clear(id);
      await after();
    });
  };
}

// The permission is optional: without it, the browser has no such part.
function hasNotices(): boolean {
  return browser.notifications !== undefined;
}

async function show({ id, title, message, isCritical, isSummary }: Notice): Promise<void> {
  const plain = { type: 'basic', iconUrl: browser.runtime.getURL('icon/128.png'), title, message } as const;
  const rich = { ...plain, requireInteraction: isCritical, ...(isSummary ? {} : { buttons: BUTTONS }) };
  // Firefox refuses what it does not know, and throws before there is a promise.
  try {
    await browser.notifications.create(id, rich);
  } catch {
    await browser.notifications.create(id, plain);
  }
}

/** Opens what a notification is about: the order on its shop's page, or in the dashboard; else all alerts. */
async function openNotice(db: History, id: string): Promise<void> {
  await browser.notifications.clear(id);
  const alert = await db.alerts.get(id);
  if (!alert?.orderKey) return openPage('/dashboard.html', '#alerts');
  const account = await db.accounts.get(alert.accountKey ?? '');
  if (!account?.host) return openPage('/dashboard.html', `#orders/${encodeURIComponent(alert.orderKey)}`);
  await openTikTok(orderPageOf(account.host, partsOfKey(alert.orderKey).orderId));
}

/**
 * Takes away the notifications of alerts that wait for the user no more: read, done, over or put off; and those of
 * what was deleted, which still name an order. A summary is known by the first of its alerts.
 */
async function clearEnded(db: History): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll());
  const alerts = await db.alerts.bulkGet(shown.map(withoutSummary));
  for (const [index, id] of shown.entries()) {
    const alert = alerts[index];
    const isEnded = alert?.openKind === undefined && withoutSummary(id) === id;
    if (!alert || isEnded) await browser.notifications.clear(id);
  }
}
