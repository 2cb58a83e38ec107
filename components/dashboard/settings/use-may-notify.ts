import { mayNotify } from '../../../lib/messages/client-browser.ts';
import { useGranted } from '../../shared/use-granted.ts';

/** Whether the browser allows notifications, live; null until it has told. */
export function useMayNotify(): boolean | null {
  return useGranted(mayNotify);
}
