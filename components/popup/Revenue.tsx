import type { RevenueSummary } from '../../lib/history/read/summary.ts';
import { formatMoney } from '../../lib/model/money.ts';
import { SparkBars } from '../charts/SparkBars.tsx';
import { calendarDay, monthName } from '../shared/dates.ts';
import { missingWords } from '../shared/missing-words.ts';
import { Sum } from './Sum.tsx';

// ISO 4217 for "no currency": what the history counts orders under whose currency is not known.
const NO_CURRENCY = 'XXX';

/** The region "Revenue": today and this month, one block for each currency, none added to another. */
export function Revenue({ revenue }: { revenue: readonly RevenueSummary[] }) {
  const known = revenue.filter((entry) => entry.currency !== NO_CURRENCY);
  const [only] = known.length === 1 ? known : [];
  return (
    <section class="card revenue" aria-label="Revenue">
      <h2>Revenue {only && <span>{only.currency}</span>}</h2>
      {/* Scrolls with many currencies, so the keyboard must reach it. */}
      <div class="blocks" tabIndex={known.length > 1 ? 0 : undefined}>
        {known.map((entry) => (
          <Block key={entry.currency} entry={entry} isOnly={known.length === 1} />
        ))}
        {known.length === 0 && <p class="beside">No amounts yet.</p>}
        {known.length < revenue.length && <p class="beside">Orders without a currency are in no total.</p>}
      </div>
    </section>
  );
}

function Block({ entry, isOnly }: { entry: RevenueSummary; isOnly: boolean }) {
  const { currency, days } = entry;
  const today = days.at(-1)?.day ?? '';
  const refunds =
    entry.monthRefundedMinor > 0 ? `, net of ${formatMoney(entry.monthRefundedMinor, currency)} refunds` : '';
  return (
    <div class="block">
      {!isOnly && (
        <h3>
          {currency} <span>{missingWords(entry)}</span>
        </h3>
      )}
      <div class="sums">
        <Sum amount={formatMoney(entry.todayMinor, currency)} words="Today" />
        <Sum
          amount={formatMoney(entry.monthMinor, currency)}
          words={`${today && monthName(today)}${refunds}`}
        />
      </div>
      {isOnly && <p class="beside">{missingWords(entry)}</p>}
      <SparkBars
        label={`Revenue by day, last 30 days, ${currency}`}
        heads={['Day', 'Revenue']}
        bars={days.map(({ day, amountMinor }) => ({
          name: calendarDay(day),
          value: amountMinor,
          words: formatMoney(amountMinor, currency),
        }))}
      />
    </div>
  );
}
