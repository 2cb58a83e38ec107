export type Path = readonly (string | number)[];

/** A place in a payload and what stands there. */
export interface Place {
  path: Path;
  value: unknown;
}

/** Every place of a payload below its root, objects and lists included. */
export function placesOf(value: unknown, path: Path = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => [
    { path: [...path, key], value: inner },
    ...placesOf(inner, [...path, key]),
  ]);
}

/** A copy of a payload in which something was done to the holder of a place. */
export function changed(
  root: unknown,
  path: Path,
  change: (holder: Record<string, unknown>, key: string) => void,
): unknown {
  const copy: unknown = structuredClone(root);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], copy);
  change(holder as Record<string, unknown>, String(path.at(-1)));
  return copy;
}

function remove(holder: Record<string, unknown>, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function otherType(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? 'was an object' : { odd: 1 };
}

function tenTimes(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from({ length: 10 }, () => value).flat();
  if (typeof value === 'string') return value.repeat(10);
  return typeof value === 'number' ? value * 1e10 : value;
}

/** What a release of TikTok may do to a field. */
export const DRIFTS: Record<string, (root: unknown, place: Place) => unknown> = {
  removed: (root, { path }) => changed(root, path, remove),
  renamed: (root, { path, value }) =>
    changed(root, path, (holder, key) => {
      remove(holder, key);
      if (!Array.isArray(holder)) holder[`${key}_v2`] = value;
    }),
  null: (root, { path }) =>
    changed(root, path, (holder, key) => {
      holder[key] = null;
    }),
  'of another type': (root, { path, value }) =>
    changed(root, path, (holder, key) => {
      holder[key] = otherType(value);
    }),
  'joined by another': (root, { path, value }) =>
    changed(root, path, (holder, key) => {
      if (Array.isArray(holder)) holder.push(otherType(value));
      else holder[`extra_${key}`] = value;
    }),
  'ten times as long': (root, { path, value }) =>
    changed(root, path, (holder, key) => {
      holder[key] = tenTimes(value);
    }),
};
