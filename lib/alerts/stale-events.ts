import type { AccountRow, RollupRow } from '../history/db.ts';
import { accountName } from '../history/read/accounts.ts';
import type { AlertEvent, AlertRules } from '../model/alert.ts';
import { TO_SHIP_STATUSES, UNDER_WAY_STATUSES } from '../model/status.ts';
import { HOUR_MS } from '../model/time.ts';
import { topicOf } from './matter.ts';
import { hoursWords } from './words.ts';

/** A shop or buyer that pages told of, with orders that somebody waits for. */
export interface OpenAccount {
  account: AccountRow;
  lastSeenAt: number;
  /** "3 orders to ship, 1 return to answer". */
  words: string;
}

/** What of an account's orders is open: its counts in the totals, and what one and several are called. */
const OPEN: Record<AccountRow['role'], readonly (readonly [counts: string[], one: string, many: string])[]> =
  {
    seller: [
      [TO_SHIP_STATUSES.map((status) => `status.${status}`), 'order to ship', 'orders to ship'],
      [['openReturns'], 'return to answer', 'returns to answer'],
      [['openCancellations'], 'cancellation to answer', 'cancellations to answer'],
    ],
    buyer: [[UNDER_WAY_STATUSES.map((status) => `status.${status}`), 'order under way', 'orders under way']],
  };

/** The accounts of which new pages are waited for. */
export function openAccounts(accounts: readonly AccountRow[], totals: readonly RollupRow[]): OpenAccount[] {
  return accounts.flatMap((account) => {
    const { role, lastSeenAt } = account;
    const own = totals.filter((row) => row.role === role && row.account === account.account);
    const words = OPEN[role].flatMap(([names, one, many]) => {
      const counts = own.flatMap((row) => names.map((name) => row.counts[name] ?? 0));
      const count = counts.reduce((sum, part) => sum + part, 0);
      return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
    });
    return lastSeenAt === null || words.length === 0
      ? []
      : [{ account, lastSeenAt, words: words.join(', ') }];
  });
}

/** From when on an account counts as not seen for long, epoch ms. */
export function staleFrom({ lastSeenAt }: OpenAccount, { settings }: AlertRules): number {
  return lastSeenAt + settings.staleHours * HOUR_MS;
}

/** What is said of an account that was not seen for long; once for each time that it falls silent. */
export function staleEvent(
  open: OpenAccount,
  accounts: readonly AccountRow[],
  rules: AlertRules,
): AlertEvent {
  const { account, lastSeenAt, words } = open;
  const topic = topicOf('stale-data', account.key);
  const isShop = account.role === 'seller';
  return {
    id: `${topic}|${lastSeenAt}`,
    kind: 'stale-data',
    topic,
    role: account.role,
    orderKey: null,
    accountKey: account.key,
    at: staleFrom(open, rules),
    severity: 'normal',
    title: `Not seen for ${hoursWords(rules.settings.staleHours)}: ${accountName(account, accounts)}`,
    detail: `${words} · open ${isShop ? 'Seller Center' : 'your orders on TikTok'} to bring them up to date`,
    dueAt: null,
    why: null,
    endsAt: null,
    ruleId: null,
  };
}
