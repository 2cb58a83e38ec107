import { markAlerts, snoozeAlerts } from '../../lib/history/alerts.ts';
import { OWN_RULES_KEY } from '../../lib/history/read/alert-settings.ts';
import type { AlertRow } from '../../lib/history/read/alerts.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import { COMMANDS, type Command, type CommandData } from '../../lib/messages/protocol.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { fake } from './fake-polyfill.ts';
import { SHOP } from './support.ts';

/** An open alert about an order that must be shipped in three hours, with what a test says about it. */
export function makeAlert(id: string, fields: Partial<AlertRow> = {}): AlertRow {
  const orderKey = `seller|${SHOP.account}|${id}`;
  const kind = fields.kind ?? 'ship-by';
  const at = Date.now() - HOUR_MS;
  return {
    id: `${kind}|${orderKey}|4`,
    kind,
    topic: `${kind}|${orderKey}`,
    role: 'seller',
    orderKey,
    accountKey: 'seller|acc_us',
    at,
    severity: 'normal',
    title: 'Ship within 4 h',
    detail: `Mug · $82.00 · …${id.slice(-6)}`,
    dueAt: at + 4 * HOUR_MS,
    why: 'Page: ship by then',
    endsAt: null,
    ruleId: null,
    openKind: kind,
    toldAt: at,
    readAt: null,
    doneAt: null,
    overAt: null,
    ...fields,
  };
}

/** Puts alerts into the history. */
export async function alertsAre(...rows: AlertRow[]): Promise<void> {
  await readingHistory().alerts.bulkPut(rows);
}

/** Answers the commands about alerts as the background does, with nothing found or told afterwards. */
export function answerAboutAlerts(): void {
  const db = readingHistory();
  const handlers = {
    'alerts.mark': ({ ids, as }) => markAlerts(db, ids, as, Date.now()),
    'alerts.snooze': ({ ids, untilAt }) => snoozeAlerts(db, ids, untilAt),
    'alerts.setOwnRules': ({ rules }) => db.meta.put({ key: OWN_RULES_KEY, value: rules }),
  } satisfies { [C in Command]?: (data: CommandData<C>) => Promise<unknown> };
  fake.answer = async (message) => {
    const { command, data } = message as { command: keyof typeof handlers; data: unknown };
    const handle = handlers[command] as (data: unknown) => Promise<unknown>;
    await handle(COMMANDS[command].data.parse(data));
    return { ok: true, reply: null };
  };
}
