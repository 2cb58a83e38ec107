import { readdirSync, readFileSync } from 'node:fs';

/** The memory of the extension's own processes below this one: its pages, their workers and the background. */
export function extensionBytes(): number {
  return ownProcesses()
    .filter((id) => /--extension-process/.test(read(`/proc/${id}/cmdline`)))
    .reduce((sum, id) => sum + residentBytes(id), 0);
}

/** Samples it until it is stopped; `stop` returns the most that was seen. */
export function watchMemory(everyMs = 50): { stop(): number } {
  let most = extensionBytes();
  const timer = setInterval(() => {
    most = Math.max(most, extensionBytes());
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return Math.max(most, extensionBytes());
    },
  };
}

/** Everything that this process started, and what those started. */
function ownProcesses(): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /^PPid:\s*(\d+)$/m.exec(read(`/proc/${name}/status`))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isOwn = (id: number | undefined): boolean =>
    id !== undefined && (id === process.pid || isOwn(parents.get(id)));
  return [...parents.keys()].filter(isOwn);
}

/** What of a process lies in memory and is not shared with others (libraries are). */
function residentBytes(id: number): number {
  const rollup = read(`/proc/${id}/smaps_rollup`);
  const sizes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s*(\d+) kB$/gm)];
  return sizes.reduce((sum, [, size]) => sum + Number(size) * 1024, 0);
}

/** A process can end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
