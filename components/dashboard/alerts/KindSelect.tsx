import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { ALERT_KINDS, type AlertKind } from '../../../lib/model/alert.ts';
import { KIND_WORDS } from '../../shared/alert-words.ts';

interface Props {
  value: AlertKind | null;
  accounts: readonly AccountRow[];
  onChange: (kind: AlertKind | null) => void;
}

/** The list "Kind": those that concern who has these accounts. */
export function KindSelect({ value, accounts, onChange }: Props) {
  const kinds = ALERT_KINDS.filter(
    (kind) => kind === value || accounts.some(({ role }) => KIND_WORDS[kind].roles.includes(role)),
  );
  return (
    <select
      class="select"
      aria-label="Kind of alert"
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(ALERT_KINDS.find((kind) => kind === currentTarget.value) ?? null)
      }
    >
      <option value="">All kinds</option>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {KIND_WORDS[kind].name}
        </option>
      ))}
    </select>
  );
}
