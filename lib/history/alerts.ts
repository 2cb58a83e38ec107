import { partsOfKey } from '../model/key.ts';
import { DAY_MS } from '../model/time.ts';
import type { AlertRow, History } from './db.ts';

/** What the user says of an alert: it was read, it is done, or it is open again. */
export type AlertMark = 'read' | 'done' | 'open';

/** Marks alerts. News that was read waits no more; what is over stays over. */
export async function markAlerts(
  db: History,
  ids: readonly string[],
  as: AlertMark,
  now: number,
): Promise<void> {
  await changeAlerts(db, ids, (row) => {
    if (as === 'open') open(row);
    else if (as === 'read') read(row, now);
    else finish(row, 'doneAt', now);
  });
}

/** Puts alerts off: until that moment they wait for nobody, then they are told and open again. */
export async function snoozeAlerts(db: History, ids: readonly string[], untilAt: number): Promise<void> {
  await changeAlerts(db, ids, (row) => {
    if (row.overAt !== null) return;
    Object.assign(row, { tellAt: untilAt, toldAt: null, readAt: null, doneAt: null });
    delete row.openKind;
  });
}

/**
 * Adds alerts that became due; those that are there already stay as they are, but the last stage of what was over and
 * lives again is open again. A later stage of a topic takes the place of the earlier ones; once a stage was done, later
 * ones of the same clock wait for nobody unless they are critical. Inside a transaction on the alerts.
 */
export async function addAlerts(db: History, found: readonly AlertRow[], now: number): Promise<void> {
  if (found.length === 0) return;
  const topics = [...new Set(found.map(({ topic }) => topic))];
  const known = await db.alerts.where('topic').anyOf(topics).toArray();
  const ids = new Set(known.map(({ id }) => id));
  const fresh = found.filter(({ id }) => !ids.has(id) && ids.add(id));
  for (const row of fresh) {
    const isDone = known.some((other) => other.doneAt !== null && isSameClock(other, row));
    if (isDone && row.severity !== 'critical') finish(row, 'doneAt', now);
  }
  const stages = Map.groupBy([...known, ...fresh], ({ topic }) => topic);
  const ended = [...stages.values()].flatMap((rows) => takeOver(rows, now));
  const again = new Set(found.map(({ id }) => id)).difference(new Set(fresh.map(({ id }) => id)));
  const revived = [...stages.values()].map(lastOf).filter((row) => again.has(row.id) && revive(row, now));
  await db.alerts.bulkPut([...new Set([...fresh, ...ended, ...revived])]);
}

// What has no time of its own is news each time.
function isSameClock(a: AlertRow, b: AlertRow): boolean {
  return a.topic === b.topic && a.dueAt !== null && a.dueAt === b.dueAt;
}

/** Ends every stage but the last; returns those that it ended. What is to be told of them is told with the last. */
function takeOver(stages: readonly AlertRow[], now: number): AlertRow[] {
  const last = lastOf(stages);
  const earlier = stages.filter((row) => row !== last && row.overAt === null);
  for (const row of earlier) {
    row.overAt = now;
    delete row.openKind;
    if (last.toldAt !== null) delete row.tellAt;
  }
  return earlier;
}

function lastOf(stages: readonly AlertRow[]): AlertRow {
  return stages.reduce((a, b) => (b.at >= a.at ? b : a));
}

/** Opens an alert again that was over and not done: its order needs it again. It was told. */
function revive(row: AlertRow, now: number): boolean {
  const isNeeded = row.overAt !== null && row.doneAt === null && (row.endsAt === null || row.endsAt > now);
  if (!isNeeded || (row.severity === 'low' && row.readAt !== null)) return false;
  row.overAt = null;
  row.openKind = row.kind;
  return true;
}

/** Every alert that waits for the user, or to be told. */
export async function waitingAlerts(db: History): Promise<AlertRow[]> {
  const [open, untold] = await Promise.all([
    db.alerts.where('openKind').above('').toArray(),
    db.alerts.where('tellAt').above(0).toArray(),
  ]);
  return [...new Map([...open, ...untold].map((row) => [row.id, row])).values()];
}

const KEPT_MS = 180 * DAY_MS;
const PRUNED_AT_ONCE = 200;

/** Forgets old alerts that wait for nobody, some at a time. */
export async function pruneAlerts(db: History, now: number): Promise<void> {
  const old = await db.alerts
    .where('at')
    .below(now - KEPT_MS)
    .and(({ openKind, tellAt }) => openKind === undefined && tellAt === undefined)
    .limit(PRUNED_AT_ONCE)
    .primaryKeys();
  await db.alerts.bulkDelete(old);
}

/** Lets the alerts of some orders follow them to their new keys; inside the transaction that moves the orders. */
export async function moveAlerts(db: History, moves: ReadonlyMap<string, { to: string }>): Promise<void> {
  if (moves.size === 0) return;
  const rows = await db.alerts
    .where('orderKey')
    .anyOf([...moves.keys()])
    .toArray();
  const moved = rows.flatMap((row) => {
    const { orderKey } = row;
    const to = orderKey === null ? undefined : moves.get(orderKey)?.to;
    if (orderKey === null || to === undefined) return [];
    const renamed = (text: string) => text.replace(orderKey, () => to);
    const { accountKey } = partsOfKey(to);
    return [{ ...row, id: renamed(row.id), topic: renamed(row.topic), orderKey: to, accountKey }];
  });
  await db.alerts.bulkDelete(rows.map(({ id }) => id));
  // What the user did with the one that is there counts.
  const there = new Set(
    await db.alerts
      .where('id')
      .anyOf(moved.map(({ id }) => id))
      .primaryKeys(),
  );
  await db.alerts.bulkPut(moved.filter(({ id }) => !there.has(id)));
}

/** Ends an alert, in place: it waits for nobody and is told no more. */
export function finish(row: AlertRow, as: 'doneAt' | 'overAt', now: number): void {
  row[as] ??= now;
  delete row.openKind;
  delete row.tellAt;
}

// What was read before it was told needs no telling; what was put off is told when its time comes.
function read(row: AlertRow, now: number): void {
  row.readAt ??= now;
  if (row.openKind === undefined) return;
  delete row.tellAt;
  if (row.severity === 'low') delete row.openKind;
}

function open(row: AlertRow): void {
  row.readAt = null;
  row.doneAt = null;
  if (row.overAt === null) row.openKind = row.kind;
}

/** Changes alerts; what was still to be told of earlier stages of the same topics is settled with them. */
async function changeAlerts(
  db: History,
  ids: readonly string[],
  change: (row: AlertRow) => void,
): Promise<void> {
  await db.transaction('rw', db.alerts, async () => {
    const rows = (await db.alerts.bulkGet([...ids])).filter((row) => row !== undefined);
    for (const row of rows) change(row);
    await db.alerts.bulkPut(rows);
    await db.alerts
      .where('topic')
      .anyOf([...new Set(rows.map(({ topic }) => topic))])
      .and(({ overAt }) => overAt !== null)
      .modify((row) => {
        delete row.tellAt;
      });
  });
}
