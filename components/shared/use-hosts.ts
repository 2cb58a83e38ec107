import { grantedHosts } from '../../lib/messages/client-browser.ts';
import { useGranted } from './use-granted.ts';

/** The hosts that are turned on, live; null until the browser has told. */
export function useHosts(): readonly string[] | null {
  return useGranted(grantedHosts);
}
