import type { OrderItem } from '../model/order.ts';
import type { Side, Sides } from './sides.ts';
import { newestOf, type Stamp } from './stamps.ts';
import { keepStrands, type Strand } from './strands.ts';

/** The fields of an item that depend on how many of its order lines a source knows. */
export const BY_LINES: ReadonlySet<string> = new Set(['lineIds', 'quantity', 'total']);

/** Sets them: all lines that anybody told, and of quantity and total what those said who knew most lines. */
export function countLines(
  item: OrderItem,
  members: Sides<OrderItem>,
  stamps: Map<string, Stamp>,
): OrderItem {
  const merged = { ...item, lineIds: mergeLines(members, stamps) };
  for (const field of ['quantity', 'total'] as const) {
    const told = members.flatMap((member) => countsOf(member, field));
    const most = Math.max(...told.map(({ kind }) => Number(kind)));
    const best = told.filter(({ kind }) => kind === most);
    const said = best.length > 0 ? newestOf(best) : null;
    merged[field] = (said?.value ?? null) as number | null;
    if (said) stamps.set(field, said.stamp);
    if (said && most !== merged.lineIds.length) keepStrands(stamps, field, [{ ...said, kind: most }]);
  }
  return merged;
}

function countsOf(
  { value, stampAt, strandsAt }: Side<OrderItem>,
  field: 'quantity' | 'total',
): readonly Strand[] {
  const kept = strandsAt(field);
  if (kept.length > 0) return kept;
  if (value[field] === null) return [];
  return [{ kind: value.lineIds.length, value: value[field], stamp: stampAt(field) }];
}

// As the newest source that knows all of them has them; sorted where none does.
function mergeLines(members: Sides<OrderItem>, stamps: Map<string, Stamp>): string[] {
  const all = new Set(members.flatMap(({ value }) => value.lineIds));
  const saids = members.map(({ value, stampAt }) => ({ value: value.lineIds, stamp: stampAt('lineIds') }));
  const whole = saids.filter(({ value }) => value.length === all.size);
  const said = newestOf(whole.length > 0 ? whole : saids);
  if (all.size > 0) stamps.set('lineIds', said.stamp);
  return whole.length > 0 ? (said.value as string[]) : [...all].sort();
}
