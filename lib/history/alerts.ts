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
    else if (as === 'read') row.readAt ??= now;
    else finish(row, 'doneAt', now);
    if (as === 'read' && row.severity === 'low') delete row.openKind;
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

/** Ends an alert, in place: it waits for nobody and is told no more. */
export function finish(row: AlertRow, as: 'doneAt' | 'overAt', now: number): void {
  row[as] ??= now;
  delete row.openKind;
  delete row.tellAt;
}

function open(row: AlertRow): void {
  row.readAt = null;
  row.doneAt = null;
  if (row.overAt === null) row.openKind = row.kind;
}

async function changeAlerts(db: History, ids: readonly string[], change: (row: AlertRow) => void) {
  await db.alerts
    .where('id')
    .anyOf([...ids])
    .modify((row) => change(row));
}
