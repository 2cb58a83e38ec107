import browser from 'webextension-polyfill';
import { openHistory } from '../history/db.ts';
import { openPage } from '../messages/client-browser.ts';
import { serve } from '../messages/server.ts';
import { HOSTS, originPattern } from '../model/market.ts';
import { startInOpenTabs, syncAccess } from './access.ts';
import { afterAll } from './after-all.ts';
import { CLOCK_ALARM, catchUp, followClock } from './alerts.ts';
import { createHandlers } from './commands.ts';
import { drainInbox } from './ingest.ts';
import { listenToNotices } from './notify.ts';

/**
 * Starts the background. Listeners are registered at once, in the same turn, because one of them is why the
 * worker woke; everything that they do waits until what an earlier worker left undone is done.
 */
export function startBackground(): void {
  const db = openHistory();
  // The parts of an import come many at once: the clock is followed for all of them.
  const follow = afterAll(() => followClock(db));
  const ready = startUp([syncAccess, () => catchUp(db), () => drainInbox(db), follow]);
  serve(createHandlers(db, follow), ready);
  const listen = listenToNotices(db, () => ready.then(follow));
  listen();
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') await openPage('/welcome.html');
    // The pages that are open still run the scripts of the version before, which can't reach us any more.
    else if (reason === 'update') await startInOpenTabs(await syncAccess());
  });
  // A browser start wakes the worker; `ready` does the work.
  browser.runtime.onStartup.addListener(() => ready);
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    listen();
    await ready;
    await syncAccess();
    await startInOpenTabs(HOSTS.filter((host) => origins.includes(originPattern(host))));
  });
  browser.permissions.onRemoved.addListener(async () => {
    await ready;
    await syncAccess();
  });
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    await ready;
    if (name === CLOCK_ALARM) await follow();
  });
}

// One step that fails must not keep the others from being done.
async function startUp(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) {
    await step().catch((error: unknown) => {
      console.error('OrderLens could not start:', error instanceof Error ? error.message : error);
    });
  }
}
