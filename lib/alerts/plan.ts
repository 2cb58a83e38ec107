import type { AlertRow, History } from '../history/db.ts';
import { type AlertChannel, type AlertEvent, type AlertRules, channelOf } from '../model/alert.ts';
import { localTimeZone } from '../model/time.ts';
import { isOn } from './matter.ts';
import { tellTimeOf } from './quiet.ts';

/** Whether the user wants to hear of an alert: neither its kind is off, nor the rule that made it. */
export function isWanted({ kind, ruleId }: AlertEvent, rules: AlertRules): boolean {
  if (ruleId === null) return isOn({ kind }, rules);
  const rule = rules.own.find(({ id }) => id === ruleId);
  return rule?.isOn === true && isOn({ kind, ruleId }, rules);
}

/** An alert as it begins; `since` is when the last sweep was: nobody could know of it before. */
export function alertRow(event: AlertEvent, since: number, now: number, rules: AlertRules): AlertRow {
  const channel = channelFor(event, rules);
  const foundAt = channel === 'digest' ? Math.min(Math.max(event.at, since), now) : now;
  const row: AlertRow = {
    ...event,
    openKind: event.kind,
    toldAt: null,
    readAt: null,
    doneAt: null,
    overAt: null,
  };
  setTellTime(row, tellTimeOf(event, channel, rules.settings, foundAt, localTimeZone()));
  return row;
}

/** What decides when something is told: changed, it is decided anew for all that waits. */
export function termsOf({ settings, own }: AlertRules): string {
  const { quiet, digestAt, channels } = settings;
  const ownChannels = own.map(({ id, channel }) => [id, channel]);
  return JSON.stringify([quiet, digestAt, channels, ownChannels, localTimeZone()]);
}

/** Decides anew when to tell what waits to be told, though never later; what the user put off stays so. */
export async function planAnew(db: History, now: number, rules: AlertRules): Promise<void> {
  await db.alerts
    .where('tellAt')
    .above(now)
    .and(({ openKind, overAt }) => openKind !== undefined || overAt !== null)
    .modify((row) => {
      const at = tellTimeOf(row, channelFor(row, rules), rules.settings, now, localTimeZone());
      setTellTime(row, at === null ? null : Math.min(at, row.tellAt ?? at));
    });
}

function channelFor({ kind, ruleId }: AlertEvent, { settings, own }: AlertRules): AlertChannel {
  return own.find(({ id }) => id === ruleId)?.channel ?? channelOf(kind, settings);
}

function setTellTime(row: AlertRow, at: number | null): void {
  if (at === null) delete row.tellAt;
  else row.tellAt = at;
}
