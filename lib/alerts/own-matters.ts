import { clocksOf } from '../insights/clocks.ts';
import type { OwnRule } from '../model/alert.ts';
import { DAY_MS, HOUR_MS } from '../model/time.ts';
import { type Matter, matter, ownTopic, type Stage, topicOf } from './matter.ts';
import { isAbout } from './own-rules.ts';
import type { SeenOrder } from './seen.ts';
import { SHIP_WHY } from './seller-matters.ts';
import { daysWords, hoursWords } from './words.ts';

/** What a user's rule knows of the clocks of an order that it is about. */
export function ownMatters(seen: SeenOrder, rules: readonly OwnRule[]): Matter[] {
  return rules.filter((rule) => isAbout(rule, seen.order)).flatMap((rule) => ownMatter(seen, rule) ?? []);
}

function ownMatter(seen: SeenOrder, rule: OwnRule): Matter | null {
  const { key, order, overrides } = seen;
  const { when } = rule;
  if (when.event === 'ship-by') {
    const dueAt = shipDueAt(seen);
    if (dueAt === null) return null;
    const at = dueAt - when.hours * HOUR_MS;
    const more = `ship within ${hoursWords(when.hours)}`;
    const why = clocksOf(order, overrides).shipByWhy ?? SHIP_WHY;
    return own(rule, shipTopic(key, dueAt), {
      dueAt,
      why,
      isDeadline: true,
      more,
      stages: [stageOf(rule, `${when.hours}h`, at)],
    });
  }
  if (when.event !== 'still' || order.status !== when.status || order.placedAt === null) return null;
  const at = order.placedAt + when.days * DAY_MS;
  const more = `${daysWords(when.days)} after it was placed`;
  return own(rule, topicOf('still', key, when.status), {
    more,
    stages: [stageOf(rule, `${when.days}d`, at)],
  });
}

/** A matter of a user's own rule about something that has a topic of its own. */
export function own(rule: OwnRule, topic: string, fields: Partial<Matter>): Matter {
  return matter('own-rule', ownTopic(rule.id, topic), { ...fields, ruleId: rule.id });
}

/** The one moment at which a user's rule speaks, under the name that the user gave it. */
export function stageOf(rule: OwnRule, name: string, at: number): Stage {
  return { name, at, severity: 'normal', title: rule.name };
}

/** What users' rules can be about in an order as it is, as topics without the rule. */
export function ownSubjects(seen: SeenOrder): string[] {
  const { key, order } = seen;
  const dueAt = shipDueAt(seen);
  return [
    topicOf('new', key),
    topicOf('status', key, order.status),
    topicOf('still', key, order.status),
    ...(dueAt === null ? [] : [shipTopic(key, dueAt)]),
  ];
}

function shipTopic(key: string, dueAt: number): string {
  return topicOf('to-ship', key, dueAt);
}

// A buyer ships nothing: a rule about it is a seller's.
function shipDueAt({ order, overrides }: SeenOrder): number | null {
  if (order.role !== 'seller') return null;
  const { isToShip, shipByAt } = clocksOf(order, overrides);
  return isToShip ? shipByAt : null;
}
