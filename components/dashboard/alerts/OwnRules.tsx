import { useState } from 'preact/hooks';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { send } from '../../../lib/messages/client.ts';
import { MAX_OWN_RULES, type OwnRule } from '../../../lib/model/alert.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { useSaving } from '../spending/use-saving.ts';
import { RuleForm } from './RuleForm.tsx';
import { RuleList } from './RuleList.tsx';
import { currenciesOf, rolesOf } from './rule-choices.ts';
import { draftOf, emptyDraft, type RuleDraft } from './rule-draft.ts';
import { TrialResult } from './TrialResult.tsx';
import { type Tried, useDryRun } from './use-dry-run.ts';

interface Props {
  rules: readonly OwnRule[];
  accounts: readonly AccountRow[];
  now: number;
}

/** The user's own rules: switch, change, try and delete them, and the form for another. */
export function OwnRules({ rules, accounts, now }: Props) {
  const [saving, save] = useSaving();
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const { trial, start, stop } = useDryRun();
  const [roles, currencies] = [rolesOf(accounts), currenciesOf(accounts)];
  const [currency = 'USD'] = currencies;
  const store = async (next: OwnRule[], said: string) => {
    const isStored = await save(async () => {
      await send('alerts.setOwnRules', { rules: next });
      return said;
    });
    if (isStored) setDraft(null);
  };
  return (
    <section class="card" aria-label="Your own rules">
      <h3>Your own rules</h3>
      {rules.length === 0 && draft === null && (
        <p class="muted">
          No rule yet. Add one, such as: tell me at once when an order of at least $200 is new.
        </p>
      )}
      <RuleList
        rules={rules}
        onSwitch={(rule) => void store(withRule(rules, rule), rule.isOn ? 'Switched on.' : 'Switched off.')}
        onTry={(rule) => start(triedRule(rule))}
        onEdit={(rule) => setDraft(draftOf(rule, currency))}
        onDelete={({ id }) =>
          void store(
            rules.filter((rule) => rule.id !== id),
            'Deleted.',
          )
        }
      />
      {draft === null && rules.length < MAX_OWN_RULES && (
        <div>
          <Button onClick={() => setDraft(emptyDraft(crypto.randomUUID(), roles[0] ?? 'seller', currency))}>
            New rule
          </Button>
        </div>
      )}
      {draft !== null && (
        <RuleForm
          key={draft.id}
          first={draft}
          roles={roles}
          currencies={currencies}
          isBusy={saving.isBusy}
          onSave={(rule) => void store(withRule(rules, rule), 'Saved.')}
          onTry={(rule) => start(triedRule(rule))}
          onCancel={() => setDraft(null)}
        />
      )}
      <TrialResult trial={trial} what="This rule" onStop={stop} now={now} />
      <p class="said" role="status">
        {saving.said}
      </p>
      {saving.failed !== null && (
        <ErrorNotice
          what="The rules could not be saved"
          why={saving.failed}
          next="Try again. They are as they were."
        />
      )}
    </section>
  );
}

/** Nothing but this rule, whether it is on or not. */
function triedRule(rule: OwnRule): Tried {
  return {
    rulesOf: ({ settings }) => ({ settings, own: [{ ...rule, isOn: true }] }),
    counts: ({ ruleId }) => ruleId === rule.id,
  };
}

function withRule(rules: readonly OwnRule[], rule: OwnRule): OwnRule[] {
  const isKnown = rules.some(({ id }) => id === rule.id);
  return isKnown ? rules.map((other) => (other.id === rule.id ? rule : other)) : [...rules, rule];
}
