import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { checkOwnRule } from '../../../lib/alerts/own-rules.ts';
import type { OwnRule } from '../../../lib/model/alert.ts';
import type { Role } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { useFormFocus } from '../../shared/use-form-focus.ts';
import { NameFields, OnlyFields, WhenFields } from './RuleFields.tsx';
import { type RuleDraft, ruleOf } from './rule-draft.ts';

interface Props {
  first: RuleDraft;
  roles: readonly Role[];
  currencies: readonly string[];
  isBusy: boolean;
  onSave: (rule: OwnRule) => void;
  onTry: (rule: OwnRule) => void;
  onCancel: () => void;
  /** What came of trying it. */
  children: ComponentChildren;
}

/** The form for a rule: when, of which orders, how it is told. What is wrong is said once it was tried or saved. */
export function RuleForm({ first, roles, currencies, isBusy, onSave, onTry, onCancel, children }: Props) {
  const [draft, setDraft] = useState(first);
  const [attempts, setAttempts] = useState(0);
  const form = useFormFocus(attempts);
  const rule = ruleOf(draft);
  const problems = checkOwnRule(rule);
  const fields = {
    draft,
    problems: attempts > 0 ? problems : [],
    onChange: (some: Partial<RuleDraft>) => setDraft({ ...draft, ...some }),
  };
  const useIfRight = (use: (rule: OwnRule) => void) => {
    setAttempts(attempts + 1);
    if (problems.length === 0) use(rule);
  };
  return (
    <form
      ref={form}
      class="editor"
      noValidate
      aria-label="Rule"
      onSubmit={(event) => {
        event.preventDefault();
        useIfRight(onSave);
      }}
    >
      <NameFields {...fields} roles={roles} />
      <WhenFields {...fields} />
      <OnlyFields {...fields} currencies={currencies} />
      <div class="actions">
        <Button type="submit" look="primary" disabled={isBusy}>
          Save rule
        </Button>
        <Button onClick={() => useIfRight(onTry)}>Try on the last 30 days</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {children}
    </form>
  );
}
