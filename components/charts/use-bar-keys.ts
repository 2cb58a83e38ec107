import { useRef, useState } from 'preact/hooks';

/** What one bar needs to be reached by keys. */
interface BarKeys {
  tabIndex: 0 | -1;
  ref: (element: SVGGElement | null) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One stop for the Tab key among all bars; arrows, Home and End walk from there. */
export function useBarKeys(
  bars: readonly { id: string }[],
  selected: string | null,
): (id: string) => BarKeys {
  const elements = useRef(new Map<string, SVGGElement>());
  const [focused, setFocused] = useState<string | null>(null);
  const ids = bars.map((bar) => bar.id);
  const stop = [focused, selected].find((id) => id !== null && ids.includes(id)) ?? ids.at(-1);
  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    setFocused(id);
    elements.current.get(id)?.focus();
  };
  return (id) => ({
    tabIndex: id === stop ? 0 : -1,
    ref: (element) => {
      if (element) elements.current.set(id, element);
      else elements.current.delete(id);
    },
    onKeyDown: (event) => {
      const at = ids.indexOf(id);
      const goals: Record<string, string | undefined> = {
        ArrowLeft: ids[at - 1],
        ArrowRight: ids[at + 1],
        Home: ids[0],
        End: ids.at(-1),
      };
      if (!Object.hasOwn(goals, event.key)) return;
      event.preventDefault();
      goTo(goals[event.key]);
    },
  });
}
