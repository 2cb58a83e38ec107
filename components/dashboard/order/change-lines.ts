import type { FieldChange } from '../../../lib/history/read/rows.ts';
import type { Order, OrderItem, OrderPackage, OrderReturn } from '../../../lib/model/order.ts';
import { fieldName, fieldValue, returnName } from './field-words.ts';

/** A change in words: what changed, from what, to what. Null is no value: an entry that joined or left a list. */
export interface ChangeLine {
  name: string;
  old: string | null;
  fresh: string | null;
}

const PARTS: Record<string, string> = {
  unitPrice: 'price',
  sellerSku: 'SKU',
  productId: 'product id',
  skuId: 'SKU id',
  lineIds: 'lines',
  unitId: 'unit id',
  trackingNumber: 'tracking number',
  etaAt: 'expected',
  isReturn: 'goes back',
  type: 'kind',
  openedAt: 'opened',
  respondByAt: 'answer by',
  closedAt: 'closed',
};

/** A changed field in words; of an entry of a list, each part of it that differs. */
export function changeLines({ path, old, new: fresh }: FieldChange, order: Order, now: number): ChangeLine[] {
  const name = fieldName(path, order.role);
  const words = (value: unknown) => fieldValue(path, value, order, now);
  if (!path.includes('/')) return [{ name, old: words(old), fresh: words(fresh) }];
  if (old === null) return [{ name: `${name} added`, old: null, fresh: words(fresh) }];
  if (fresh === null) return [{ name: `${name} removed`, old: words(old), fresh: null }];
  const parts = partLines(path, old, fresh, (part, value) => fieldValue(part, value, order, now), name);
  return parts.length > 0 ? parts : [{ name, old: words(old), fresh: words(fresh) }];
}

function partLines(
  path: string,
  old: unknown,
  fresh: unknown,
  say: (path: string, value: unknown) => string,
  name: string,
): ChangeLine[] {
  const [list = ''] = path.split('/');
  const [before, after] = [partsOf(old), partsOf(fresh)];
  const what = entryName(list, fresh) ?? name;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((part) => ({ part, values: [before[part] ?? null, after[part] ?? null] as const }))
    .filter(({ values: [a, b] }) => JSON.stringify(a) !== JSON.stringify(b))
    .map(({ part, values: [a, b] }) => {
      // With a dot: a part that nobody told is "unknown", where a missing entry is "none".
      const [partPath, partName] = [`${list}.${part}`, PARTS[part] ?? part];
      return { name: `${what}: ${partName}`, old: say(partPath, a), fresh: say(partPath, b) };
    });
}

function partsOf(entry: unknown): Record<string, unknown> {
  return typeof entry === 'object' && entry !== null ? { ...entry } : {};
}

// The list tells the shape of its entries, as `fieldsOf` writes them.
function entryName(list: string, entry: unknown): string | null {
  if (list === 'items') return (entry as OrderItem).name;
  if (list === 'returns') return returnName(entry as OrderReturn);
  if (list !== 'packages') return null;
  const { trackingNumber, carrier } = entry as OrderPackage;
  return trackingNumber === null && carrier === null
    ? null
    : ['Package', carrier, trackingNumber].filter(Boolean).join(' ');
}
