import type { AlertEvent, AlertRules } from '../model/alert.ts';
import { changeEvents } from './change-events.ts';
import { clockEvents } from './clock-events.ts';
import type { OrderChange, SeenOrder } from './seen.ts';
import { orderBefore } from './versions.ts';

/** After one moment and up to another, epoch ms. */
export interface Period {
  from: number;
  to: number;
}

/**
 * Everything that an order had to tell in a period: of each of its versions what became due while it was the last
 * one known, and what each change told, each event once. `changes` are everything that happened to it since the
 * period began, oldest first, up to the order as it is.
 */
export function orderEvents(
  seen: SeenOrder,
  changes: readonly OrderChange[],
  within: Period,
  rules: AlertRules,
): AlertEvent[] {
  const { requests, overrides } = seen;
  const beside = { ...(requests ? { requests } : {}), ...(overrides ? { overrides } : {}) };
  const [first] = changes;
  const before = first ? orderBefore(first) : seen.order;
  return versionEvents(
    before && { ...seen, order: before },
    changes.map((change) => ({ ...change, ...beside })),
    within,
    rules,
  );
}

function versionEvents(
  first: SeenOrder | null,
  changes: readonly OrderChange[],
  { from, to }: Period,
  rules: AlertRules,
): AlertEvent[] {
  const events = new Map<string, AlertEvent>();
  const add = (found: readonly AlertEvent[]) => {
    for (const event of found) if (!events.has(event.id)) events.set(event.id, event);
  };
  let seen = first;
  let since = from;
  for (const change of changes) {
    if (seen) add(clockEvents(seen, since, Math.min(change.at, to), rules));
    add(changeEvents(change, rules));
    // A page that was captured earlier than it was read counts from its capture on.
    [seen, since] = [change, change.at];
  }
  if (seen) add(clockEvents(seen, since, to, rules));
  return [...events.values()];
}
