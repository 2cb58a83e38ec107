import { type AlertEvent, type AlertRules, DEFAULT_ALERT_SETTINGS } from '../model/alert.ts';
import { DAY_MS } from '../model/time.ts';
import { buyerMatters } from './buyer-matters.ts';
import { eventOf, isOn, type Matter, type Stage } from './matter.ts';
import { ownMatters, ownSubjects } from './own-matters.ts';
import type { SeenOrder } from './seen.ts';
import { sellerMatters } from './seller-matters.ts';

/** A clock that ran out longer ago than this is no news at first sight. */
export const PAST_MS = 7 * DAY_MS;

/** Everything about an order that there is to watch; of kinds that are switched off too. */
export function mattersOf(seen: SeenOrder, { settings, own }: AlertRules): Matter[] {
  return [...sellerMatters(seen, settings), ...buyerMatters(seen, settings), ...ownMatters(seen, own)];
}

/** What became due of an order after one moment and up to another, the earliest first (epoch ms). */
export function clockEvents(seen: SeenOrder, from: number, to: number, rules: AlertRules): AlertEvent[] {
  return spokenOf(seen, rules)
    .flatMap((matter) =>
      stagesOf(matter)
        .filter(({ at }) => at > from && at <= to)
        .map((stage) => eventOf(seen, matter, stage)),
    )
    .sort((a, b) => a.at - b.at);
}

/**
 * What had become due of an order when it was first seen: of each topic the latest stage, unless its clock ran out
 * long ago. The events are those that `clockEvents` gives.
 */
export function passedEvents(seen: SeenOrder, at: number, rules: AlertRules): AlertEvent[] {
  return spokenOf(seen, rules).flatMap((matter) => {
    const passed = stagesOf(matter).filter((stage) => stage.at <= at);
    const last = passed.reduce<Stage | null>(
      (best, stage) => (best && best.at > stage.at ? best : stage),
      null,
    );
    return last && isRecent(matter, last, at) ? [eventOf(seen, matter, last)] : [];
  });
}

/** When the next stage of an order becomes due after a moment; null when none will. */
export function nextClockAt(seen: SeenOrder, after: number, rules: AlertRules): number | null {
  const times = spokenOf(seen, rules).flatMap((matter) => stagesOf(matter).map(({ at }) => at));
  const next = Math.min(...times.filter((at) => at > after));
  return Number.isFinite(next) ? next : null;
}

/**
 * The topics of an order that still live at a moment: an alert about an order whose topic is not among them is over.
 * Those of the user's own rules are in it without the rule (`isOver` knows).
 */
export function liveTopics(seen: SeenOrder, at: number): ReadonlySet<string> {
  const matters = mattersOf(seen, { settings: DEFAULT_ALERT_SETTINGS, own: [] });
  const live = matters.filter(({ endsAt }) => endsAt === null || endsAt > at);
  return new Set([...live.map(({ topic }) => topic), ...ownSubjects(seen)]);
}

function spokenOf(seen: SeenOrder, rules: AlertRules): Matter[] {
  return mattersOf(seen, rules).filter((matter) => isOn(matter, rules));
}

/** The stages of a matter that come before its end. */
function stagesOf({ stages, endsAt }: Matter): Stage[] {
  return stages.filter(({ at }) => endsAt === null || at < endsAt);
}

function isRecent({ endsAt, dueAt, isDeadline }: Matter, stage: Stage, at: number): boolean {
  const ranOutAt = isDeadline && dueAt !== null ? dueAt : stage.at;
  return ranOutAt >= at - PAST_MS && (endsAt === null || endsAt > at);
}
