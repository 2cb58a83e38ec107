import { ALERT_KINDS, type AlertKind } from '../../../lib/model/alert.ts';
import type { Role } from '../../../lib/model/order.ts';
import { KIND_WORDS } from '../../shared/alert-words.ts';

/** Some kinds of alerts under the name of those whom they concern. */
export interface KindGroup {
  name: string;
  kinds: readonly AlertKind[];
}

/**
 * The kinds that concern someone of these roles, as the columns of a list. Who buys and sells has those of both
 * in a group of their own: they are one setting.
 */
export function listOf(roles: readonly Role[]): KindGroup[][] {
  const isBoth = roles.length > 1;
  const selling = { name: 'Selling', kinds: kindsOf('seller', isBoth) };
  const buying = { name: 'Buying', kinds: kindsOf('buyer', isBoth) };
  if (isBoth) {
    const both = TOLD.filter((kind) => KIND_WORDS[kind].roles.length > 1);
    return [[selling, { name: 'Selling and buying', kinds: both }], [buying]];
  }
  return [[roles[0] === 'buyer' ? buying : selling]];
}

// A rule of the user's own says itself how it is told.
const TOLD = ALERT_KINDS.filter((kind) => kind !== 'own-rule');

function kindsOf(role: Role, isOnly: boolean): AlertKind[] {
  return TOLD.filter((kind) => {
    const { roles } = KIND_WORDS[kind];
    return roles.includes(role) && (!isOnly || roles.length === 1);
  });
}
