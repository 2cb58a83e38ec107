import { type AlertRow, readAlertHistory } from '../../../lib/history/read/alerts.ts';
import type { History } from '../../../lib/history/read/rows.ts';
import type { AlertKind } from '../../../lib/model/alert.ts';

/** The newest alerts of a kind (of all for null), and whether there are older ones. */
export interface HistoryPage {
  alerts: AlertRow[];
  hasMore: boolean;
}

// Alerts have no index by kind and time: a kind is looked for in what came due, newest first.
const SLICE = 500;

/** Reads so many alerts, or a few more where several came due at the same moment. */
export async function readHistoryPage(
  db: History,
  kind: AlertKind | null,
  limit: number,
): Promise<HistoryPage> {
  const alerts: AlertRow[] = [];
  const sliceSize = kind === null ? limit + 1 : SLICE;
  let before: number | null = null;
  while (alerts.length <= limit) {
    const slice = await readAlertHistory(db, { before, limit: sliceSize });
    alerts.push(...slice.filter((alert) => kind === null || alert.kind === kind));
    before = slice.at(-1)?.at ?? null;
    if (slice.length < sliceSize) break;
  }
  return { alerts: alerts.slice(0, limit), hasMore: alerts.length > limit };
}
