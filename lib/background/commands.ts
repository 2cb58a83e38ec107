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
import { afterAll } from './after-all.ts';
import { alertHandlers } from './alerts.ts';
import { updateBadge } from './badge.ts';
import { buyerSummary } from './buyer-overlay.ts';
import { takeIn } from './ingest.ts';
import { noteHandlers } from './notes.ts';
import { overlaySummary } from './overlay.ts';
import { rulebookHandlers } from './rulebook.ts';

/** What the background does for each command. Whoever changes orders also brings the badge up to date. */
export function createHandlers(db: History): Handlers {
  // The parts of an import come many at once: the icon is drawn for all of them.
  const showBadge = afterAll(() => updateBadge(db, Date.now()));
  const thenBadge = async <T>(work: Promise<T>): Promise<T> => {
    const reply = await work;
    // What was asked for is done; an icon that could not be drawn is no reason to ask for it again.
    await showBadge().catch(() => {});
    return reply;
  };
  const thenNull = async (work: Promise<unknown>) => {
    await thenBadge(work);
    return null;
  };
  return {
    'capture.submit': async (data, { host }) => ({
      accepted: await thenBadge(takeIn(db, data, host, Date.now())),
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
    'capture.undo': ({ captureId }) => thenBadge(undoCapture(db, captureId, Date.now())),
    'history.check': ({ repair }) => thenBadge(checkRollups(db, repair)),
    'history.erase': async () => {
      await thenBadge(eraseHistory(db));
      return null;
    },
    'spending.setBudgets': async ({ budgets }) => {
      await db.meta.put({ key: BUDGETS_KEY, value: budgets });
      return null;
    },
    'spending.setRules': async ({ rules }) => ({ counted: await changeCategoryRules(db, rules) }),
    ...noteHandlers(db),
    ...alertHandlers(db, thenNull),
    ...rulebookHandlers(db, thenNull),
    'import.add': (data) => thenBadge(writeImport(db, data, Date.now())),
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
