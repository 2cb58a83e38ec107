import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { ALERT_KINDS, type AlertKind } from '../../../lib/model/alert.ts';
import { findMarket, MARKETS } from '../../../lib/model/market.ts';
import type { Role } from '../../../lib/model/order.ts';
import { KIND_WORDS } from '../../shared/alert-words.ts';

/** The sides that these accounts are on; both where there is none yet. */
export function rolesOf(accounts: readonly AccountRow[]): Role[] {
  const roles = (['seller', 'buyer'] as const).filter((role) =>
    accounts.some((account) => account.role === role),
  );
  return roles.length > 0 ? roles : ['seller', 'buyer'];
}

/** The kinds of alerts that concern these sides. */
export function kindsOf(roles: readonly Role[]): AlertKind[] {
  return ALERT_KINDS.filter((kind) => roles.some((role) => KIND_WORDS[kind].roles.includes(role)));
}

/** The currencies that amounts can be in: those of the accounts' markets first. */
export function currenciesOf(accounts: readonly AccountRow[]): string[] {
  const own = accounts.flatMap(({ market }) => findMarket(market)?.currency ?? []);
  return [...new Set([...own, ...MARKETS.map(({ currency }) => currency)])];
}
