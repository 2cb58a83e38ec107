import type { Miss } from './source.ts';

// One order can be odd in a few ways; a payload that is odd in thousands is made to be.
const MAX_KINDS = 100;

/** Collects the misses of one entry, each kind once: a list of 300,000 wrong numbers is one thing to tell. */
export class MissLog {
  readonly #kinds = new Map<string, Miss>();

  add(miss: Miss): void {
    const kind = `${miss.path}|${miss.expected}|${miss.got}`;
    if (this.#kinds.size < MAX_KINDS) this.#kinds.set(kind, miss);
  }

  addAll(misses: Iterable<Miss>): void {
    for (const miss of misses) this.add(miss);
  }

  get size(): number {
    return this.#kinds.size;
  }

  toArray(): Miss[] {
    return [...this.#kinds.values()];
  }
}
