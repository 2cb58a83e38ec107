import type { AccountRow } from '../../lib/history/read/rows.ts';
import type { SellerSummary } from '../../lib/history/read/summary.ts';
import { timeAgo } from '../../lib/insights/words.ts';

interface Props {
  summary: SellerSummary;
  accounts: readonly AccountRow[];
  now: number;
}

/** The region "Selling": four counts, and how many Seller Center counts where it counts more. */
export function Selling({ summary, accounts, now }: Props) {
  const told = toldToShip(accounts);
  const seen = summary.toShip + summary.awaitingCollection;
  return (
    <section class="card" aria-label="Selling">
      <h2 class="visually-hidden">Selling</h2>
      {told && told.count > seen && (
        <p class="told muted">
          Seller Center counted {told.count.toLocaleString()} under To ship {timeAgo(told.at, now)}, packed
          ones too. Page through it to see {(told.count - seen).toLocaleString()} more.
        </p>
      )}
      <dl class="tiles">
        <Tile label="To ship" count={summary.toShip} />
        <Tile label="Due in 24 h" count={summary.dueIn24h} tone="soon" />
        <Tile label="Overdue" count={summary.overdue} tone="late" />
        <Tile label="In transit" count={summary.inTransit} />
      </dl>
    </section>
  );
}

/** Seller Center's own count over all these shops, as old as the oldest; null unless it is known of each. */
function toldToShip(accounts: readonly AccountRow[]): { count: number; at: number } | null {
  const told = accounts.flatMap(({ toShip }) => (toShip ? [toShip] : []));
  if (told.length === 0 || told.length < accounts.length) return null;
  return {
    count: told.reduce((sum, { count }) => sum + count, 0),
    at: Math.min(...told.map(({ at }) => at)),
  };
}

function Tile({ label, count, tone }: { label: string; count: number; tone?: 'soon' | 'late' }) {
  const words = count.toLocaleString();
  // "1,000,000" has to fit where "12" looks right.
  const size = words.length > 6 ? 'long' : '';
  return (
    <div class={`tile ${size} ${tone !== undefined && count > 0 ? tone : ''}`}>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </div>
  );
}
