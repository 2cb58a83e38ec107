import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { OwnRule } from '../../../lib/model/alert.ts';
import { Button } from '../../shared/Button.tsx';
import { ruleWords } from './rule-words.ts';

interface Line {
  /** What came of trying a rule. */
  resultOf: (rule: OwnRule) => ComponentChildren;
  onSwitch: (rule: OwnRule) => void;
  onTry: (rule: OwnRule) => void;
  onEdit: (rule: OwnRule) => void;
  onDelete: (rule: OwnRule) => void;
}

/** The rules, each with its switch and what can be done with it. */
export function RuleList({ rules, ...line }: Line & { rules: readonly OwnRule[] }) {
  return (
    <ul class="rows">
      {rules.map((rule) => (
        <RuleLine key={rule.id} rule={rule} {...line} />
      ))}
    </ul>
  );
}

function RuleLine({ rule, resultOf, onSwitch, onTry, onEdit, onDelete }: Line & { rule: OwnRule }) {
  const nameId = useId();
  const doing = { look: 'quiet', 'aria-describedby': nameId } as const;
  return (
    <li class={`rule ${rule.isOn ? '' : 'off'}`}>
      <div class="what">
        <label class="check">
          <input
            type="checkbox"
            checked={rule.isOn}
            onChange={(event) => onSwitch({ ...rule, isOn: event.currentTarget.checked })}
          />
          <strong id={nameId}>{rule.name}</strong>
        </label>
        <small class="muted">{ruleWords(rule)}</small>
      </div>
      <span class="actions">
        <Button {...doing} name="try" onClick={() => onTry(rule)}>
          Try
        </Button>
        <Button {...doing} name="edit" onClick={() => onEdit(rule)}>
          Edit
        </Button>
        <Button {...doing} name="delete" onClick={() => onDelete(rule)}>
          Delete
        </Button>
      </span>
      {resultOf(rule)}
    </li>
  );
}
