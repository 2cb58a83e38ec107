import { useState } from 'preact/hooks';
import { readAlertRules } from '../../../lib/history/read/alert-settings.ts';
import { readingHistory } from '../../../lib/history/read/live.ts';
import { send } from '../../../lib/messages/client.ts';
import type { OwnRule } from '../../../lib/model/alert.ts';
import { useSaving } from '../spending/use-saving.ts';

/** Stores rules, each change upon what is stored by then. `deleted` is what was deleted last, to be taken back. */
export function useStoredRules() {
  const [saving, save] = useSaving();
  const [deleted, setDeleted] = useState<OwnRule | null>(null);
  const store = (change: (rules: readonly OwnRule[]) => OwnRule[], said: string) => {
    setDeleted(null);
    return save(async () => {
      const { own } = await readAlertRules(readingHistory());
      await send('alerts.setOwnRules', { rules: change(own) });
      return said;
    });
  };
  const put = (rule: OwnRule, said: string) => store((rules) => withRule(rules, rule), said);
  const remove = async (rule: OwnRule) => {
    const isStored = await store((rules) => rules.filter(({ id }) => id !== rule.id), 'Deleted.');
    if (isStored) setDeleted(rule);
  };
  return { saving, deleted, put, remove };
}

function withRule(rules: readonly OwnRule[], rule: OwnRule): OwnRule[] {
  const isKnown = rules.some(({ id }) => id === rule.id);
  return isKnown ? rules.map((other) => (other.id === rule.id ? rule : other)) : [...rules, rule];
}
