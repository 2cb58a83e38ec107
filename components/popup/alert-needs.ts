import type { AlertRow } from '../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import type { AlertKind } from '../../lib/model/alert.ts';
import type { Role } from '../../lib/model/order.ts';
import { alertTone, KIND_WORDS } from '../shared/alert-words.ts';
import { freshnessOf } from '../shared/freshness.ts';
import { hashOf } from '../shared/routes.ts';
import { counted } from '../shared/words.ts';
import { goalOf, type Need } from './needs.ts';

/** What the facts of each side say already, as counts or as rows of their own. */
const SAID: Record<Role, ReadonlySet<AlertKind>> = {
  seller: new Set(['ship-by', 'cancellation-requested', 'return-requested']),
  buyer: new Set(['return-window', 'refund-late', 'refund-short', 'change-not-done']),
};
const MAX_ROWS = 20;
/** More of one kind are one row. */
const MAX_OF_KIND = 2;

/** The open alerts of one side (the most urgent first, as they are read) that its facts do not say, as rows. */
export function alertNeeds(
  open: readonly AlertRow[],
  role: Role,
  accounts: readonly AccountRow[],
  now: number,
): Need[] {
  const keys = new Set(accounts.map(({ key }) => key));
  const isSaid = (kind: AlertKind) =>
    SAID[role].has(kind) || (kind === 'stale-data' && freshnessOf(accounts, now).isStale);
  const own = open.filter(
    (alert) =>
      alert.role === role && (alert.accountKey === null || keys.has(alert.accountKey)) && !isSaid(alert.kind),
  );
  return [...Map.groupBy(own, ({ kind }) => kind).values()]
    .flatMap((alerts) =>
      alerts.length > MAX_OF_KIND
        ? [needOfMany(alerts, now)]
        : alerts.map((alert) => needOf(alert, accounts, now)),
    )
    .slice(0, MAX_ROWS);
}

const TONES: readonly Need['tone'][] = ['late', 'soon', 'fine', 'calm'];

/** Facts and alerts as one list, the most urgent first; what is equally urgent stays as it is. */
export function withAlerts(facts: readonly Need[], alerts: readonly Need[]): readonly Need[] {
  if (alerts.length === 0) return facts;
  return [...facts, ...alerts].sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone));
}

function needOf(alert: AlertRow, accounts: readonly AccountRow[], now: number): Need {
  const { id, kind, title, detail, orderKey } = alert;
  const place = kind === 'budget' ? hashOf('spending') : hashOf('alerts');
  return {
    ...looksOf(alert, now),
    id: `alert ${id}`,
    title,
    detail,
    goal: orderKey === null ? { kind: 'dashboard', hash: place } : goalOf(orderKey, accounts),
    alertId: id,
  };
}

function needOfMany(alerts: readonly AlertRow[], now: number): Need {
  const [first] = alerts as [AlertRow];
  const { kind, title, detail, orderKey } = first;
  return {
    ...looksOf(first, now),
    id: `alerts ${kind}`,
    title: `${KIND_WORDS[kind].name}: ${counted(alerts.length, orderKey === null ? 'alert' : 'order')}`,
    detail: `First: ${title} · ${detail}`,
    goal: { kind: 'dashboard', hash: hashOf('alerts') },
  };
}

function looksOf(alert: AlertRow, now: number): Pick<Need, 'icon' | 'tone' | 'clock'> {
  const { icon, name } = KIND_WORDS[alert.kind];
  const { dueAt, why } = alert;
  return {
    icon,
    tone: alertTone(alert, now),
    clock: dueAt === null ? null : { atMs: dueAt, why: why ?? name },
  };
}
