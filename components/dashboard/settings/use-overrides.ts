import { useState } from 'preact/hooks';
import { readRuleOverrides } from '../../../lib/history/read/rulebook.ts';
import { send } from '../../../lib/messages/client.ts';
import type { RuleOverride } from '../../../lib/model/rule-override.ts';
import { useLive, valueIn } from '../../shared/use-live.ts';
import { reasonOf } from '../../shared/words.ts';

/** The user's own rules, live, and how to change them. */
export interface Overrides {
  all: readonly RuleOverride[];
  /** Why the last change was not saved. */
  failure: string | null;
  /** Puts a rule in the place of the shop's last one of its kind; resolves to whether it was saved. */
  set: (override: RuleOverride) => Promise<boolean>;
  remove: (override: RuleOverride) => Promise<boolean>;
}

const NONE: readonly RuleOverride[] = [];

/** The user's own rules for their shops. */
export function useOverrides(): Overrides {
  const all = valueIn(useLive(readRuleOverrides, [])) ?? NONE;
  const [failure, setFailure] = useState<string | null>(null);
  const save = (overrides: RuleOverride[]) => {
    setFailure(null);
    return send('rulebook.setOverrides', { overrides }).then(
      () => true,
      (error: unknown) => {
        setFailure(reasonOf(error));
        return false;
      },
    );
  };
  const without = ({ kind, accountKey }: RuleOverride) =>
    all.filter((other) => other.kind !== kind || other.accountKey !== accountKey);
  return {
    all,
    failure,
    set: (override) => save([...without(override), override]),
    remove: (override) => save(without(override)),
  };
}
