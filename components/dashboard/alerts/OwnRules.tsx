import { useState } from 'preact/hooks';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { MAX_OWN_RULES, type OwnRule } from '../../../lib/model/alert.ts';
import { Button } from '../../shared/Button.tsx';
import { useFocusBack } from '../../shared/use-form-focus.ts';
import { ActionResult } from './ActionResult.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleList } from './RuleList.tsx';
import { currenciesOf, rolesOf } from './rule-choices.ts';
import { draftOf, emptyDraft, type RuleDraft } from './rule-draft.ts';
import { TrialResult } from './TrialResult.tsx';
import { type Tried, useDryRun } from './use-dry-run.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useStoredRules } from './use-stored-rules.ts';

interface Props {
  rules: readonly OwnRule[];
  accounts: readonly AccountRow[];
  now: number;
}

const FAILED = { what: 'The rules could not be saved', next: 'Try again. They are as they were.' };

/** The user's own rules: switch, change, try and delete them, and the form for another. */
export function OwnRules({ rules, accounts, now }: Props) {
  const { saving, deleted, put, remove } = useStoredRules();
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const { tryOut, resultOf } = useTrial(now);
  const whole = useRowFocus(rules);
  const opener = useFocusBack(draft !== null);
  const [roles, currencies] = [rolesOf(accounts), currenciesOf(accounts)];
  const [currency = 'USD'] = currencies;
  const keep = async (rule: OwnRule) => {
    if (await put(rule, 'Saved.')) setDraft(null);
  };
  return (
    <section class="card" aria-label="Your own rules" ref={whole}>
      <h3 tabIndex={-1}>Your own rules</h3>
      {rules.length === 0 && draft === null && <NoRule />}
      <RuleList
        rules={rules}
        resultOf={({ id }) => draft?.id !== id && resultOf(id)}
        onSwitch={(rule) => void put(rule, rule.isOn ? 'Switched on.' : 'Switched off.')}
        onTry={tryOut}
        onEdit={(rule) => setDraft(draftOf(rule, currency))}
        onDelete={(rule) => void remove(rule)}
      />
      {draft === null && rules.length < MAX_OWN_RULES && (
        <Button
          ref={opener}
          onClick={() => setDraft(emptyDraft(crypto.randomUUID(), roles[0] ?? 'seller', currency))}
        >
          New rule
        </Button>
      )}
      {draft !== null && (
        <RuleForm
          key={draft.id}
          first={draft}
          roles={roles}
          currencies={currencies}
          isBusy={saving.isBusy}
          onSave={(rule) => void keep(rule)}
          onTry={tryOut}
          onCancel={() => setDraft(null)}
        >
          {resultOf(draft.id)}
        </RuleForm>
      )}
      <ActionResult {...FAILED} saving={saving} undo={deleted && (() => void put(deleted, 'It is back.'))} />
    </section>
  );
}

function NoRule() {
  return (
    <p class="muted">
      No rule yet. Make one, such as: tell me at once when an order of at least $200 is new.
    </p>
  );
}

/** Tries one rule at a time; `resultOf` shows what came of it beside that rule. */
function useTrial(now: number) {
  const [triedId, setTriedId] = useState<string | null>(null);
  const { trial, start, stop } = useDryRun();
  const tryOut = (rule: OwnRule) => {
    setTriedId(rule.id);
    start(triedRule(rule));
  };
  const resultOf = (id: string) =>
    triedId === id && <TrialResult trial={trial} what="This rule" onStop={stop} now={now} />;
  return { tryOut, resultOf };
}

/** Nothing but this rule, whether it is on or not. */
function triedRule(rule: OwnRule): Tried {
  return {
    rulesOf: ({ settings }) => ({ settings, own: [{ ...rule, isOn: true }] }),
    counts: ({ ruleId }) => ruleId === rule.id,
  };
}
