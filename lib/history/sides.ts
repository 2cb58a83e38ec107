import type { Order } from '../model/order.ts';
import type { Said, Stamp } from './stamps.ts';
import type { Strand } from './strands.ts';

/** A record, when its fields were told, and what is kept beside them. */
export interface Side<T extends object = Order> {
  value: T;
  stampAt: (path: string, within?: string) => Stamp;
  strandsAt: (path: string) => readonly Strand[];
}
export type Sides<T extends object = Order> = readonly Side<T>[];

/** What a side says of a field. A file can name one "constructor": what every object inherits is not its value. */
export function saidBy({ value, stampAt }: Side<object>, key: string, path: string): Said {
  return { value: Object.hasOwn(value, key) ? Reflect.get(value, key) : null, stamp: stampAt(path) };
}

/** Fields that all records have stand first, in their order; then the others by name. */
export function keysOf(records: readonly object[]): string[] {
  const lists = records.map((record) => Object.keys(record));
  const isShared = (key: string) => records.every((record) => Object.hasOwn(record, key));
  const rest = new Set(lists.flat().filter((key) => !isShared(key)));
  return [...(lists[0] ?? []).filter(isShared), ...[...rest].sort()];
}
