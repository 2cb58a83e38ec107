import { useState } from 'preact/hooks';
import type { Period, SpendingData } from '../../../lib/history/read/spending.ts';
import { netMinor } from '../../../lib/insights/spending.ts';
import { Button } from '../../shared/Button.tsx';
import { CategoryRules } from './CategoryRules.tsx';
import { NameBars } from './NameBars.tsx';
import { periodWords } from './words.ts';

interface Props {
  data: SpendingData;
  currency: string;
  period: Period;
}

/** Spending by category of one's own, and the editor for the rules behind it. */
export function Categories({ data, currency, period }: Props) {
  const [isEditing, setIsEditing] = useState(false);
  const { categories, rules, sellers, sums } = data;
  return (
    <section class="card" aria-label="By category">
      <div class="card-head">
        <h3>By category</h3>
        <Button look="quiet" aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
          {isEditing ? 'Close rules' : 'Edit rules'}
        </Button>
      </div>
      {isEditing && <CategoryRules rules={rules} sellers={sellers.map(({ name }) => name)} />}
      {rules.length === 0 && !isEditing && (
        <p class="muted">
          Everything is “Other” so far. Add a rule, such as “product name has: mug” is Kitchen.
        </p>
      )}
      {categories.length === 0 ? (
        <p class="muted">Nothing bought in {periodWords(period)}.</p>
      ) : (
        <NameBars
          label="By category"
          head="Category"
          many="categories"
          entries={categories}
          nameWords={(name) => name}
          totalMinor={netMinor(sums)}
          currency={currency}
        />
      )}
    </section>
  );
}
