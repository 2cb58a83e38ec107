import type { Period, SpendingData, UsualMonth } from '../../../lib/history/read/spending.ts';
import { readChanges } from '../../../lib/history/read/spending-changes.ts';
import { differenceOf, type SpendingChange } from '../../../lib/insights/spending-changes.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive, valueIn } from '../../shared/use-live.ts';
import { counted } from '../../shared/words.ts';
import { monthWords, sellerWords, signedMoney } from './words.ts';

interface Props {
  data: SpendingData;
  currency: string;
  period: Period;
}

/** What differs most from the usual, by shop and by category. */
export function Changes({ data, currency, period }: Props) {
  const { usual, rules } = data;
  return (
    <section class="card" aria-label="Largest changes">
      <div class="card-head">
        <h3>Largest changes</h3>
        {usual && <span class="muted">against the median of {counted(usual.months.length, 'month')}</span>}
      </div>
      {period.kind !== 'month' && <p class="muted">Choose a month to see how it differs from the usual.</p>}
      {period.kind === 'month' && !usual && (
        <p class="muted">There is no earlier month to compare {monthWords(period.month)} with.</p>
      )}
      {period.kind === 'month' && usual && (
        <Lists usual={usual} month={period.month} currency={currency} hasCategories={rules.length > 0} />
      )}
    </section>
  );
}

interface ListsProps {
  usual: UsualMonth;
  month: string;
  currency: string;
  hasCategories: boolean;
}

function Lists({ usual, month, currency, hasCategories }: ListsProps) {
  const live = useLive(
    (db) => readChanges(db, currency, month, usual.months, usual.isOver),
    [currency, month, usual.months[0], usual.isOver],
  );
  if (live.state === 'error') return <HistoryError error={live.error} />;
  const changes = valueIn(live);
  if (!changes) return <span class="skeleton" />;
  return (
    <>
      <ChangeList title="Shops" changes={changes.sellers} nameWords={sellerWords} currency={currency} />
      {hasCategories && (
        <ChangeList
          title="Categories"
          changes={changes.categories}
          nameWords={(name) => name}
          currency={currency}
        />
      )}
      {!usual.isOver && (
        <p class="muted">{monthWords(month, 'name')} is not over: what is below the usual may still come.</p>
      )}
    </>
  );
}

interface ListProps {
  title: string;
  changes: readonly SpendingChange[];
  nameWords: (name: string) => string;
  currency: string;
}

function ChangeList({ title, changes, nameWords, currency }: ListProps) {
  return (
    <div>
      <h4>{title}</h4>
      {changes.length === 0 && <p class="muted">Nothing out of the usual.</p>}
      <ul class="shifts">
        {changes.map((change) => (
          <li key={change.name}>
            <span class="name" title={nameWords(change.name)}>
              {nameWords(change.name)}
            </span>
            <b>{signedMoney(differenceOf(change), currency)}</b>
            <small>{changeWords(change, currency)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

function changeWords({ nowMinor, usualMinor, monthsSeen }: SpendingChange, currency: string): string {
  const now = formatMoney(nowMinor, currency);
  return monthsSeen === 0 ? `${now}, new` : `${now}, usually ${formatMoney(usualMinor, currency)}`;
}
