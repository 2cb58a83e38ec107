import { addAlerts, finish, pruneAlerts, waitingAlerts } from '../history/alerts.ts';
import type { AlertRow, History } from '../history/db.ts';
import { readAlertRules } from '../history/read/alert-settings.ts';
import { type AlertEvent, type AlertRules, channelOf } from '../model/alert.ts';
import { localTimeZone } from '../model/time.ts';
import { accountEvents } from './account-events.ts';
import { candidates, seenOrders } from './candidates.ts';
import { capturedEvents, readCaptured } from './captured.ts';
import { clockEvents, liveTopics, PAST_MS, passedEvents } from './clock-events.ts';
import { isOn, isOver } from './matter.ts';
import { tellTimeOf } from './quiet.ts';

const SWEPT_KEY = 'alerts.swept';

/** Up to when clocks were looked at (epoch ms), and up to which stored change. */
interface Swept {
  to: number;
  changeId: number;
}

/**
 * Finds everything that has become due since the last sweep, in one transaction: a worker that dies in it has done
 * nothing, and the next one does it. Found twice, an alert is one row.
 */
export async function sweep(db: History, now: number): Promise<void> {
  const rules = await readAlertRules(db);
  const ofAccounts = await accountEvents(db, now, rules);
  await db.transaction('rw', db.orders, db.changes, db.alerts, db.notes, db.meta, async () => {
    const swept = (await db.meta.get(SWEPT_KEY))?.value as Swept | undefined;
    const { events, changeId } = swept
      ? await eventsSince(db, swept, now, rules)
      : await firstEvents(db, now, rules);
    const since = Math.min(swept?.to ?? now, now);
    const found = [...events, ...ofAccounts].filter((event) => isOn(ruled(event), rules));
    await addAlerts(
      db,
      found.map((event) => toRow(event, since, now, rules)),
      now,
    );
    await endAlerts(db, ofAccounts, now, rules);
    await pruneAlerts(db, now);
    await db.meta.put({ key: SWEPT_KEY, value: { to: now, changeId } satisfies Swept });
  });
}

// A clock that was set back begins again from there: what it told already has its row.
async function eventsSince(db: History, swept: Swept, now: number, rules: AlertRules) {
  const from = Math.min(swept.to, now);
  const captured = await readCaptured(db, swept.changeId);
  const events = await capturedEvents(db, captured, { from, to: now }, rules);
  const due = await candidates(db, from, now, rules);
  for (const seen of due) {
    if (captured.keys.has(seen.key)) continue;
    // What was due before a file told of the order is past.
    const since = Math.max(from, captured.fromFiles.get(seen.key) ?? from);
    events.push(...clockEvents(seen, since, now, rules));
  }
  return { events, changeId: captured.rows.at(-1)?.id ?? swept.changeId };
}

/** The first sweep of a history that is there: what pages told of it counts as seen for the first time now. */
async function firstEvents(db: History, now: number, rules: AlertRules) {
  const last = await db.changes.toCollection().lastKey();
  const due = await candidates(db, now - PAST_MS, now, rules);
  const ofPages = due.filter(({ order }) => order.sources.some(({ id }) => !id.startsWith('files/')));
  const events = ofPages.flatMap((seen) => passedEvents(seen, now, rules));
  return { events, changeId: typeof last === 'number' ? last : 0 };
}

/** An alert as it begins; `since` is when the last sweep was: nobody could know of it before. */
function toRow(event: AlertEvent, since: number, now: number, rules: AlertRules): AlertRow {
  const { settings } = rules;
  const rule = ruleOf(event, rules);
  const channel = rule ? rule.channel : channelOf(event.kind, settings);
  const foundAt = channel === 'digest' ? Math.min(Math.max(event.at, since), now) : now;
  const tellAt = tellTimeOf(event, channel, settings, foundAt, localTimeZone());
  const row: AlertRow = {
    ...event,
    openKind: event.kind,
    toldAt: null,
    readAt: null,
    doneAt: null,
    overAt: null,
  };
  if (tellAt !== null) row.tellAt = tellAt;
  return row;
}

/** Ends what is of no use any more: its order is gone or past it, its time is over, or the user switched it off. */
async function endAlerts(
  db: History,
  ofAccounts: readonly AlertEvent[],
  now: number,
  rules: AlertRules,
): Promise<void> {
  const waiting = await waitingAlerts(db);
  const keys = [...new Set(waiting.flatMap(({ orderKey }) => orderKey ?? []))];
  const rows = (await db.orders.bulkGet(keys)).filter((row) => row !== undefined);
  const seen = await seenOrders(db, rows);
  const byOrder = new Map(seen.map((order) => [order.key, liveTopics(order, now)]));
  const others = new Set(ofAccounts.map(({ topic }) => topic));
  const ended = waiting.filter((alert) => {
    const live = alert.orderKey === null ? others : byOrder.get(alert.orderKey);
    return !isWanted(alert, rules) || isOver(alert, live ?? new Set(), now);
  });
  for (const alert of ended) finish(alert, 'overAt', now);
  await db.alerts.bulkPut(ended);
}

function isWanted(alert: AlertEvent, rules: AlertRules): boolean {
  const isGone = alert.ruleId !== null && ruleOf(alert, rules)?.isOn !== true;
  return !isGone && isOn(ruled(alert), rules);
}

function ruleOf({ ruleId }: AlertEvent, { own }: AlertRules) {
  return own.find(({ id }) => id === ruleId);
}

function ruled({ kind, ruleId }: AlertEvent) {
  return ruleId === null ? { kind } : { kind, ruleId };
}
