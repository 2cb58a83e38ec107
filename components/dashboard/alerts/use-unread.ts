import { useEffect, useRef, useState } from 'preact/hooks';
import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import { send } from '../../../lib/messages/client.ts';
import { reasonOf } from '../../shared/words.ts';
import { isUnread } from './past-words.ts';

// As many as one command carries.
const BATCH = 1000;

/**
 * Marks the alerts that are shown as read. `wasUnread` tells which of them were not when they came into view: they
 * keep their mark for as long as the list is looked at.
 */
export function useUnread(alerts: readonly AlertRow[]): {
  wasUnread: (id: string) => boolean;
  failure: string | null;
} {
  const seen = useRef<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<string | null>(null);
  const fresh = alerts.filter((alert) => isUnread(alert) && !seen.current.has(alert.id)).map(({ id }) => id);
  seen.current = new Set([...seen.current, ...fresh]);
  useEffect(() => {
    if (fresh.length === 0) return;
    const parts = Array.from({ length: Math.ceil(fresh.length / BATCH) }, (_, index) =>
      fresh.slice(index * BATCH, (index + 1) * BATCH),
    );
    Promise.all(parts.map((ids) => send('alerts.mark', { ids, as: 'read' }))).catch((error: unknown) =>
      setFailure(reasonOf(error)),
    );
  }, [alerts]);
  return { wasUnread: (id) => seen.current.has(id), failure };
}
