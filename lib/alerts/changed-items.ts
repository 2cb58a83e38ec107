import type { OrderItem } from '../model/order.ts';

/**
 * What changed between two readings of an order's items, in words: "Mug × 2, was × 1", "Cup is new"; null when
 * nothing did. What was told for the first time (all items, a quantity) has not changed.
 */
export function changedItems(before: readonly OrderItem[], after: readonly OrderItem[]): string | null {
  if (before.length === 0) return null;
  const words = after.flatMap((item) => {
    const old = before.find((known) => isSame(known, item));
    if (!old) return [`${nameOf(item)} is new`];
    return isCountKnown(old, item) && old.quantity !== item.quantity
      ? [`${nameOf(item)} × ${item.quantity}, was × ${old.quantity}`]
      : [];
  });
  return words.length === 0 ? null : words.join(', ');
}

// Items are told by their SKU, else by name and variation; a source can leave either out.
function isSame(old: OrderItem, item: OrderItem): boolean {
  if (old.lineIds.some((line) => item.lineIds.includes(line))) return true;
  if (old.skuId !== null && item.skuId !== null) return old.skuId === item.skuId;
  const isOneVariation =
    old.variation === null || item.variation === null || old.variation === item.variation;
  return old.name === item.name && isOneVariation;
}

// What tells fewer lines than pieces does not know all of them.
function isCountKnown(old: OrderItem, item: OrderItem): boolean {
  if (old.quantity === null || item.quantity === null) return false;
  const isCounted = (entry: OrderItem) =>
    entry.lineIds.length === 0 || entry.lineIds.length === entry.quantity;
  return isCounted(old) && isCounted(item);
}

function nameOf({ name, variation }: OrderItem): string {
  return variation === null ? name : `${name}, ${variation}`;
}
