import type { RuleProblem } from '../../../lib/alerts/own-rules.ts';
import { ORDER_STATUSES, type Role } from '../../../lib/model/order.ts';
import { CHANNEL_WORDS } from '../../shared/alert-words.ts';
import { RuleChoice, RuleField } from './RuleField.tsx';
import { emptyDraft, type RuleDraft } from './rule-draft.ts';
import { EVENT_WORDS, OWN_CHANNELS, STATUS_WORDS_OF } from './rule-words.ts';

interface Props {
  draft: RuleDraft;
  problems: readonly RuleProblem[];
  onChange: (fields: Partial<RuleDraft>) => void;
}

const wordsOf = (problems: readonly RuleProblem[], field: RuleProblem['field']) =>
  problems.find((problem) => problem.field === field)?.words;

/** What the rule is called, and whose orders it looks at. */
export function NameFields({ draft, roles, problems, onChange }: Props & { roles: readonly Role[] }) {
  return (
    <div class="rule-row">
      <RuleField
        label="Name"
        value={draft.name}
        placeholder="Large orders"
        problem={wordsOf(problems, 'name')}
        onChange={(name) => onChange({ name })}
      />
      {roles.length > 1 && (
        <RuleChoice
          label="Orders"
          value={draft.role}
          options={[
            ['seller', 'That you sold'],
            ['buyer', 'That you bought'],
          ]}
          onChange={(role) => {
            const { event, status } = emptyDraft(draft.id, role, draft.currency);
            onChange({ role, event, status });
          }}
        />
      )}
    </div>
  );
}

/** When the rule speaks. */
export function WhenFields({ draft, problems, onChange }: Props) {
  const { role, event, status, count } = draft;
  // A buyer has nothing to ship.
  const events = EVENT_WORDS.filter(([name]) => role === 'seller' || name !== 'ship-by');
  return (
    <div class="rule-row">
      <RuleChoice
        label="When"
        value={event}
        options={events}
        onChange={(chosen) => onChange({ event: chosen })}
      />
      {(event === 'status' || event === 'still') && (
        <RuleChoice
          label="Status"
          value={status}
          options={ORDER_STATUSES.map((name) => [name, STATUS_WORDS_OF[role][name]] as const)}
          onChange={(chosen) => onChange({ status: chosen })}
        />
      )}
      {event === 'ship-by' && (
        <RuleField
          label="Hours before"
          value={count}
          placeholder="6"
          problem={wordsOf(problems, 'hours')}
          onChange={(hours) => onChange({ count: hours })}
        />
      )}
      {event === 'still' && (
        <RuleField
          label="Days after it was placed"
          value={count}
          placeholder="10"
          problem={wordsOf(problems, 'days')}
          onChange={(days) => onChange({ count: days })}
        />
      )}
    </div>
  );
}

/** Which orders it is about, and how it is told. */
export function OnlyFields({
  draft,
  currencies,
  problems,
  onChange,
}: Props & { currencies: readonly string[] }) {
  return (
    <div class="rule-row">
      <RuleField
        label="Only of at least"
        value={draft.amount}
        placeholder="Any amount"
        problem={wordsOf(problems, 'amount')}
        onChange={(amount) => onChange({ amount })}
      />
      <RuleChoice
        label="Currency"
        value={draft.currency}
        options={currencies.map((currency) => [currency, currency] as const)}
        onChange={(currency) => onChange({ currency })}
      />
      <RuleField
        label="Only with the text"
        value={draft.text}
        placeholder={draft.role === 'seller' ? 'Item, SKU or buyer' : 'Item or shop'}
        problem={wordsOf(problems, 'text')}
        onChange={(text) => onChange({ text })}
      />
      <RuleChoice
        label="Tell me"
        value={draft.channel}
        options={OWN_CHANNELS.map((channel) => [channel, CHANNEL_WORDS[channel]] as const)}
        onChange={(channel) => onChange({ channel })}
      />
    </div>
  );
}
