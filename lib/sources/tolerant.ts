import type * as z from 'zod/mini';
import { MissLog } from './misses.ts';
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
  const whole = tryParse(schema, input);
  if (whole?.success) return { value: whole.data, misses: [] };
  const log = new MissLog();
  const repaired = structuredClone(input);
  if (!whole) log.addAll(trimLists(repaired, root));
  const first = whole ?? schema.safeParse(repaired);
  if (first.success) return { value: first.data, misses: log.toArray() };
  let issues = first.error.issues;
  // A wrong field goes first; where the schema can't do without it, the entry that should have held it goes next.
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const issue of issues) log.add(missOf(root, issue, repaired));
    if (!removeAll(repaired, issues)) break;
    const next = schema.safeParse(repaired);
    if (next.success) return { value: next.data, misses: log.toArray() };
    issues = next.error.issues;
  }
  return { value: undefined, misses: log.toArray() };
}

const MAX_ROUNDS = 6;
const MAX_LIST = 5000;

// The schema library passes all faults as arguments: with a hundred thousand of them it runs out of stack.
function tryParse<T extends z.ZodMiniType>(schema: T, input: unknown) {
  try {
    return schema.safeParse(input);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Cuts lists that are longer than any real one, and tells which. */
function trimLists(value: unknown, path: string): Miss[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? value : Object.values(value);
  const own =
    entries.length > MAX_LIST ? [{ path, expected: `at most ${MAX_LIST} entries`, got: 'more' }] : [];
  if (Array.isArray(value) && value.length > MAX_LIST) value.length = MAX_LIST;
  const inner = Array.isArray(value)
    ? value.map((entry) => trimLists(entry, `${path}[]`))
    : Object.entries(value).map(([key, entry]) => trimLists(entry, pathName(path, [key])));
  return [...own, ...inner.flat()];
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

const REMOVED = Symbol('removed');

/** Takes every place that an issue names out of the value; false when the whole value would have to go. */
function removeAll(value: unknown, issues: readonly { path: Path }[]): boolean {
  const lists = new Set<unknown[]>();
  const isKept = issues.every((issue) => markRemoved(value, issue.path, lists));
  // Entries go out of a list at the end: indexes of later issues still count from its beginning.
  for (const list of lists) compact(list);
  return isKept;
}

function markRemoved(value: unknown, path: Path, lists: Set<unknown[]>): boolean {
  const step = path.at(-1);
  if (step === undefined) return false;
  const parent = valueAt(value, path.slice(0, -1));
  // What held the place is gone already.
  if (typeof parent !== 'object' || parent === null) return true;
  if (!Object.hasOwn(parent, step)) return markRemoved(value, path.slice(0, -1), lists);
  if (Array.isArray(parent)) {
    Reflect.set(parent, step, REMOVED);
    lists.add(parent);
  } else Reflect.deleteProperty(parent, step);
  return true;
}

function compact(list: unknown[]): void {
  let kept = 0;
  for (const entry of list) if (entry !== REMOVED) list[kept++] = entry;
  list.length = kept;
}
