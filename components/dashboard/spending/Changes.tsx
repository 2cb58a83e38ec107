import type { Period, SpendingData } from '../../../lib/history/read/spending.ts';
import { differenceOf, type SpendingChange } from '../../../lib/insights/spending-changes.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { counted } from '../../shared/words.ts';
import { monthWords, sellerWords, signedMoney } from './words.ts';

interface Props {
  data: SpendingData;
  currency: string;
  period: Period;
}

/** What differs most from the usual, by shop and by category. */
export function Changes({ data: { usual, rules }, currency, period }: Props) {
  return (
    <section class="card" aria-label="Largest changes">
      <div class="card-head">
        <h3>Largest changes</h3>
        {usual && <span class="muted">against the median of {counted(usual.monthCount, 'month')}</span>}
      </div>
      {period.kind !== 'month' && <p class="muted">Choose a month to see how it differs from the usual.</p>}
      {period.kind === 'month' && !usual && (
        <p class="muted">There is no earlier month to compare {monthWords(period.month)} with.</p>
      )}
      {usual && (
        <>
          <ChangeList title="Shops" changes={usual.sellers} nameWords={sellerWords} currency={currency} />
          {rules.length > 0 && (
            <ChangeList
              title="Categories"
              changes={usual.categories}
              nameWords={(name) => name}
              currency={currency}
            />
          )}
          {!usual.isOver && period.kind === 'month' && (
            <p class="muted">
              {monthWords(period.month, 'name')} is not over: what is below the usual may still come.
            </p>
          )}
        </>
      )}
    </section>
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
