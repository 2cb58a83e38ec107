import type { AlertEvent, AlertRules } from '../model/alert.ts';
import { changeEvents } from './change-events.ts';
import { clockEvents } from './clock-events.ts';
import type { OrderChange, SeenOrder } from './seen.ts';

/**
 * Everything that an order had to tell after `from` and up to `to`: of each of its versions what became due while it
 * was the last one known, and what each change told. `first` is the order as it was at `from` (null before it was
 * there), `changes` are what happened to it since, oldest first; each event is in it once.
 */
export function orderEvents(
  first: SeenOrder | null,
  changes: readonly OrderChange[],
  { from, to }: { from: number; to: number },
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
