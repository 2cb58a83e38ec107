import { newestOf, type Said, STRAND_MARK, type Stamp, type Told } from './stamps.ts';

/**
 * A value beside others of the same path that don't compete with it by time alone: what a page says of a status
 * beside what a file says, an amount in one currency beside one in another, a time within another minute. One that
 * doesn't count now may count again, so it is kept: only so does the order in which sources come not matter.
 */
export interface Strand extends Said {
  kind: string | number | null;
}

/** Keeps strands among the stamps, as `PATH@[kind, value]`, URI-encoded. */
export function keepStrands(stamps: Map<string, Stamp>, path: string, strands: readonly Strand[]): void {
  for (const { kind, value, stamp } of strands) {
    stamps.set(`${path}${STRAND_MARK}${encodeURIComponent(JSON.stringify([kind, value]))}`, stamp);
  }
}

/** Finds the strands that are kept of a path. */
export function strandsOf({ told }: Told): (path: string) => readonly Strand[] {
  const byPath = new Map<string, Strand[]>();
  for (const [key, stamp] of Object.entries(told ?? {})) {
    if (!key.includes(STRAND_MARK)) continue;
    const [path, strand] = readStrand(key, stamp);
    if (strand) byPath.set(path, [...(byPath.get(path) ?? []), strand]);
  }
  return (path) => byPath.get(path) ?? [];
}

/** The newest of each kind. */
export function newestOfEach(strands: readonly Strand[]): Strand[] {
  return [...Map.groupBy(strands, ({ kind }) => kind)].map(([kind, same]) => ({ ...newestOf(same), kind }));
}

// A file can name a field of its own as a strand is named.
function readStrand(key: string, stamp: Stamp): [path: string, strand: Strand | null] {
  const at = key.lastIndexOf(STRAND_MARK);
  try {
    const [kind, value] = JSON.parse(decodeURIComponent(key.slice(at + 1))) as [Strand['kind'], unknown];
    return [key.slice(0, at), { kind, value, stamp }];
  } catch {
    return [key, null];
  }
}
