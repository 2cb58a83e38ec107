import type * as z from 'zod/mini';
import { pathName } from './tolerant.ts';

/** The leaf fields of a payload, as value-free paths: those a schema reads, and those it passes by. */
export interface FieldCensus {
  understood: Set<string>;
  unread: Set<string>;
}

interface Def {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
}

const MAX_CENSUS_DEPTH = 24;

/** Counts which leaf fields of a value a schema knows. */
export function takeCensus(schema: z.ZodMiniType, value: unknown, root = ''): FieldCensus {
  const census: FieldCensus = { understood: new Set(), unread: new Set() };
  visit(census, schema, value, root, 0);
  return census;
}

function visit(
  census: FieldCensus,
  schema: z.ZodMiniType | undefined,
  value: unknown,
  path: string,
  depth: number,
): void {
  if (typeof value !== 'object' || value === null || depth > MAX_CENSUS_DEPTH) {
    (schema ? census.understood : census.unread).add(path);
    return;
  }
  const def = definitionFor(schema, value);
  if (Array.isArray(value)) {
    for (const entry of value) visit(census, def?.element, entry, `${path}[]`, depth + 1);
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    const inner = def?.shape ? ownValue(def.shape, key) : def?.valueType;
    visit(census, inner, entry, pathName(path, [key]), depth + 1);
  }
}

/** The definition behind optional, nullable and default wrappers; of a union, the branch that fits the value. */
function definitionFor(schema: z.ZodMiniType | undefined, value: unknown): Def | undefined {
  let def = schema?._zod.def as Def | undefined;
  while (def?.innerType) def = def.innerType._zod.def as Def;
  if (!def?.options) return def;
  const wanted = Array.isArray(value) ? 'array' : 'object';
  return def.options.map((option) => definitionFor(option, value)).find((option) => option?.type === wanted);
}

function ownValue<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
