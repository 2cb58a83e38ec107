import type { AlertKind, AlertSeverity } from '../model/alert.ts';
import { DAY_MS } from '../model/time.ts';
import { type Matter, matter, type Stage } from './matter.ts';

/** What a capture has to tell of a matter. */
export interface News {
  matter: Matter;
  stage: Stage;
}

/** How long a piece of news that nothing else ends is of use. */
export const NEWS_MS = 3 * DAY_MS;

interface Said {
  name: string;
  at: number;
  title: string;
  severity?: AlertSeverity;
}

/** News about a topic: what is said of it, and what its alert carries besides. */
export function newsOf(
  kind: AlertKind,
  topic: string,
  { severity = 'normal', ...stage }: Said,
  fields: Partial<Matter> = {},
): News {
  return { matter: matter(kind, topic, fields), stage: { ...stage, severity } };
}
