import { useState } from 'preact/hooks';

/** Which of some things are chosen; what is there no more is not chosen either. */
export interface Selection {
  ids: readonly string[];
  has(id: string): boolean;
  set(ids: readonly string[], isChosen: boolean): void;
  clear(): void;
}

/** Chooses among things by their ids. */
export function useSelection(all: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = chosen.size === 0 ? [] : all.filter((id) => chosen.has(id));
  return {
    ids,
    has: (id) => chosen.has(id),
    set: (some, isChosen) => {
      const next = new Set(ids);
      for (const id of some) isChosen ? next.add(id) : next.delete(id);
      setChosen(next);
    },
    clear: () => setChosen(new Set()),
  };
}
