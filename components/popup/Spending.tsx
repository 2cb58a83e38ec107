import type { CurrencyNow, SpendingNow } from '../../lib/history/read/spending-now.ts';
import type { BudgetState } from '../../lib/insights/budgets.ts';
import { netMinor } from '../../lib/insights/spending.ts';
import { formatMoney } from '../../lib/model/money.ts';
import { Meter } from '../charts/Meter.tsx';
import { monthName } from '../shared/dates.ts';
import { missingWords, pendingWords } from '../shared/missing-words.ts';
import { counted, listed } from '../shared/words.ts';
import { Sum } from './Sum.tsx';
import './spending.css';

/** The region "Spending": this month so far, one block for each currency, none added to another. */
export function Spending({ spending }: { spending: SpendingNow }) {
  const { currencies, withoutCurrency, day } = spending;
  const [only] = currencies.length === 1 ? currencies : [];
  return (
    <section class="card spent" aria-label="Spending">
      <h2>Spending {only && <span>{only.currency}</span>}</h2>
      {/* Scrolls with many currencies, so the keyboard must reach it. */}
      <div class="blocks" tabIndex={currencies.length > 1 ? 0 : undefined}>
        {currencies.map((entry) => (
          <Block key={entry.currency} entry={entry} day={day} isOnly={only !== undefined} />
        ))}
        {currencies.length === 0 && <p class="beside">No amounts yet.</p>}
        {withoutCurrency > 0 && (
          <p class="beside">{counted(withoutCurrency, 'order')} without a currency: in no total.</p>
        )}
      </div>
    </section>
  );
}

function Block({ entry, day, isOnly }: { entry: CurrencyNow; day: string; isOnly: boolean }) {
  const { currency, month, pending, lastMonthMinor } = entry;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency);
  const back = month.refundedMinor > 0 ? `, net of ${money(month.refundedMinor)} back` : '';
  const beside = missingWords(month);
  return (
    <div class="block">
      {!isOnly && <h3>{currency}</h3>}
      <div class="sums">
        <Sum amount={money(netMinor(month))} words={`${monthName(day)}${back}`} />
        {pending.pendingRefunds > 0 && (
          <Sum amount={money(pending.pendingRefundMinor)} words={`owed to you: ${pendingWords(pending)}`} />
        )}
      </div>
      <p class="beside">{money(lastMonthMinor)} at this day of last month</p>
      {beside && <p class="beside">{beside}</p>}
      <BudgetBars budgets={entry.budgets} />
    </div>
  );
}

const TONES = { over: 'late', ahead: 'soon', within: 'fine' } as const;

/** The budget for all shops as a bar; of the shops' own, those that need a look, in words. */
function BudgetBars({ budgets }: { budgets: readonly BudgetState[] }) {
  const whole = budgets.find(({ budget }) => budget.seller === null);
  const named = (pace: BudgetState['pace']) =>
    budgets.flatMap(({ budget, pace: own }) =>
      own === pace && budget.seller !== null ? [budget.seller] : [],
    );
  const [over, ahead] = [named('over'), named('ahead')];
  return (
    <>
      {whole && <BudgetBar state={whole} />}
      {over.length > 0 && <p class="beside over">Over budget: {listed(over)}</p>}
      {ahead.length > 0 && <p class="beside">Too fast for the budget: {listed(ahead)}</p>}
    </>
  );
}

function BudgetBar({ state: { usedShare, passedShare, pace } }: { state: BudgetState }) {
  const soon = pace === 'ahead' ? ', too fast to stay in it' : '';
  const words = `${Math.round(usedShare * 100).toLocaleString()} % of your budget${soon}`;
  return (
    <div class="budget-bar">
      <p class="beside">{words}</p>
      <Meter label="Your budget" share={usedShare} words={words} tone={TONES[pace]} markShare={passedShare} />
    </div>
  );
}
