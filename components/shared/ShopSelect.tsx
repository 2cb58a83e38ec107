import { accountName } from '../../lib/history/read/accounts.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';

interface Props {
  accounts: readonly AccountRow[];
  /** The name of an account, or null for all. */
  value: string | null;
  onChange: (account: string | null) => void;
  /** What one of them is called: who buys has accounts. */
  noun?: 'shop' | 'account';
}

/** The list "Shop" (or "Account"); there is none to choose with a single one. */
export function ShopSelect({ accounts, value, onChange, noun = 'shop' }: Props) {
  if (accounts.length < 2) return null;
  return (
    <select
      class="select"
      aria-label={noun === 'shop' ? 'Shop' : 'Account'}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">{`All ${noun}s`}</option>
      {accounts.map((account) => (
        <option key={account.key} value={account.account}>
          {accountName(account, accounts)}
        </option>
      ))}
    </select>
  );
}
