import type { AccountRow, History } from '../db.ts';

/** Every shop and buyer in the history, pages before files, then by market. */
export async function readAccounts(db: History): Promise<AccountRow[]> {
  const rows = await db.accounts.toArray();
  return rows.sort(
    (a, b) => compare(b.origin, a.origin) || compare(a.market ?? '', b.market ?? '') || compare(a.key, b.key),
  );
}

/** What to call a shop: the user's own name for it, or its market with a number where there are several. */
export function accountName(account: AccountRow, all: readonly AccountRow[]): string {
  if (account.label !== null) return account.label;
  const noun = account.role === 'seller' ? 'shop' : 'account';
  const base = account.market === null ? `Imported ${noun}` : `${account.market} ${noun}`;
  const twins = all.filter(
    (other) => other.market === account.market && other.role === account.role && other.label === null,
  );
  return twins.length > 1 ? `${base} ${twins.findIndex((other) => other.key === account.key) + 1}` : base;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
