import { clocksOf } from '../insights/clocks.ts';
import { formatMoney } from '../model/money.ts';
import type { Order } from '../model/order.ts';
import { changedItems } from './changed-items.ts';
import { PAST_MS } from './clock-events.ts';
import { isBeforeShipping, topicOf } from './matter.ts';
import { type News, newsOf } from './news.ts';
import { failedNews } from './parcel-news.ts';
import type { OrderChange } from './seen.ts';
import { openRequests, requestMatter, requestName } from './seller-matters.ts';

/** What a capture has to tell of a seller's order; `before` is null at the first sight. */
export function sellerNews(change: OrderChange, before: Order | null): News[] {
  if (change.order.role !== 'seller') return [];
  return [
    ...requestNews(change, before),
    ...noteNews(change, before),
    ...changedNews(change, before),
    ...failedNews(change, before),
  ];
}

function requestNews(change: OrderChange, before: Order | null): News[] {
  const { order, at } = change;
  const known = new Set(before ? openRequests(before).map(({ id }) => id) : []);
  return openRequests(order)
    .filter((entry) => !known.has(entry.id) && (entry.respondByAt ?? entry.openedAt ?? at) >= at - PAST_MS)
    .map((entry) => {
      const name = requestName(entry);
      const title = `${name.replace(/^./, (letter) => letter.toUpperCase())} requested`;
      return {
        matter: requestMatter(change, entry),
        stage: { name: 'open', at, severity: 'normal', title },
      };
    });
}

function noteNews({ key, order, at }: OrderChange, before: Order | null): News[] {
  const { isToShip, hasBuyerNote } = clocksOf(order);
  if (!isToShip || !hasBuyerNote || before?.hasBuyerNote === true) return [];
  return [
    newsOf('buyer-note', topicOf('buyer-note', key), { name: 'seen', at, title: 'The buyer left a note' }),
  ];
}

/** Items or the total of an order that has not left yet. */
function changedNews({ key, order, at }: OrderChange, before: Order | null): News[] {
  if (before === null || !isBeforeShipping(order)) return [];
  const items = changedItems(before.items, order.items);
  const total = changedTotal(before, order);
  const more = [items, total].filter((words) => words !== null).join(', ');
  if (more === '') return [];
  const title = items === null ? 'Total changed' : 'Items changed';
  return [newsOf('order-changed', topicOf('order-changed', key), { name: `${at}`, at, title }, { more })];
}

function changedTotal(before: Order, { amounts, currency }: Order): string | null {
  const old = before.amounts.total;
  const { total } = amounts;
  if (old === null || total === null || old === total) return null;
  if (currency === null || before.currency !== currency) return null;
  return `total was ${formatMoney(old, currency)}`;
}
