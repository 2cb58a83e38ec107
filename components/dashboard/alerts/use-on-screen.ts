import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Calls back once something has stood on screen for so long, in a tab that is looked at. */
export function useOnScreen(ref: RefObject<Element | null>, ms: number, onSeen: (() => void) | null): void {
  const call = useRef(onSeen);
  call.current = onSeen;
  const isWatched = onSeen !== null;
  useEffect(() => {
    const element = ref.current;
    if (!isWatched || !element) return;
    let [isOnScreen, timer] = [false, 0];
    const update = () => {
      clearTimeout(timer);
      if (isOnScreen && document.visibilityState === 'visible')
        timer = window.setTimeout(() => call.current?.(), ms);
    };
    const observer = new IntersectionObserver((entries) => {
      isOnScreen = entries.at(-1)?.isIntersecting === true;
      update();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', update);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
    };
  }, [isWatched, ms, ref]);
}
