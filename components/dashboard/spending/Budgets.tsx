import type { SpendingData } from '../../../lib/history/read/spending.ts';
import { type BudgetState, withBudget, withoutBudget } from '../../../lib/insights/budgets.ts';
import { send } from '../../../lib/messages/client.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { type Budget, MAX_BUDGETS } from '../../../lib/model/spending.ts';
import { Meter } from '../../charts/Meter.tsx';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { AddBudget } from './AddBudget.tsx';
import { budgetName, paceWords, TONES } from './budget-words.ts';
import { useSaving } from './use-saving.ts';
import { monthWords } from './words.ts';

/** The budgets of the present month, with their pace, and the form for setting one. */
export function Budgets({ data, currency }: { data: SpendingData; currency: string }) {
  const [saving, save] = useSaving();
  const known = data.budgets.map((state) => state.budget);
  const set = (budgets: Budget[], said: string) =>
    save(async () => {
      await send('spending.setBudgets', { budgets });
      return said;
    });
  return (
    <section class="card" aria-label="Budgets">
      <div class="card-head">
        <h3>Budgets</h3>
        <span class="muted">{monthWords(data.thisMonth)}</span>
      </div>
      {data.budgets.length === 0 && (
        <p class="muted">No budget yet. Set one for all shops or for one, and see each month how it goes.</p>
      )}
      <ul class="budgets">
        {data.budgets.map((state) => (
          <li key={budgetName(state.budget)}>
            <BudgetLine
              state={state}
              isBusy={saving.isBusy}
              onRemove={() => void set(withoutBudget(known, state.budget), 'Removed.')}
            />
          </li>
        ))}
      </ul>
      {known.length < MAX_BUDGETS && (
        <AddBudget
          currencies={data.currencies}
          currency={currency}
          sellers={data.sellers.map(({ name }) => name)}
          isBusy={saving.isBusy}
          onAdd={(budget) => set(withBudget(known, budget), 'Saved.')}
        />
      )}
      <p class="said" role="status">
        {saving.said}
      </p>
      {saving.failed !== null && (
        <ErrorNotice what="The budget could not be saved" why={saving.failed} next="Try again." />
      )}
    </section>
  );
}

interface LineProps {
  state: BudgetState;
  isBusy: boolean;
  onRemove: () => void;
}

function BudgetLine({ state, isBusy, onRemove }: LineProps) {
  const { budget, spentMinor, usedShare, passedShare } = state;
  const { tone, label } = TONES[state.pace];
  const percent = `${Math.round(usedShare * 100).toLocaleString()} %`;
  const words = `${formatMoney(spentMinor, budget.currency)} of ${formatMoney(budget.amountMinor, budget.currency)}`;
  return (
    <>
      <p class="budget-head">
        <strong class="name" title={budgetName(budget)}>
          {budgetName(budget)}
        </strong>
        <Pill tone={tone}>{label}</Pill>
        <Button
          look="quiet"
          aria-label={`Remove the budget for ${budgetName(budget)}`}
          disabled={isBusy}
          onClick={onRemove}
        >
          Remove
        </Button>
      </p>
      <Meter
        label={`Budget, ${budgetName(budget)}`}
        share={usedShare}
        words={`${words}, ${percent}`}
        tone={tone}
        markShare={passedShare}
      />
      <p>
        {words}, {percent}
      </p>
      <p class="muted">{paceWords(state)}</p>
    </>
  );
}
