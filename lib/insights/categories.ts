import type { Order } from '../model/order.ts';
import type { CategoryRule } from '../model/spending.ts';

/** The category of an order that no rule fits. */
export const OTHER_CATEGORY = 'Other';

/**
 * Tells the category of an order: of the first rule that fits it. Case and width of letters make no difference;
 * a word fits the start of a word in a product's name ("mug" fits "Mugs", not "smuggler").
 */
export function categorizer(rules: readonly CategoryRule[]): (order: Order) => string {
  const compiled = rules.map((rule) => ({ ...rule, fits: fitterOf(rule) }));
  return (order) => {
    const seller = plainName(order.counterparty ?? '');
    const names = compiled.length > 0 ? order.items.map((item) => plainName(item.name)) : [];
    return compiled.find(({ fits }) => fits(seller, names))?.category ?? OTHER_CATEGORY;
  };
}

function fitterOf({ by, text }: CategoryRule): (seller: string, names: readonly string[]) => boolean {
  const wanted = plainName(text);
  if (wanted === '') return () => false;
  if (by === 'seller') return (seller) => seller === wanted;
  return (_seller, names) => names.some((name) => hasWord(name, wanted));
}

// Scripts that put spaces between words; in the others a word may start anywhere.
const INSIDE_WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;

function hasWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    const isStart = at === 0 || !INSIDE_WORD.test(name[at - 1] ?? '') || !INSIDE_WORD.test(word[0] ?? '');
    if (isStart) return true;
  }
  return false;
}

/** A shop's or product's name for comparing: case, width of letters and spaces around it make no difference. */
export function plainName(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
