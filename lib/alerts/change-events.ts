import type { AlertEvent, AlertRules, OwnRule } from '../model/alert.ts';
import type { Order } from '../model/order.ts';
import { buyerNews } from './buyer-news.ts';
import { mattersOf, PAST_MS, passedEvents } from './clock-events.ts';
import { eventOf, isOn, topicOf } from './matter.ts';
import { NEWS_MS, type News } from './news.ts';
import { own, stageOf } from './own-matters.ts';
import { isAbout } from './own-rules.ts';
import type { OrderChange } from './seen.ts';
import { sellerNews } from './seller-news.ts';
import { pageOrderBefore } from './versions.ts';

/**
 * What one capture has to tell. A page's: what it changed, and the stages that have already passed of what it told
 * for the first time. A file tells of the past: nothing, its clocks come as time goes on. What a page tells for the
 * first time has not changed, whatever a file said of it.
 */
export function changeEvents(change: OrderChange, rules: AlertRules): AlertEvent[] {
  if (change.isFile) return [];
  const before = pageOrderBefore(change);
  const passed = newlyPassed(change, before, rules);
  const topics = new Set(passed.map(({ topic }) => topic));
  const news = [
    ...sellerNews(change, before),
    ...buyerNews(change, before),
    ...ownNews(change, before, rules),
  ];
  // A stage of a clock says more than that there is one.
  return [
    ...passed,
    ...news
      .filter(({ matter }) => isOn(matter, rules) && !topics.has(matter.topic))
      .map(({ matter, stage }) => eventOf(change, matter, stage)),
  ];
}

/** The stages that have passed already of clocks that the order did not have before. */
function newlyPassed(change: OrderChange, before: Order | null, rules: AlertRules): AlertEvent[] {
  const passed = passedEvents(change, change.at, rules);
  if (before === null || passed.length === 0) return passed;
  const known = mattersOf({ ...change, order: before }, rules);
  const ids = new Set(known.flatMap(({ topic, stages }) => stages.map(({ name }) => `${topic}|${name}`)));
  return passed.filter(({ id }) => !ids.has(id));
}

function ownNews({ key, order, at }: OrderChange, before: Order | null, rules: AlertRules): News[] {
  return rules.own
    .filter((rule) => isAbout(rule, order))
    .flatMap((rule) => {
      const topic = ownTopicOf(rule, key, order, before, at);
      if (topic === null) return [];
      const stage = stageOf(rule, `${at}`, at);
      return [{ matter: own(rule, topic, { endsAt: at + NEWS_MS }), stage }];
    });
}

function ownTopicOf(
  { when }: OwnRule,
  key: string,
  order: Order,
  before: Order | null,
  at: number,
): string | null {
  if (when.event === 'new') return before === null && isFresh(order, at) ? topicOf('new', key) : null;
  if (when.event !== 'status' || order.status !== when.status) return null;
  const wasOther = before !== null && before.status !== 'UNKNOWN' && before.status !== order.status;
  return wasOther ? topicOf('status', key, order.status) : null;
}

// The first walk through a list of old orders meets nothing new.
function isFresh({ placedAt, stage }: Order, at: number): boolean {
  if (placedAt !== null) return placedAt >= at - PAST_MS;
  return stage === 'pending' || stage === 'processed';
}
