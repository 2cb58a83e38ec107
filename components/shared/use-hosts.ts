import { useLayoutEffect, useState } from 'preact/hooks';
import { grantedHosts, onPermissionsChanged } from '../../lib/messages/client-browser.ts';

/** The hosts that are turned on, live; null until the browser has told. */
export function useHosts(): readonly string[] | null {
  const [hosts, setHosts] = useState<readonly string[] | null>(null);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const granted = await grantedHosts();
      if (!stop.signal.aborted) setHosts(granted);
    };
    void read();
    onPermissionsChanged(() => void read(), stop.signal);
    return () => stop.abort();
  }, []);
  return hosts;
}
