import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard in a list whose rows go away as they are dealt with: when the row that had the focus is gone,
 * the same button of the row beside it gets it, or the heading where no row is left.
 */
export function useRowFocus(rows: readonly unknown[]) {
  const whole = useRef<HTMLElement>(null);
  const beside = useRef<HTMLElement[]>([]);
  useLayoutEffect(() => {
    const list = whole.current;
    const remember = ({ target }: FocusEvent) => {
      beside.current = target instanceof HTMLButtonElement ? buttonsBeside(target) : [];
    };
    list?.addEventListener('focusin', remember);
    return () => list?.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (beside.current.length === 0 || document.activeElement !== document.body) return;
    const next = beside.current.find((element) => element.isConnected);
    beside.current = [];
    // This is a focus like any other: what stands beside the next row is remembered in turn.
    (next ?? whole.current?.querySelector('h3'))?.focus();
  }, [rows]);
  return whole;
}

/** The row's own button, and those of the same name in the rows after and before it. */
function buttonsBeside(button: HTMLButtonElement): HTMLElement[] {
  const row = button.closest('li');
  if (!row || button.name === '') return [];
  const others = [row.nextElementSibling, row.previousElementSibling].flatMap((other) => [
    ...(other?.querySelectorAll('button') ?? []),
  ]);
  return [button, ...others.filter(({ name }) => name === button.name)];
}
