import { useState } from 'preact/hooks';
import { readAlertRules } from '../../../lib/history/read/alert-settings.ts';
import { readingHistory } from '../../../lib/history/read/live.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { send } from '../../../lib/messages/client.ts';
import { MAX_OWN_RULES, type OwnRule } from '../../../lib/model/alert.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { type Saving, useSaving } from '../spending/use-saving.ts';
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
  const { saving, deleted, put, remove } = useStoredRules();
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const [triedId, setTriedId] = useState<string | null>(null);
  const { trial, start, stop } = useDryRun();
  const [roles, currencies] = [rolesOf(accounts), currenciesOf(accounts)];
  const [currency = 'USD'] = currencies;
  const tryOut = (rule: OwnRule) => {
    setTriedId(rule.id);
    start(triedRule(rule));
  };
  const keep = async (rule: OwnRule) => {
    if (await put(rule, 'Saved.')) setDraft(null);
  };
  const result = <TrialResult trial={trial} what="This rule" onStop={stop} now={now} />;
  return (
    <section class="card" aria-label="Your own rules">
      <h3>Your own rules</h3>
      {rules.length === 0 && draft === null && (
        <p class="muted">
          No rule yet. Make one, such as: tell me at once when an order of at least $200 is new.
        </p>
      )}
      <RuleList
        rules={rules}
        resultOf={({ id }) => triedId === id && draft?.id !== id && result}
        onSwitch={(rule) => void put(rule, rule.isOn ? 'Switched on.' : 'Switched off.')}
        onTry={tryOut}
        onEdit={(rule) => setDraft(draftOf(rule, currency))}
        onDelete={(rule) => void remove(rule)}
      />
      {draft === null && rules.length < MAX_OWN_RULES && (
        <Button onClick={() => setDraft(emptyDraft(crypto.randomUUID(), roles[0] ?? 'seller', currency))}>
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
          {triedId === draft.id && result}
        </RuleForm>
      )}
      <SavingResult saving={saving} undo={deleted && (() => void put(deleted, 'It is back.'))} />
    </section>
  );
}

function SavingResult({ saving, undo }: { saving: Saving; undo: (() => void) | null }) {
  return (
    <>
      <div class="said" role="status">
        <p>{saving.said}</p>
        {undo && (
          <Button look="quiet" onClick={undo}>
            Undo
          </Button>
        )}
      </div>
      {saving.failed !== null && (
        <ErrorNotice
          what="The rules could not be saved"
          why={saving.failed}
          next="Try again. They are as they were."
        />
      )}
    </>
  );
}

/** Stores rules, each change upon what is stored by then. `deleted` is what was deleted last, to be taken back. */
function useStoredRules() {
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

/** Nothing but this rule, whether it is on or not. */
function triedRule(rule: OwnRule): Tried {
  return {
    rulesOf: ({ settings }) => ({ settings, own: [{ ...rule, isOn: true }] }),
    counts: ({ ruleId }) => ruleId === rule.id,
  };
}
