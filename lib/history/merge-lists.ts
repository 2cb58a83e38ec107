import type { OrderItem, OrderPackage, OrderReturn } from '../model/order.ts';

/**
 * What tells one entry of a list from another, by levels from the surest on: its order lines, its SKU, its name.
 * The first level that it has is what it is told by; the others are how one that knows less is found.
 */
export type Marks = readonly (readonly string[])[];

/** An item is told by its order lines, else by its SKU, else by its name and variation, else by its name. */
export function itemMarks(item: OrderItem): Marks {
  const { lineIds, skuId, name, variation } = item;
  return [
    lineIds.map((line) => `line ${line}`),
    skuId === null ? [] : [`sku ${skuId}`],
    variation === null ? [] : [`variation ${name} ${variation}`],
    [`name ${name}`],
  ];
}

/** A package is told by its unit or its id, else by its tracking number; one without any by nothing. */
export function packageMarks({ id, unitId, trackingNumber }: OrderPackage): Marks {
  const own = [unitId === null ? [] : [`unit ${unitId}`], id === null ? [] : [`id ${id}`]].flat();
  return [own, trackingNumber === null ? [] : [`tracking ${trackingNumber}`], ['package']];
}

/** A return is told by its id. */
export function returnMarks({ id }: OrderReturn): Marks {
  return [[id]];
}

/**
 * Groups the entries that are the same thing. Those that know most are grouped first; one that knows less joins
 * the only group in which it is found. Found in several by what it is told by, it is left out: each of these
 * knows more. In all other cases it stands alone.
 */
export function groupEntries<T>(entries: readonly T[], marksOf: (entry: T) => Marks): T[][] {
  const marked = entries.map((entry) => {
    const marks = marksOf(entry);
    return { entry, marks, rank: marks.findIndex((level) => level.length > 0) };
  });
  const groups: Marked<T>[][] = [];
  for (const rank of [...new Set(marked.map((one) => one.rank))].sort()) {
    const equals = groupEquals(marked.filter((one) => one.rank === rank));
    // All look among those that know more, not among each other.
    const found = equals.map((group) => findHomes(group, rank, groups));
    equals.forEach((group, index) => {
      const { homes, isSure } = found[index] ?? { homes: [], isSure: false };
      if (homes.length === 1) homes[0]?.push(...group);
      else if (homes.length === 0 || !isSure) groups.push(group);
    });
  }
  return groups.map((group) => group.map(({ entry }) => entry));
}

interface Marked<T> {
  entry: T;
  marks: Marks;
  rank: number;
}

/** The groups of entries of one rank that share a mark of it, directly or through others. */
function groupEquals<T>(ones: readonly Marked<T>[]): Marked<T>[][] {
  const byMark = new Map<string, Marked<T>[]>();
  const ownOf = ({ marks, rank }: Marked<T>) => marks[rank] ?? [];
  for (const one of ones) {
    const group = [...new Set(ownOf(one).flatMap((mark) => byMark.get(mark) ?? [])), one];
    for (const mark of group.flatMap(ownOf)) byMark.set(mark, group);
  }
  return [...new Set(byMark.values())];
}

/** Where a group that knows less is found, and whether by what it is told by. What contradicts it is no home. */
function findHomes<T>(
  group: readonly Marked<T>[],
  rank: number,
  groups: readonly Marked<T>[][],
): { homes: Marked<T>[][]; isSure: boolean } {
  const levelOf = (ones: readonly Marked<T>[], level: number) =>
    ones.flatMap(({ marks }) => marks[level] ?? []);
  let open = groups;
  const levels = group[0]?.marks.length ?? 0;
  for (let level = rank; level < levels; level += 1) {
    const wanted = new Set(levelOf(group, level));
    const homes = open.filter((home) => levelOf(home, level).some((mark) => wanted.has(mark)));
    if (homes.length > 0) return { homes, isSure: level === rank };
    if (wanted.size > 0) open = open.filter((home) => levelOf(home, level).length === 0);
  }
  return { homes: [], isSure: false };
}
