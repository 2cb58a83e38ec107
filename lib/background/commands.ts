import type { History } from '../history/db.ts';
import { noteDrift } from '../history/drift.ts';
import { eraseHistory } from '../history/erase.ts';
import { writeImport } from '../history/import.ts';
import { OVERLAY_FOLDED_KEY } from '../history/read/preferences.ts';
import { BUDGETS_KEY } from '../history/read/spending-settings.ts';
import { changeCategoryRules, checkRollups } from '../history/rollups.ts';
import { undoCapture } from '../history/undo.ts';
import type { CommandData } from '../messages/protocol.ts';
import type { Handlers } from '../messages/server.ts';
import { emptyReading } from '../sources/source.ts';
import { syncAccess } from './access.ts';
import { alertHandlers } from './alerts.ts';
import { buyerSummary } from './buyer-overlay.ts';
import { takeIn } from './ingest.ts';
import { noteHandlers } from './notes.ts';
import { overlaySummary } from './overlay.ts';
import { rulebookHandlers } from './rulebook.ts';

/**
 * What the background does for each command. Whoever changes orders or alerts lets the clock be followed: `follow`
 * brings alerts, icon and alarm up to date.
 */
export function createHandlers(db: History, follow: () => Promise<void>): Handlers {
  const thenFollow = async <T>(work: Promise<T>): Promise<T> => {
    const reply = await work;
    // What was asked for is done; an icon that could not be drawn is no reason to ask for it again.
    await follow().catch(() => {});
    return reply;
  };
  const thenNull = (work: Promise<unknown>) => thenFollow(work.then(() => null));
  return {
    'capture.submit': async (data, { host }) => ({
      accepted: await thenFollow(takeIn(db, data, host, Date.now())),
    }),
    'capture.dropped': async (data) => noteDropped(db, data),
    'overlay.read': (data, { host }) => overlaySummary(db, host, data.orderIds),
    'overlay.readBuyer': (data, { host }) => buyerSummary(db, host, data.orderIds, Date.now()),
    'overlay.fold': (data) => foldOverlay(db, data),
    'overlay.show': (data) => foldOverlay(db, data),
    'access.sync': async () => ({ hosts: await syncAccess() }),
    'account.rename': async ({ key, label }) => {
      await db.accounts.update(key, { label: label?.trim() || null });
      return null;
    },
    'capture.undo': ({ captureId }) => thenFollow(undoCapture(db, captureId, Date.now())),
    'history.check': ({ repair }) => thenFollow(checkRollups(db, repair)),
    'history.erase': () => thenNull(eraseHistory(db)),
    'spending.setBudgets': ({ budgets }) => thenNull(db.meta.put({ key: BUDGETS_KEY, value: budgets })),
    'spending.setRules': async ({ rules }) => ({ counted: await changeCategoryRules(db, rules) }),
    ...noteHandlers(db, thenFollow),
    ...alertHandlers(db, thenNull),
    ...rulebookHandlers(db, thenNull),
    'import.add': (data) => thenFollow(writeImport(db, data, Date.now())),
  };
}

async function foldOverlay(db: History, { isFolded }: { isFolded: boolean }): Promise<null> {
  await db.meta.put({ key: OVERLAY_FOLDED_KEY, value: isFolded });
  return null;
}

async function noteDropped(db: History, { reason, count }: CommandData<'capture.dropped'>): Promise<null> {
  const miss = { path: 'answer', expected: `within the limit of ${reason}`, got: 'dropped' };
  const reading = { ...emptyReading(), misses: Array.from({ length: Math.min(count, 1000) }, () => miss) };
  await noteDrift(db, { sourceId: 'capture', at: Date.now() }, reading);
  return null;
}
