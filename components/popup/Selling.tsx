import type { SellerSummary } from '../../lib/history/read/summary.ts';

/** The region "Selling": four counts. */
export function Selling({ summary }: { summary: SellerSummary }) {
  return (
    <section class="card" aria-label="Selling">
      <h2 class="visually-hidden">Selling</h2>
      <dl class="tiles">
        <Tile label="To ship" count={summary.toShip} />
        <Tile label="Due in 24 h" count={summary.dueIn24h} tone="soon" />
        <Tile label="Overdue" count={summary.overdue} tone="late" />
        <Tile label="In transit" count={summary.inTransit} />
      </dl>
    </section>
  );
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
