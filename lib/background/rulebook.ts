import type { History } from '../history/db.ts';
import { changeRuleOverrides } from '../history/rule-overrides.ts';
import type { Handlers } from '../messages/server.ts';

/** Keeps the user's own rules for their shops, all of them. `after` lets what follows from them follow. */
export function rulebookHandlers(
  db: History,
  after: (work: Promise<unknown>) => Promise<null>,
): Pick<Handlers, 'rulebook.setOverrides'> {
  return {
    'rulebook.setOverrides': ({ overrides }) => after(changeRuleOverrides(db, overrides)),
  };
}
