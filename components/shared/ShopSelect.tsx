import { accountName } from '../../lib/history/read/accounts.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';

interface Props {
  accounts: readonly AccountRow[];
  /** The name of an account, or null for all. */
  value: string | null;
  onChange: (account: string | null) => void;
}

/** The list "Shop"; there is none to choose with a single shop. */
export function ShopSelect({ accounts, value, onChange }: Props) {
  if (accounts.length < 2) return null;
  return (
    <select
      class="select"
      aria-label="Shop"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">All shops</option>
      {accounts.map((account) => (
        <option key={account.key} value={account.account}>
          {accountName(account, accounts)}
        </option>
      ))}
    </select>
  );
}
