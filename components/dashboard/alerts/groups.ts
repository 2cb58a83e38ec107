import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import type { AlertKind } from '../../../lib/model/alert.ts';
import { KIND_WORDS } from '../../shared/alert-words.ts';

/** Alerts that stand together under a name. */
export interface AlertGroup {
  /** Their kind; null where they are of several. */
  kind: AlertKind | null;
  /** What stands above them; null where nothing needs to. */
  name: string | null;
  alerts: readonly AlertRow[];
}

// More than these are too many to read one by one; and so many of one kind are a matter of their own.
const MANY = 12;
const MANY_OF_A_KIND = 5;

/**
 * Open alerts, most urgent first, in groups where there are many: each kind that has many, and what is left. The
 * group with the most urgent alert comes first.
 */
export function groupsOf(alerts: readonly AlertRow[]): AlertGroup[] {
  if (alerts.length === 0) return [];
  if (alerts.length <= MANY) return [{ kind: null, name: null, alerts }];
  const counts = Map.groupBy(alerts, ({ kind }) => kind);
  const groupOf = ({ kind }: AlertRow) => ((counts.get(kind)?.length ?? 0) > MANY_OF_A_KIND ? kind : null);
  return [...Map.groupBy(alerts, groupOf)].map(([kind, own]) => ({
    kind,
    name: kind === null ? 'Everything else' : KIND_WORDS[kind].name,
    alerts: own,
  }));
}
