import { emptyOrder } from '../model/order.ts';
import type { ChangeRow, FieldChange, OrderRow } from './db.ts';
import { diffOrders, withFields } from './fields.ts';
import { stampsOf } from './stamps.ts';

/** What a change did to one order. */
export function changesOf(change: ChangeRow, key: string): FieldChange[] {
  return change.updated.find((entry) => entry.key === key)?.fields ?? [];
}

/** Whether later changes told a field anew; scans that were added to a parcel keep the parcel. */
export function isTouched(path: string, key: string, later: readonly ChangeRow[]): boolean {
  return later
    .flatMap((change) => changesOf(change, key))
    .some((field) => field.path === path || field.path.startsWith(`${path}/`));
}

/**
 * What an order was created with and nobody told again, with the values that it has in an empty order. `after` are
 * the changes since, oldest first: they say how the order and its stamps were before them.
 */
export function toldOnce(row: OrderRow, after: readonly ChangeRow[]): { path: string; value: unknown }[] {
  const { order, key } = row;
  const undone = after.toReversed().flatMap((change) => changesOf(change, key));
  const created = withFields(
    order,
    undone.map(({ path, old }) => ({ path, value: old })),
  );
  const told = after[0]?.updated.find((entry) => entry.key === key)?.told;
  const [stampThen, stampNow] = [
    stampsOf(told ? { order: created, told } : { order: created }),
    stampsOf(row),
  ];
  const isRetold = (path: string) => `${stampThen(stampPath(path))}` !== `${stampNow(stampPath(path))}`;
  const once = diffOrders(emptyOrder(order.id, order), created).filter(({ path }) => {
    if (isTouched(path, key, after)) return false;
    return path.startsWith('sources/') || !isRetold(path.includes('/') ? `${path}#` : path);
  });
  const sources = once.filter(({ path }) => path.startsWith('sources/'));
  // Something must have told an order that is there.
  const isSourceless = sources.length === order.sources.length;
  return once
    .filter((field) => !isSourceless || !sources.includes(field))
    .map(({ path, old }) => ({ path, value: old }));
}

/** The path under which the time of a field is stamped: some are stamped together. */
export function stampPath(path: string): string {
  if (path === 'statusLabel') return 'status';
  return path === 'isDateInferred' ? 'placedAt' : path;
}
