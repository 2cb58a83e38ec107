import type { Order, OrderPackage } from '../model/order.ts';
import { stageOf } from '../model/status.ts';
import type { FieldChange } from './db.ts';
import { keyOf } from './entry-key.ts';
import { newestFirst } from './merge-events.ts';

/**
 * An order as a flat table of what can change. Paths: `status`, `amounts.total`, `items/KEY` (a whole entry),
 * `packages/KEY` (without its events) and `packages/KEY/events/KEY`. Keys are URI-encoded.
 */
export function fieldsOf(order: Order): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(order)) {
    if (Array.isArray(value)) addEntries(fields, name, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, leaf] of Object.entries(value)) fields.set(`${stepOf(name)}.${stepOf(inner)}`, leaf);
    } else if (name !== 'stage') fields.set(stepOf(name), value);
  }
  return fields;
}

/** What differs between two states of one order; an absent field is null. */
export function diffOrders(before: Order, after: Order): FieldChange[] {
  const old = fieldsOf(before);
  const fresh = fieldsOf(after);
  const paths = new Set([...old.keys(), ...fresh.keys()]);
  return [...paths].flatMap((path) => {
    const change = { path, old: old.get(path) ?? null, new: fresh.get(path) ?? null };
    return isEqual(change.old, change.new) ? [] : [change];
  });
}

/** The order with some of its fields set to other values; null removes a list's entry. */
export function withFields(order: Order, values: readonly { path: string; value: unknown }[]): Order {
  const changed = structuredClone(order);
  for (const { path, value } of values) setField(changed, path, structuredClone(value));
  changed.timeline.sort(newestFirst);
  changed.stage = stageOf(changed);
  return changed;
}

/** Whether two field values are the same data. */
function isEqual(a: unknown, b: unknown): boolean {
  return (
    a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
  );
}

function addEntries(fields: Map<string, unknown>, name: string, entries: readonly unknown[]): void {
  for (const entry of entries) {
    const path = `${stepOf(name)}/${keyOf(name, entry)}`;
    if (name !== 'packages') {
      fields.set(path, entry);
      continue;
    }
    const { events, ...parcel } = entry as OrderPackage;
    fields.set(path, parcel);
    for (const event of events) fields.set(`${path}/events/${keyOf('events', event)}`, event);
  }
}

// A file can name its own fields as it likes: what separates the steps of a path is encoded in them.
function stepOf(name: string): string {
  return encodeURIComponent(JSON.stringify(name).slice(1, -1)).replaceAll('.', '%2E');
}

function nameOf(step: string): string {
  return JSON.parse(`"${decodeURIComponent(step)}"`) as string;
}

function setField(order: Order, path: string, value: unknown): void {
  const [first = '', key, inner, innerKey] = path.split('/');
  const [list = '', leaf] = first.split('.').map(nameOf);
  if (key === undefined) {
    if (leaf === undefined) Reflect.set(order, list, value);
    else Reflect.set(Reflect.get(order, list) as object, leaf, value);
  } else if (inner !== undefined && innerKey !== undefined) {
    const parcel = order.packages.find((entry) => keyOf(list, entry) === key);
    if (parcel) parcel.events = withEntry(parcel.events, inner, innerKey, value).sort(newestFirst);
  } else {
    const entries = Reflect.get(order, list) as unknown[];
    Reflect.set(order, list, withEntry(entries, list, key, value));
  }
}

function withEntry<T>(entries: readonly T[], list: string, key: string, value: unknown): T[] {
  const index = entries.findIndex((entry) => keyOf(list, entry) === key);
  if (value === null) return entries.filter((_, at) => at !== index);
  const old = entries[index];
  // A parcel's own fields change without its events.
  const fresh =
    list === 'packages'
      ? { ...(value as T), events: (old as OrderPackage | undefined)?.events ?? [] }
      : value;
  return index < 0
    ? [...entries, fresh as T]
    : entries.map((entry, at) => (at === index ? (fresh as T) : entry));
}
