import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { Role } from '../../../lib/model/order.ts';

/** From whose side a list of orders is told. */
export type Side = Role | 'both';

/** Whether the history holds both what was sold and what was bought. */
export function hasBothSides(accounts: readonly AccountRow[]): boolean {
  return new Set(accounts.map(({ role }) => role)).size > 1;
}

/** Whose words a list speaks: those of the role it is filtered by, or of the only one that there is. */
export function sideOf(accounts: readonly AccountRow[], role: Role | null): Side {
  if (hasBothSides(accounts)) return role ?? 'both';
  return accounts[0]?.role ?? 'seller';
}

/** The accounts that a list can be narrowed to; none where its side has no more than one. */
export function accountsOf(accounts: readonly AccountRow[], side: Side): readonly AccountRow[] {
  const own = accounts.filter(({ role }) => side === 'both' || role === side);
  const sides = side === 'both' && hasBothSides(accounts) ? 2 : 1;
  return own.length > sides ? own : [];
}
