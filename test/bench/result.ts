/** One measured figure. `bound` is what it must keep, or "" where it is only told. */
export interface Result {
  name: string;
  value: number;
  unit: string;
  bound: string;
  ok: boolean;
}

/** A figure that must not be above its bound. */
export function atMost(name: string, value: number, unit: string, max: number): Result {
  return { name, value: rounded(value), unit, bound: `<= ${max}`, ok: value <= max };
}

/** A figure that must not be below its bound. */
export function atLeast(name: string, value: number, unit: string, min: number): Result {
  return { name, value: rounded(value), unit, bound: `>= ${min}`, ok: value >= min };
}

/** A figure that has no bound: machines differ. */
export function told(name: string, value: number, unit: string): Result {
  return { name, value: rounded(value), unit, bound: '', ok: true };
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length % 2 === 0 ? middle - 1 : middle],
    sorted[middle],
  ];
  return (low + high) / 2;
}

/** The results as a table for people. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.ok ? 'ok' : 'OVER',
    result.name,
    String(result.value),
    result.unit,
    result.bound,
  ]);
  const all = [['', 'name', 'value', 'unit', 'bound'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
