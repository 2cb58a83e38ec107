import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ROW_PX } from './use-virtual-rows.ts';

/** Which row the keyboard is on. `move` goes to another one and takes the focus along. */
export function useRowFocus(scroller: RefObject<HTMLElement | null>, focusCall: number) {
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (focusCall > 0) focusRow(scroller.current, active);
  }, [focusCall]);
  useLayoutEffect(() => {
    if (wantsFocus.current) focusRow(scroller.current, active);
    wantsFocus.current = false;
  }, [active]);
  const move = (index: number) => {
    wantsFocus.current = true;
    setActive(index);
  };
  return { active, setActive, move };
}

/** Where a key leads from a row, or null when it leads nowhere. */
export function targetOf(key: string, active: number, count: number, viewPx: number): number | null {
  const perPage = Math.max(1, Math.floor(viewPx / ROW_PX) - 2);
  const targets: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + perPage,
    PageUp: active - perPage,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target));
}

function focusRow(scroller: HTMLElement | null, index: number): void {
  scroller
    ?.querySelector<HTMLElement>(`tbody [aria-rowindex="${index + 2}"]`)
    ?.focus({ preventScroll: true });
}
