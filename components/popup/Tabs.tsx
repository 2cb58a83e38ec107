import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props<T extends string> {
  label: string;
  /** `count` is said beside the name to who sees it; the header says it in words. */
  tabs: readonly { id: T; name: string; count: number }[];
  value: T;
  onChange: (id: T) => void;
  /** What the chosen tab shows. */
  children: ComponentChildren;
}

/** Tabs over what they show. The arrow keys, Home and End go from one to the next, as in every tab list. */
export function Tabs<T extends string>({ label, tabs, value, onChange, children }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ id }) => id === value);
  const go = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    const next = step === undefined ? undefined : tabs.at(step % tabs.length);
    if (!next) return;
    event.preventDefault();
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={go}>
        {tabs.map(({ id, name, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === value}
            aria-controls="tab-panel"
            tabIndex={id === value ? 0 : -1}
            onClick={() => onChange(id)}
          >
            {name}
            {count > 0 && <em aria-hidden="true">{count.toLocaleString()}</em>}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${value}`}>
        {children}
      </div>
    </>
  );
}
