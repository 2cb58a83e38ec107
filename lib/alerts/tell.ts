import type { AlertRow, History } from '../history/db.ts';
import { readAlertRules } from '../history/read/alert-settings.ts';
import { bySeverity } from '../model/alert.ts';
import { localTimeZone, MINUTE_MS } from '../model/time.ts';
import { tellTimeOf } from './quiet.ts';

/** One notification: an alert, or a summary of many. */
export interface Notice {
  /** The alert's id, or "summary|…": shown again under the same id, it takes its own place. */
  id: string;
  /** The alerts that are told by it. */
  alertIds: string[];
  title: string;
  message: string;
  isCritical: boolean;
  isSummary: boolean;
}

/** More than so many at a time are one summary. */
const MAX_NOTICES = 3;
const MAX_LINES = 4;
/** A walk through many pages of a list finds more and more: the next summary waits so long after one. */
const SUMMARY_PAUSE_MS = 10 * MINUTE_MS;
const TELLING_KEY = 'alerts.telling';
const SUMMARY = 'summary|';

/** The notifications that were decided on last, and when the last summary was (epoch ms; 0 before the first). */
interface Telling {
  batches: Batch[];
  summaryAt: number;
}

/** A notification as it was decided on, before it is shown. */
interface Batch {
  id: string;
  alertIds: string[];
}

/**
 * The notifications to show now; none when nothing is due. They are written down first: a worker that ends between
 * showing and `markTold` shows the same again, in the same place. Call until there are none.
 */
export async function noticesDue(db: History, now: number): Promise<Notice[]> {
  if ((await db.alerts.where('tellAt').belowOrEqual(now).count()) === 0) return [];
  return db.transaction('rw', db.alerts, db.meta, async () => {
    const begun = (await db.meta.get(TELLING_KEY))?.value as Telling | undefined;
    const unfinished = await noticesOf(db, begun?.batches ?? [], now);
    if (unfinished.length > 0) return unfinished;
    await holdInQuietHours(db, now);
    const batches = batchesOf(await dueByTopic(db, now));
    const isSummary = batches.some(isOfMany);
    const summaryAt = begun?.summaryAt ?? 0;
    if (isSummary && summaryAt <= now && now - summaryAt < SUMMARY_PAUSE_MS) return [];
    const value: Telling = { batches, summaryAt: isSummary ? now : summaryAt };
    await db.meta.put({ key: TELLING_KEY, value });
    return noticesOf(db, batches, now);
  });
}

/** Notes that alerts were told: once and for all, unless they are put off, be it while they were shown. */
export async function markTold(db: History, ids: readonly string[], now: number): Promise<void> {
  await db.alerts
    .where('id')
    .anyOf([...ids])
    .and((row) => !isPutOff(row, now))
    .modify((row) => {
      row.toldAt = now;
      delete row.tellAt;
      // What was put off is open again.
      if (row.overAt === null && row.doneAt === null) row.openKind = row.kind;
    });
}

// Its time can come while the browser is closed, or in another time zone, and it can be quiet by now.
async function holdInQuietHours(db: History, now: number): Promise<void> {
  const { settings } = await readAlertRules(db);
  await db.alerts
    .where('tellAt')
    .belowOrEqual(now)
    .modify((row) => {
      row.tellAt = tellTimeOf(row, 'notify', settings, now, localTimeZone()) ?? now;
    });
}

/** What is due, per topic with all of it that is still to be told: the latest stage speaks for all. */
async function dueByTopic(db: History, now: number): Promise<AlertRow[][]> {
  const due = await db.alerts.where('tellAt').belowOrEqual(now).toArray();
  const topics = [...new Set(due.map(({ topic }) => topic))];
  const stages = await db.alerts.where('topic').anyOf(topics).toArray();
  const untold = stages.filter((row) => isUntold(row, now));
  return [...Map.groupBy(untold, ({ topic }) => topic).values()];
}

function batchesOf(topics: readonly AlertRow[][]): Batch[] {
  const batches = topics.map((stages) => {
    const last = lastOf(stages);
    return { id: last.id, last, alertIds: stages.map(({ id }) => id) };
  });
  batches.sort((a, b) => byUrgency(a.last, b.last));
  const [first] = batches;
  if (first && batches.length > MAX_NOTICES)
    return [{ id: SUMMARY + first.id, alertIds: batches.flatMap(({ alertIds }) => alertIds) }];
  return batches.map(({ id, alertIds }) => ({ id, alertIds }));
}

/** The notifications with what the alerts say now; what was told, done or over in the meantime is left out. */
async function noticesOf(db: History, batches: readonly Batch[], now: number): Promise<Notice[]> {
  const notices = batches.map(async ({ id, alertIds }) => {
    const stored = (await db.alerts.bulkGet(alertIds)).filter((row) => row !== undefined);
    const rows = stored.filter((row) => isUntold(row, now));
    return rows.length === 0 ? [] : [noticeOf(id, rows)];
  });
  return (await Promise.all(notices)).flat();
}

/** Whether it is still to be told with the others of its topic. */
function isUntold(row: AlertRow, now: number): boolean {
  return row.tellAt !== undefined && !isPutOff(row, now);
}

/** Whether it waits for a moment that the user chose. */
function isPutOff({ openKind, overAt, tellAt }: AlertRow, now: number): boolean {
  return openKind === undefined && overAt === null && tellAt !== undefined && tellAt > now;
}

function noticeOf(id: string, rows: readonly AlertRow[]): Notice {
  const topics = [...Map.groupBy(rows, ({ topic }) => topic).values()].map(lastOf).sort(byUrgency);
  const [first] = topics;
  const base = {
    id,
    alertIds: rows.map((row) => row.id),
    isCritical: topics.some(({ severity }) => severity === 'critical'),
    isSummary: isOfMany({ id }),
  };
  if (first && !base.isSummary) return { ...base, title: first.title, message: first.detail };
  const lines = topics.slice(0, MAX_LINES).map(({ title, detail }) => `${title}: ${detail}`);
  const more = topics.length > MAX_LINES ? [`and ${topics.length - MAX_LINES} more`] : [];
  return { ...base, title: `${topics.length} alerts`, message: [...lines, ...more].join('\n') };
}

/** The id of the alert that a notification is about, of a summary that of the first. */
export function withoutSummary(id: string): string {
  return isOfMany({ id }) ? id.slice(SUMMARY.length) : id;
}

function isOfMany({ id }: Pick<Batch, 'id'>): boolean {
  return id.startsWith(SUMMARY);
}

function lastOf(stages: readonly AlertRow[]): AlertRow {
  return stages.reduce((a, b) => (b.at >= a.at ? b : a));
}

function byUrgency(a: AlertRow, b: AlertRow): number {
  return bySeverity(a, b) || (a.dueAt ?? a.at) - (b.dueAt ?? b.at);
}
