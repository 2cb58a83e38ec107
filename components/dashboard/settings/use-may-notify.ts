import { useLayoutEffect, useState } from 'preact/hooks';
import { mayNotify, onPermissionsChanged } from '../../../lib/messages/client-browser.ts';

/** Whether the browser allows notifications, live; null until it has told. */
export function useMayNotify(): boolean | null {
  const [may, setMay] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const now = await mayNotify();
      if (!stop.signal.aborted) setMay(now);
    };
    void read();
    onPermissionsChanged(() => void read(), stop.signal);
    return () => stop.abort();
  }, []);
  return may;
}
