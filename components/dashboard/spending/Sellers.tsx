import type { Period, SpendingData } from '../../../lib/history/read/spending.ts';
import { netMinor } from '../../../lib/insights/spending.ts';
import { counted } from '../../shared/words.ts';
import { NameBars } from './NameBars.tsx';
import { periodWords, sellerWords } from './words.ts';

interface Props {
  data: SpendingData;
  currency: string;
  period: Period;
}

/** Spending by shop. */
export function Sellers({ data: { sellers, sums }, currency, period }: Props) {
  return (
    <section class="card" aria-label="By shop">
      <div class="card-head">
        <h3>By shop</h3>
        {sellers.length > 0 && <span class="muted">{counted(sellers.length, 'shop')}</span>}
      </div>
      {sellers.length === 0 ? (
        <p class="muted">Nothing bought in {periodWords(period)}.</p>
      ) : (
        <NameBars
          key={periodWords(period)}
          label="By shop"
          head="Shop"
          many="shops"
          entries={sellers}
          nameWords={sellerWords}
          totalMinor={netMinor(sums)}
          currency={currency}
        />
      )}
    </section>
  );
}
