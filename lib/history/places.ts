import type { Order } from '../model/order.ts';
import { keyOf } from './entry-key.ts';

const LISTS = ['items', 'packages', 'returns'] as const;

/** The keys of a list's entries as they stood, for the lists in which a newer source told another order. */
export type Places = Partial<Record<(typeof LISTS)[number], string[]>>;

/** How the entries stood before, where they don't still stand so; undefined where nothing moved. */
export function movedPlaces(before: Order, after: Order): Places | undefined {
  const moved = LISTS.flatMap((list) => {
    const [old, fresh] = [keysOf(before, list), keysOf(after, list)];
    return old.every((key, index) => fresh[index] === key) ? [] : [[list, old] as const];
  });
  return moved.length > 0 ? Object.fromEntries(moved) : undefined;
}

/** The order with its entries where they stood; those that are not named stand behind. */
export function putInPlaces(order: Order, places: Places | undefined): Order {
  const put = (list: (typeof LISTS)[number]) => {
    const wanted = new Map((places?.[list] ?? []).map((key, index) => [key, index]));
    const placeOf = (entry: unknown) => wanted.get(keyOf(list, entry)) ?? wanted.size;
    return order[list].toSorted((a: unknown, b: unknown) => placeOf(a) - placeOf(b));
  };
  return places ? { ...order, ...Object.fromEntries(LISTS.map((list) => [list, put(list)])) } : order;
}

function keysOf(order: Order, list: (typeof LISTS)[number]): string[] {
  return order[list].map((entry) => keyOf(list, entry));
}
