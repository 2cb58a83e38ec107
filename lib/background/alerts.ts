import browser from 'webextension-polyfill';
import { sweep } from '../alerts/sweep.ts';
import { nextWakeAt } from '../alerts/wake.ts';
import { markAlerts, snoozeAlerts } from '../history/alerts.ts';
import type { History } from '../history/db.ts';
import { ALERT_SETTINGS_KEY, OWN_RULES_KEY } from '../history/read/alert-settings.ts';
import { FEED_SEEN_KEY } from '../history/read/feed.ts';
import { openPage } from '../messages/client-browser.ts';
import type { Handlers } from '../messages/server.ts';
import { MINUTE_MS } from '../model/time.ts';
import { updateBadge } from './badge.ts';
import { tell } from './notify.ts';

/** The one alarm: it rings when the next thing becomes due or is to be told. */
export const CLOCK_ALARM = 'clock';

/**
 * Finds what became due while no worker ran, up to when the first of what waits to be read was seen: that may have
 * changed what is due since.
 */
export async function catchUp(db: History): Promise<void> {
  const waiting = await db.inbox.orderBy('id').first();
  await sweep(db, Math.min(Date.now(), waiting?.seenAt ?? Number.POSITIVE_INFINITY));
}

/** Finds what has become due, tells it, shows it on the icon, and sets the alarm for what comes next. */
export async function followClock(db: History): Promise<void> {
  const now = Date.now();
  // A worker that ends on the way leaves the rest to the next one, which only an alarm wakes.
  ringAt(now + MINUTE_MS);
  const steps = [() => sweep(db, now), () => tell(db, now), () => updateBadge(db), () => setAlarm(db, now)];
  const errors: unknown[] = [];
  // Without an alarm, all clocks would stand still: whatever fails, the steps after it are taken.
  for (const step of steps) await step().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}

async function setAlarm(db: History, now: number): Promise<void> {
  const at = await nextWakeAt(db, now);
  if (at === null) await browser.alarms.clear(CLOCK_ALARM);
  // What should have been done by now and was not is tried again, but not at once.
  else ringAt(at > now ? at : now + MINUTE_MS);
}

// The alarm repeats itself, or a worker that ends before it sets the next one would be the last.
function ringAt(when: number): void {
  browser.alarms.create(CLOCK_ALARM, { when, periodInMinutes: 60 });
}

type AlertCommand = Extract<keyof Handlers, `alerts.${string}` | 'feed.seen'>;

/**
 * What the background does for the commands about alerts and the feed. `after` lets the icon, the alarm and what is
 * to be told follow.
 */
export function alertHandlers(
  db: History,
  after: (work: Promise<unknown>) => Promise<null>,
): Pick<Handlers, AlertCommand> {
  return {
    'alerts.setSettings': ({ settings }) => after(db.meta.put({ key: ALERT_SETTINGS_KEY, value: settings })),
    'alerts.setOwnRules': ({ rules }) => after(db.meta.put({ key: OWN_RULES_KEY, value: rules })),
    'alerts.mark': ({ ids, as }) => after(markAlerts(db, ids, as, Date.now())),
    'alerts.snooze': ({ ids, untilAt }) => after(snoozeAlerts(db, ids, untilAt)),
    'alerts.show': async () => {
      await openPage('/dashboard.html', '#alerts');
      return null;
    },
    'feed.seen': async ({ changeId }) => {
      await db.meta.put({ key: FEED_SEEN_KEY, value: changeId });
      return null;
    },
  };
}
