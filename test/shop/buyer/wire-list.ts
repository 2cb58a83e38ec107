import type { Json, JsonObject } from '../types.ts';
import { picture, template, time } from './template.ts';
import type { BuyerOrder } from './types.ts';
import { listSubtitles, titleOf } from './wire-status.ts';

/** The shop of an order as both payloads name it. */
export function sellerInfo({ shop }: BuyerOrder): JsonObject {
  const label_image_light = picture('verified');
  return {
    name: shop.name,
    avatar: picture(`shop-${shop.name.length}`),
    ...(shop.isOfficial ? { store_label: { official_label: { label_image_light } } } : {}),
  };
}

function listItem(order: BuyerOrder): JsonObject {
  const skus: Json = order.items.map(({ name, image }) => ({ product_name: name, image: picture(image) }));
  return { main_order_id: order.id, seller_info: sellerInfo(order), skus };
}

/** Orders as cards: those of one checkout that wait for one payment share theirs. */
export function cardsOf(orders: readonly BuyerOrder[]): BuyerOrder[][] {
  const cards: BuyerOrder[][] = [];
  for (const order of orders) {
    const last = cards.at(-1);
    const isSame = order.checkout !== null && last?.[0]?.checkout === order.checkout;
    if (last && isSame && order.kind === 'unpaid') last.push(order);
    else cards.push([order]);
  }
  return cards;
}

function cardPayload(card: readonly BuyerOrder[], now: number): JsonObject[] {
  const [first] = card;
  if (!first) return [];
  return [
    {
      items: card.map(listItem),
      order_info: { order_date: template('Ordered on {{time}}', time(first.placedAt)) },
      status: { title: titleOf(first), subtitles: listSubtitles(first, now) },
    },
  ];
}

/** One page of the list: `index` is the opaque place to go on from, as `next_index` told it. */
export function listData(
  orders: readonly BuyerOrder[],
  { index, size, now }: { index: string; size: number; now: number },
): JsonObject {
  const cards = cardsOf(orders);
  const start = index === '' ? 0 : Number(Buffer.from(index, 'base64').toString());
  const from = Number.isInteger(start) && start > 0 ? start : 0;
  const shown = cards.slice(from, from + size).flatMap((card) => cardPayload(card, now));
  const has_more = from + size < cards.length;
  const next_index = Buffer.from(String(from + size))
    .toString('base64')
    .replace(/=+$/, '');
  return { list_order_items: { orders: shown, has_more, ...(has_more ? { next_index } : {}) } };
}
