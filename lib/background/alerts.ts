import { markAlerts, snoozeAlerts } from '../history/alerts.ts';
import type { History } from '../history/db.ts';
import { ALERT_SETTINGS_KEY, OWN_RULES_KEY } from '../history/read/alert-settings.ts';
import { openPage } from '../messages/client-browser.ts';
import type { Handlers } from '../messages/server.ts';

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
      await db.meta.put({ key: 'feed.seenTo', value: changeId });
      return null;
    },
  };
}
