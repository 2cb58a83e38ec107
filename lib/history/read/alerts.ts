import { type AlertKind, bySeverity } from '../../model/alert.ts';
import { HOUR_MS } from '../../model/time.ts';
import type { AlertRow, History } from '../db.ts';

export type { AlertRow } from '../db.ts';

/** The alerts that wait for the user, news too: the most urgent first, then what is due first, then the newest. */
export async function readOpenAlerts(db: History, limit: number): Promise<AlertRow[]> {
  return (await readOpen(db)).sort((a, b) => bySeverity(a, b) || byDue(a, b) || b.at - a.at).slice(0, limit);
}

// What has no time comes after what has one. Two without are equal: the difference is no number.
function byDue(a: AlertRow, b: AlertRow): number {
  return (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) || 0;
}

/**
 * Alerts of every state by when they became due, newest first: those before a moment (all for null). What came
 * due at the same moment as the last of them is in too, so that the next page begins before it.
 */
export async function readAlertHistory(
  db: History,
  { before, limit }: { before: number | null; limit: number },
): Promise<AlertRow[]> {
  const earlier = db.alerts.where('at').below(before ?? Number.POSITIVE_INFINITY);
  const page = await earlier.reverse().limit(limit).toArray();
  const last = page.at(-1);
  if (!last || page.length < limit) return page;
  const same = await db.alerts.where('at').equals(last.at).toArray();
  return [...page.filter(({ at }) => at > last.at), ...same];
}

/** What the badge says: how many alerts wait for the user, news left out, and the same in words. */
export interface OpenAlerts {
  count: number;
  /** "2 overdue, 1 return to answer"; empty when there is nothing. */
  words: string;
  /** Whether one of them is critical. */
  isCritical: boolean;
}

/** Counts the open alerts for the badge. */
export async function countOpenAlerts(db: History): Promise<OpenAlerts> {
  return openAlertsIn(await readOpen(db));
}

/** The same of open alerts that were read already. */
export function openAlertsIn(open: readonly AlertRow[]): OpenAlerts {
  const rows = open.filter(({ severity }) => severity !== 'low');
  const parts = Map.groupBy(rows, partOf);
  const words = [...WORDS]
    .flatMap(([part, forms]) => {
      const count = parts.get(part)?.length ?? 0;
      return count === 0 ? [] : [`${count} ${count === 1 ? forms[0] : (forms[1] ?? forms[0])}`];
    })
    .join(', ');
  return { count: rows.length, words, isCritical: rows.some(({ severity }) => severity === 'critical') };
}

// All at once: a filter in the query would step through them one by one.
function readOpen(db: History): Promise<AlertRow[]> {
  return db.alerts.where('openKind').above('').toArray();
}

type Part = Exclude<AlertKind, 'ship-by'> | 'overdue' | 'due-soon' | 'due-later';

/** What each part is called, for one and for several, in the order in which the badge's title names them. */
const WORDS: ReadonlyMap<Part, readonly [string, string?]> = new Map<Part, readonly [string, string?]>([
  ['overdue', ['overdue']],
  ['auto-cancel', ['about to cancel itself', 'about to cancel themselves']],
  ['due-soon', ['due in 24 h']],
  ['due-later', ['to ship soon']],
  ['return-requested', ['return to answer', 'returns to answer']],
  ['cancellation-requested', ['cancellation to answer', 'cancellations to answer']],
  ['order-changed', ['changed order', 'changed orders']],
  ['buyer-note', ['buyer’s note', 'buyers’ notes']],
  ['delivery-failed', ['failed delivery', 'failed deliveries']],
  ['sku-returns', ['product with many returns', 'products with many returns']],
  ['stale-data', ['shop not seen lately', 'shops not seen lately']],
  ['eta-slipped', ['later than expected']],
  ['no-scan', ['parcel without a scan', 'parcels without a scan']],
  ['out-for-delivery', ['out for delivery']],
  ['delivered', ['delivered']],
  ['not-received', ['not received']],
  ['return-window', ['return window closing', 'return windows closing']],
  ['refund-late', ['late refund', 'late refunds']],
  ['refund-short', ['short refund', 'short refunds']],
  ['change-not-done', ['change not done', 'changes not done']],
  ['budget', ['budget to look at', 'budgets to look at']],
  ['own-rule', ['by your own rules']],
]);

// A ship-by alert that became due at its time is the one that says that it has passed.
function partOf({ kind, at, dueAt }: AlertRow): Part {
  if (kind !== 'ship-by') return kind;
  const left = (dueAt ?? at) - at;
  return left <= 0 ? 'overdue' : left <= 24 * HOUR_MS ? 'due-soon' : 'due-later';
}
