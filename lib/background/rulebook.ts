import type { History } from '../history/db.ts';
import { RULE_OVERRIDES_KEY } from '../history/read/rulebook.ts';
import type { Handlers } from '../messages/server.ts';

/** Keeps the user's own rules for their shops, all of them. `after` lets what follows from them follow. */
export function rulebookHandlers(
  db: History,
  after: (work: Promise<unknown>) => Promise<null>,
): Pick<Handlers, 'rulebook.setOverrides'> {
  return {
    'rulebook.setOverrides': ({ overrides }) =>
      after(db.meta.put({ key: RULE_OVERRIDES_KEY, value: overrides })),
  };
}
