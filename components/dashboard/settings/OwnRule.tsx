import { useState } from 'preact/hooks';
import { accountName } from '../../../lib/history/read/accounts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { OverrideKind, RuleOverride } from '../../../lib/model/rule-override.ts';
import type { RuleEntry } from '../../../lib/rulebook/overview.ts';
import { termsWords } from '../../../lib/rulebook/words.ts';
import { Button } from '../../shared/Button.tsx';
import { useFocusBack } from '../../shared/use-form-focus.ts';
import { RuleForm } from './RuleForm.tsx';
import type { Overrides } from './use-overrides.ts';

interface Props {
  entry: RuleEntry;
  kind: OverrideKind;
  /** The user's shops of this market; at least one. */
  shops: readonly AccountRow[];
  overrides: Overrides;
}

/** The user's own rules of one kind, shop by shop, and the form for another. */
export function OwnRule({ entry: { title, rule }, kind, shops, overrides }: Props) {
  const [isOpen, setOpen] = useState(false);
  const opener = useFocusBack(isOpen);
  const own = overrides.all.filter(
    (override) => override.kind === kind && shops.some(({ key }) => key === override.accountKey),
  );
  return (
    <>
      <OwnTerms
        own={own}
        shops={shops}
        title={title}
        onRemove={(override) => {
          opener.current?.focus();
          void overrides.remove(override);
        }}
      />
      {isOpen ? (
        <RuleForm
          kind={kind}
          title={title}
          rule={rule}
          shops={shops}
          own={own}
          onSave={overrides.set}
          onClose={() => setOpen(false)}
        />
      ) : (
        <Button
          look="quiet"
          ref={opener}
          class="set-own"
          aria-label={`${title}: set your own`}
          onClick={() => setOpen(true)}
        >
          Set your own
        </Button>
      )}
    </>
  );
}

interface TermsProps {
  own: readonly RuleOverride[];
  shops: readonly AccountRow[];
  title: string;
  onRemove: (override: RuleOverride) => void;
}

function OwnTerms({ own, shops, title, onRemove }: TermsProps) {
  const nameOf = (key: string) => {
    const shop = shops.find((entry) => entry.key === key);
    return shop && shops.length > 1 ? `${accountName(shop, shops)}. ` : '';
  };
  return own.map((override) => (
    <p key={override.accountKey} class="own-rule">
      <span>
        {nameOf(override.accountKey)}
        {termsWords(override)}
      </span>
      <Button look="quiet" aria-label={`${title}: remove your own rule`} onClick={() => onRemove(override)}>
        Remove
      </Button>
    </p>
  ));
}
