import { refundTitle } from '../insights/buyer-needs.ts';
import { owedRefunds } from '../insights/owed.ts';
import { ownParcels } from '../insights/rights.ts';
import type { Order } from '../model/order.ts';
import { DAY_MS } from '../model/time.ts';
import { changeMatters, refundMatter } from './buyer-matters.ts';
import { PAST_MS } from './clock-events.ts';
import { isOnTheWay, topicOf } from './matter.ts';
import { NEWS_MS, type News, newsOf } from './news.ts';
import { failedNews, outNews } from './parcel-news.ts';
import { parcelKey } from './parcels.ts';
import type { OrderChange } from './seen.ts';

/** What a capture has to tell of a buyer's order; `before` is null at the first sight. */
export function buyerNews(change: OrderChange, before: Order | null): News[] {
  if (change.order.role !== 'buyer') return [];
  return [
    ...failedNews(change, before),
    ...outNews(change, before),
    ...deliveredNews(change, before),
    ...slippedNews(change, before),
    ...shortNews(change, before),
    ...missedNews(change, before),
  ];
}

function deliveredNews({ key, order, at }: OrderChange, before: Order | null): News[] {
  if (before === null || before.stage === 'unknown' || isThere(before) || !isThere(order)) return [];
  if (order.deliveredAt !== null && order.deliveredAt < at - PAST_MS) return [];
  const said = { name: 'seen', at, title: 'Delivered', severity: 'low' } as const;
  return [newsOf('delivered', topicOf('delivered', key), said, { endsAt: at + NEWS_MS })];
}

function isThere({ stage }: Order): boolean {
  return stage === 'delivered' || stage === 'returned';
}

/** Parcels that are expected at least a day later than before. */
function slippedNews({ key, order, at }: OrderChange, before: Order | null): News[] {
  if (before === null || !isOnTheWay(order)) return [];
  return ownParcels(order).flatMap((parcel) => {
    const name = parcelKey(parcel);
    const old = before.packages.find((entry) => parcelKey(entry) === name)?.etaAt ?? null;
    const { etaAt } = parcel;
    if (old === null || etaAt === null || etaAt - old < DAY_MS) return [];
    const said = { name: `eta|${etaAt}`, at, title: `Arrives ${dayWords(etaAt)}, not ${dayWords(old)}` };
    const fields = { dueAt: etaAt, why: 'Page: estimated delivery' };
    return [newsOf('eta-slipped', topicOf('delivery', key, name), said, fields)];
  });
}

function shortNews({ key, order, at }: OrderChange, before: Order | null): News[] {
  const short = owedRefunds(order, at).filter(({ state }) => state === 'short');
  const known = before === null ? [] : owedRefunds(before, at).filter(({ state }) => state === 'short');
  return short
    .filter(
      ({ id, missingMinor }) => !known.some((old) => old.id === id && old.missingMinor === missingMinor),
    )
    .filter(({ id }) => before !== null || isRecentReturn(order, id, at))
    .map((refund) => {
      const stage = { name: `short|${refund.missingMinor}`, at, title: refundTitle(refund, order) };
      return { matter: refundMatter(key, order, refund), stage: { ...stage, severity: 'normal' } };
    });
}

function isRecentReturn({ returns }: Order, id: string, at: number): boolean {
  const entry = returns.find((one) => one.id === id);
  return (entry?.closedAt ?? entry?.openedAt ?? 0) >= at - PAST_MS;
}

/** Changes asked for that can't come any more: it was shipped as it was. */
function missedNews(change: OrderChange, before: Order | null): News[] {
  // What was asked for later was asked of an order that had been shipped.
  const requests = change.requests?.filter(({ request }) => request.askedAt <= change.at) ?? [];
  const missedOf = (order: Order) =>
    new Map(
      changeMatters({ key: change.key, order, requests })
        .filter(({ stages }) => stages.length === 0)
        .map((matter) => [matter.topic, matter]),
    );
  const known = before === null ? new Map() : missedOf(before);
  return [...missedOf(change.order).values()]
    .filter(({ topic }) => !known.has(topic))
    .map((matter) => ({
      matter: { ...matter, more: null },
      stage: { name: 'missed', at: change.at, severity: 'normal', title: matter.more ?? '' },
    }));
}

/** "Mon Nov 23". */
function dayWords(atMs: number): string {
  const format = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
  return format.format(atMs).replace(',', '');
}
