import type * as z from 'zod/mini';
import type { Miss } from './source.ts';

type Path = readonly PropertyKey[];

/**
 * Parses what it can: a field of the wrong type is left out and reported, the rest is kept.
 * The value is undefined only when a field that the schema cannot do without is wrong.
 */
export function parseTolerant<T extends z.ZodMiniType>(
  schema: T,
  input: unknown,
  root: string,
): { value: z.output<T> | undefined; misses: Miss[] } {
  const first = schema.safeParse(input);
  if (first.success) return { value: first.data, misses: [] };
  const misses: Miss[] = [];
  const repaired = structuredClone(input);
  let issues = first.error.issues;
  // A wrong field goes first; where the schema can't do without it, the entry that should have held it goes next.
  for (let round = 0; round < 4; round += 1) {
    for (const issue of deepestFirst(issues)) {
      misses.push(missOf(root, issue, repaired));
      if (!removeAt(repaired, issue.path)) return { value: undefined, misses };
    }
    const next = schema.safeParse(repaired);
    if (next.success) return { value: next.data, misses };
    issues = next.error.issues;
  }
  return { value: undefined, misses };
}

/** The type of a value as a drift report names it. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'absent';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A path without values: indexes become `[]`, keys that are no plain identifiers (ids, names) become `*`. */
export function pathName(root: string, path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[]`;
    const key = /^[A-Za-z_][A-Za-z0-9_]{0,47}$/.test(String(step)) ? String(step) : '*';
    return name === '' ? key : `${name}.${key}`;
  }, root);
}

// Later list entries go first, so that removing one does not move another that is still to be removed.
function deepestFirst<T extends { path: Path }>(issues: readonly T[]): T[] {
  return [...issues].reverse();
}

function missOf(
  root: string,
  issue: { path: Path; code?: string; expected?: unknown },
  value: unknown,
): Miss {
  const expected = typeof issue.expected === 'string' ? issue.expected : (issue.code ?? 'other');
  return { path: pathName(root, issue.path), expected, got: typeName(valueAt(value, issue.path)) };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? Reflect.get(inner, step)
        : undefined,
    value,
  );
}

function removeAt(value: unknown, path: Path): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  const step = path.at(-1);
  if (step === undefined) return false;
  if (typeof parent !== 'object' || parent === null) return true;
  if (!Object.hasOwn(parent, step)) return removeAt(value, path.slice(0, -1));
  if (Array.isArray(parent) && typeof step === 'number') parent.splice(step, 1);
  else Reflect.deleteProperty(parent, step);
  return true;
}
