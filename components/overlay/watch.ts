/** A view that follows the page under it. */
export interface PageView {
  /** Looks at the page as it is now. */
  look(): void;
  readSoon(): void;
  /** Called every `tickMs`. */
  tick(): void;
  /** Takes everything out of the page, for good. */
  stop(): void;
}

interface WatchOptions {
  signal: AbortSignal;
  tickMs: number;
  /** The attributes that tell what the page shows. */
  attributes: string[];
}

/** Lets a view follow the page until the signal: one look before the next paint for any number of changes. */
export function watchPage(view: PageView, { signal, tickMs, attributes }: WatchOptions): void {
  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      if (!signal.aborted) view.look();
    });
  };
  const observer = new MutationObserver(schedule);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    // A page may put another order into the row that it has.
    characterData: true,
    attributeFilter: attributes,
  });
  const timer = setInterval(() => view.tick(), tickMs);
  window.addEventListener('resize', schedule, { signal });
  // Back from Settings, the overlay may be wanted again.
  document.addEventListener('visibilitychange', () => document.hidden || view.readSoon(), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(timer);
    view.stop();
  });
  schedule();
}
