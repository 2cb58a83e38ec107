import { addAlerts, finish, pruneAlerts, waitingAlerts } from '../history/alerts.ts';
import type { AlertRow, History } from '../history/db.ts';
import { readAlertRules } from '../history/read/alert-settings.ts';
import { readRuleOverrides } from '../history/read/rulebook.ts';
import { hasRuleClocks } from '../insights/clocks.ts';
import type { AlertEvent, AlertRules } from '../model/alert.ts';
import { isFileSource } from '../model/order.ts';
import { accountEvents } from './account-events.ts';
import { candidates, seenOrders } from './candidates.ts';
import { capturedEvents, readCaptured } from './captured.ts';
import { clockEvents, liveTopics, PAST_MS, passedEvents } from './clock-events.ts';
import { isOver } from './matter.ts';
import { alertRow, isWanted, planAnew, termsOf } from './plan.ts';
import type { SeenOrder } from './seen.ts';

const SWEPT_KEY = 'alerts.swept';

/**
 * Up to when clocks were looked at (epoch ms), up to which stored change, on what terms things are told, and by
 * which of the user's own rules the clocks ran.
 */
interface Swept {
  to: number;
  changeId: number;
  terms: string;
  overrides: string;
}

/**
 * Finds everything that has become due since the last sweep, in one transaction: a worker that dies in it has done
 * nothing, and the next one does it. Found twice, an alert is one row. What can't be said of shops, products and
 * budgets keeps nobody from hearing of orders: it is thrown when these are done.
 */
export async function sweep(db: History, now: number): Promise<void> {
  const rules = await readAlertRules(db);
  const [accounts] = await Promise.allSettled([accountEvents(db, now, rules)]);
  const ofAccounts = accounts.status === 'fulfilled' ? accounts.value : null;
  await db.transaction('rw', db.orders, db.changes, db.alerts, db.notes, db.meta, async () => {
    const swept = (await db.meta.get(SWEPT_KEY))?.value as Swept | undefined;
    const { events, changeId, keys } = swept
      ? await eventsSince(db, swept, now, rules)
      : await firstEvents(db, now, rules);
    const since = Math.min(swept?.to ?? now, now);
    const terms = termsOf(rules);
    const overrides = JSON.stringify(await readRuleOverrides(db));
    const isMoved = swept !== undefined && swept.overrides !== overrides;
    if (isMoved) events.push(...(await movedEvents(db, now, rules)));
    if (swept && swept.terms !== terms) await planAnew(db, now, rules);
    const found = [...events, ...(ofAccounts ?? [])].filter((event) => isWanted(event, rules));
    await addAlerts(
      db,
      found.map((event) => alertRow(event, since, now, rules)),
      now,
    );
    await endAlerts(db, { ofAccounts, keys: isMoved ? new Set() : keys }, now, rules);
    await pruneAlerts(db, now);
    await db.meta.put({ key: SWEPT_KEY, value: { to: now, changeId, terms, overrides } satisfies Swept });
  });
  if (accounts.status === 'rejected') throw accounts.reason;
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
  return { events, changeId: captured.rows.at(-1)?.id ?? swept.changeId, keys: captured.keys };
}

/** The first sweep of a history that is there: what pages told of it counts as seen for the first time now. */
async function firstEvents(db: History, now: number, rules: AlertRules) {
  const last = await db.changes.toCollection().lastKey();
  const events = (await dueOfPages(db, now, rules)).flatMap((seen) => passedEvents(seen, now, rules));
  return { events, changeId: typeof last === 'number' ? last : 0, keys: new Set<string>() };
}

/** Clocks that the user's own rules moved: what has passed by them could not be told as it passed. */
async function movedEvents(db: History, now: number, rules: AlertRules): Promise<AlertEvent[]> {
  const moved = (await dueOfPages(db, now, rules)).filter(({ order }) => hasRuleClocks(order));
  return moved.flatMap((seen) => passedEvents(seen, now, rules)).filter(({ dueAt }) => dueAt !== null);
}

async function dueOfPages(db: History, now: number, rules: AlertRules): Promise<SeenOrder[]> {
  const due = await candidates(db, now - PAST_MS, now, rules);
  return due.filter(({ order }) => order.sources.some(({ id }) => !isFileSource(id)));
}

/**
 * Ends what is of no use any more: its order is gone or past it, its time is over, or the user switched it off. Right
 * after a capture only its orders (`keys`) are read for that, and those of which something is to be told now: an undo
 * or the end of a watch captures nothing.
 */
async function endAlerts(
  db: History,
  { ofAccounts, keys }: { ofAccounts: readonly AlertEvent[] | null; keys: ReadonlySet<string> },
  now: number,
  rules: AlertRules,
): Promise<void> {
  const waiting = await waitingAlerts(db);
  const isWaitedFor = ({ orderKey, tellAt }: AlertRow) =>
    keys.size === 0 || keys.has(orderKey ?? '') || (tellAt !== undefined && tellAt <= now);
  const wanted = new Set(waiting.filter(isWaitedFor).flatMap(({ orderKey }) => orderKey ?? []));
  const rows = (await db.orders.bulkGet([...wanted])).filter((row) => row !== undefined);
  const seen = await seenOrders(db, rows);
  const byOrder = new Map(seen.map((order) => [order.key, liveTopics(order, now)]));
  const others = ofAccounts && new Set(ofAccounts.map(({ id }) => id));
  const ended = waiting.filter((alert) => {
    const { id, orderKey, endsAt } = alert;
    const isPast = endsAt !== null && endsAt <= now;
    if (isPast || !isWanted(alert, rules)) return true;
    // A budget that was raised has reached less than it had.
    if (orderKey === null) return others !== null && !others.has(id);
    return wanted.has(orderKey) && isOver(alert, byOrder.get(orderKey) ?? new Set(), now);
  });
  for (const alert of ended) finish(alert, 'overAt', now);
  await db.alerts.bulkPut(ended);
}
