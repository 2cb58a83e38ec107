import { accountName } from '../../../lib/history/read/accounts.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { AlertEvent } from '../../../lib/model/alert.ts';

/**
 * What an alert is about, and whose it is where one side has several shops and its title does not say it:
 * "Mug · $82.00 · …930101 · VN shop".
 */
export function aboutAlert(
  { title, detail, role, accountKey }: AlertEvent,
  accounts: readonly AccountRow[],
): string {
  const owner = accounts.find(({ key }) => key === accountKey);
  if (!owner || accounts.filter((account) => account.role === role).length < 2) return detail;
  const name = accountName(owner, accounts);
  return title.includes(name) ? detail : `${detail} · ${name}`;
}
