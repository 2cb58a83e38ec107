import { useLayoutEffect, useState } from 'preact/hooks';
import { onPermissionsChanged } from '../../lib/messages/client-browser.ts';

/** What the browser has allowed, live, as `read` asks it; null until it has told. `read` must stay the same. */
export function useGranted<T>(read: () => Promise<T>): T | null {
  const [granted, setGranted] = useState<T | null>(null);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const update = async () => {
      const now = await read();
      if (!stop.signal.aborted) setGranted(() => now);
    };
    void update();
    onPermissionsChanged(() => void update(), stop.signal);
    return () => stop.abort();
  }, [read]);
  return granted;
}
