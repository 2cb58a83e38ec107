import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import type { AlertKind } from '../../../lib/model/alert.ts';

/** Alerts that stand together: those of one kind, or all where there are few. */
export interface AlertGroup {
  kind: AlertKind | null;
  alerts: readonly AlertRow[];
}

// More than these are too many to read one by one.
const MANY = 12;

/** Open alerts, most urgent first, by kind where there are many; the kind with the most urgent one comes first. */
export function groupsOf(alerts: readonly AlertRow[]): AlertGroup[] {
  if (alerts.length === 0) return [];
  if (alerts.length <= MANY) return [{ kind: null, alerts }];
  return [...Map.groupBy(alerts, ({ kind }) => kind)].map(([kind, own]) => ({ kind, alerts: own }));
}
