import { useId, useState } from 'preact/hooks';
import { accountName } from '../../../lib/history/read/accounts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { OverrideKind, RuleOverride } from '../../../lib/model/rule-override.ts';
import {
  checkOverride,
  type OverrideField,
  type TypedOverride,
} from '../../../lib/rulebook/check-override.ts';
import type { Rule } from '../../../lib/rulebook/rule.ts';
import { Button } from '../../shared/Button.tsx';
import { useFormFocus } from '../../shared/use-form-focus.ts';
import { FIELD_WORDS, FIELDS_OF, typedOf } from './rule-fields.ts';

interface Props {
  kind: OverrideKind;
  title: string;
  /** What the market's rule is, where it is known. */
  rule: Rule | null;
  /** The shops of this market; at least one. */
  shops: readonly AccountRow[];
  own: readonly RuleOverride[];
  onSave: (override: RuleOverride) => Promise<boolean>;
  onClose: () => void;
}

/** The form for a rule of the user's own in place of the market's, for one shop. */
export function RuleForm({ kind, title, rule, shops, own, onSave, onClose }: Props) {
  const [shopKey, setShopKey] = useState(shops[0]?.key ?? '');
  const [typed, setTyped] = useState<TypedOverride>(() => typedOf(kind, own[0] ?? rule));
  const [wrong, setWrong] = useState<{ field: OverrideField; problem: string } | null>(null);
  const [attempts, setAttempts] = useState(0);
  const form = useFormFocus(attempts);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const checked = checkOverride(shopKey, kind, typed, Date.now());
    setWrong('problem' in checked ? checked : null);
    setAttempts(attempts + 1);
    if ('override' in checked && (await onSave(checked.override))) onClose();
  };
  return (
    <form
      ref={form}
      class="rule-form"
      aria-label={`${title}: your own rule`}
      onSubmit={(event) => void save(event)}
    >
      {shops.length > 1 && <ShopField shops={shops} value={shopKey} onChange={setShopKey} />}
      {FIELDS_OF[kind].map((field) => (
        <Field
          key={field}
          field={field}
          value={typed[field] ?? ''}
          problem={wrong?.field === field ? wrong.problem : null}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
      <div class="actions">
        <Button type="submit">Save</Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface ShopProps {
  shops: readonly AccountRow[];
  value: string;
  onChange: (key: string) => void;
}

function ShopField({ shops, value, onChange }: ShopProps) {
  return (
    <label>
      For
      <select class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {shops.map((shop) => (
          <option key={shop.key} value={shop.key}>
            {accountName(shop, shops)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FieldProps {
  field: OverrideField;
  value: string;
  problem: string | null;
  onChange: (value: string) => void;
}

function Field({ field, value, problem, onChange }: FieldProps) {
  const id = useId();
  const { label, hint } = FIELD_WORDS[field];
  if (field === 'unit') return <UnitField label={label} value={value} onChange={onChange} />;
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        value={value}
        maxLength={field === 'dates' ? 3000 : 60}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {problem === null ? (
        <small id={`${id}-hint`} class="muted">
          {hint}
        </small>
      ) : (
        <small id={`${id}-hint`} class="wrong" role="alert">
          {problem}
        </small>
      )}
    </div>
  );
}

function UnitField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label>
      {label}
      <select class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="hours">hours</option>
        <option value="working-days">working days</option>
      </select>
    </label>
  );
}
