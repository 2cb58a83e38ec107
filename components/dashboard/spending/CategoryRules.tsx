import { send } from '../../../lib/messages/client.ts';
import { type CategoryRule, MAX_CATEGORY_RULES } from '../../../lib/model/spending.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { counted } from '../../shared/words.ts';
import { AddRule } from './AddRule.tsx';
import { Chevron } from './Chevron.tsx';
import { useSaving } from './use-saving.ts';

interface Props {
  rules: readonly CategoryRule[];
  /** Shops of the period, offered while one types. */
  sellers: readonly string[];
}

/** The rules, the first that fits wins; adding, moving and removing them counts all orders again. */
export function CategoryRules({ rules, sellers }: Props) {
  const [saving, save] = useSaving();
  const set = (next: CategoryRule[]) =>
    save(async () => {
      const { counted: count } = await send('spending.setRules', { rules: next });
      return `Saved. ${counted(count, 'order')} sorted again.`;
    });
  return (
    <div class="editor">
      <p class="muted">The first rule that fits an order decides. What fits none is “Other”.</p>
      <RuleList rules={rules} isBusy={saving.isBusy} onChange={(next) => void set(next)} />
      {rules.length < MAX_CATEGORY_RULES && (
        <AddRule
          categories={[...new Set(rules.map((rule) => rule.category))]}
          sellers={sellers}
          isBusy={saving.isBusy}
          onAdd={(rule) => set([...rules.filter((known) => !isSame(known, rule)), rule])}
        />
      )}
      {saving.isBusy && <progress aria-label="Sorting your orders" />}
      <p class="said" role="status">
        {saving.isBusy ? 'Sorting your orders…' : saving.said}
      </p>
      {saving.failed !== null && (
        <ErrorNotice
          what="The rules could not be saved"
          why={saving.failed}
          next="Try again. Rules and totals are as they were."
        />
      )}
    </div>
  );
}

function isSame(a: CategoryRule, b: CategoryRule): boolean {
  return a.by === b.by && a.text === b.text;
}

interface ListProps {
  rules: readonly CategoryRule[];
  isBusy: boolean;
  onChange: (rules: CategoryRule[]) => void;
}

function RuleList({ rules, isBusy, onChange }: ListProps) {
  const move = (at: number, to: number) => {
    const next = [...rules];
    next.splice(to, 0, ...next.splice(at, 1));
    onChange(next);
  };
  return (
    <ol class="rows">
      {rules.map((rule, index) => (
        <li key={`${rule.by}|${rule.text}`}>
          <RuleWords rule={rule} />
          <span class="actions">
            <Button
              look="quiet"
              aria-label={`Move up: ${rule.text}`}
              disabled={isBusy || index === 0}
              onClick={() => move(index, index - 1)}
            >
              <Chevron to="up" />
            </Button>
            <Button
              look="quiet"
              aria-label={`Move down: ${rule.text}`}
              disabled={isBusy || index === rules.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <Chevron to="down" />
            </Button>
            <Button
              look="quiet"
              aria-label={`Remove the rule for ${rule.text}`}
              disabled={isBusy}
              onClick={() => onChange(rules.filter((_, at) => at !== index))}
            >
              Remove
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}

function RuleWords({ rule: { by, text, category } }: { rule: CategoryRule }) {
  return (
    <span>
      {by === 'seller' ? 'Shop is ' : 'Product name has '}
      <b>{text}</b>: {category}
    </span>
  );
}
