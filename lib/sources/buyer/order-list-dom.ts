import { emptyOrder, type Order } from '../../model/order.ts';
import { stageOf } from '../../model/status.ts';
import { seenBy } from '../seller/order-list.ts';
import { emptyReading, type Source, type SourceInput } from '../source.ts';
import { parseTolerant } from '../tolerant.ts';
import { fillTimes } from './deadlines.ts';
import { type CardFacts, contextOf, ListFacts } from './facts-schema.ts';
import { inferDates } from './list-dates.ts';
import { namedItem } from './order-list.ts';
import { statusOfCard } from './status.ts';
import { monthDayIn, textLine } from './text-line.ts';

/** What `readListPage` read off `/shop/order_list`: the fallback where its answer was missed. */
export const buyerOrderListDom: Source = {
  id: 'buyer/order-list-dom',
  matches: (url) => url.pathname === '/shop/order_list' && url.hash === '#dom',
  read(input) {
    const reading = emptyReading();
    const { value: facts, misses } = parseTolerant(ListFacts, input.body, 'list_page');
    reading.misses.push(...misses);
    if (!facts) return reading;
    const context = contextOf(facts.timeZone, input.seenAt);
    const dates = inferDates(
      facts.cards.map(({ dateText }) => monthDayIn(dateText ?? null)),
      context,
    );
    facts.cards.forEach((card, index) => {
      // What can't be told from its neighbours is no order. No captured card had an id: its absence is no drift.
      if (!card.orderId) return;
      reading.orders.push(readCard(card.orderId, card, dates[index] ?? null, context.timeZone, input));
    });
    return reading;
  },
};

function readCard(
  id: string,
  card: CardFacts,
  placedAt: number | null,
  timeZone: string,
  { owner, seenAt }: SourceInput,
): Order {
  const order = emptyOrder(id, owner);
  const lines = card.subtitle ? [textLine(card.subtitle, { timeZone, seenAt })] : [];
  order.placedAt = placedAt;
  if (placedAt !== null) order['isDateInferred'] = true;
  fillTimes(order, lines, seenAt);
  order.counterparty = card.shop ?? null;
  order.items = (card.productNames ?? []).map(namedItem);
  order.statusLabel = card.status ?? null;
  order.status = statusOfCard(order.statusLabel, lines);
  order.stage = stageOf(order);
  return seenBy(order, buyerOrderListDom.id, seenAt);
}
