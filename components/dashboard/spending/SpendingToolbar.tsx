import type { Period, SpendingData } from '../../../lib/history/read/spending.ts';
import { monthAfter, yearOfMonth } from '../../../lib/insights/spending-months.ts';
import { Button } from '../../shared/Button.tsx';
import { Chevron } from './Chevron.tsx';
import { periodWords } from './words.ts';

interface Props {
  data: SpendingData;
  period: Period;
  onPeriod: (period: Period) => void;
  onCurrency: (currency: string) => void;
}

/** Which period and currency the room shows. Currencies are never added up: one is looked at. */
export function SpendingToolbar({ data, period, onPeriod, onCurrency }: Props) {
  return (
    <div class="toolbar">
      <Steps data={data} period={period} onPeriod={onPeriod} />
      <Kinds data={data} period={period} onPeriod={onPeriod} />
      {data.currencies.length > 1 && (
        <select
          class="select"
          aria-label="Currency"
          value={data.currency ?? ''}
          onChange={(event) => onCurrency(event.currentTarget.value)}
        >
          {data.currencies.map((currency) => (
            <option key={currency} value={currency}>
              {currency}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

type PeriodProps = Omit<Props, 'onCurrency'>;

function Kinds({ data, period, onPeriod }: PeriodProps) {
  // From a year to a month: its last one with orders. From a month to a year: the month's.
  const month =
    period.kind === 'year'
      ? (data.months.findLast((entry) => yearOfMonth(entry.month) === period.year)?.month ?? data.thisMonth)
      : data.thisMonth;
  const choices: [string, Period][] = [
    ['Month', period.kind === 'month' ? period : { kind: 'month', month }],
    ['Year', { kind: 'year', year: yearOfMonth(period.kind === 'month' ? period.month : data.thisMonth) }],
    ['All', { kind: 'all' }],
  ];
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">Period</legend>
      {choices.map(([label, choice]) => (
        <label key={label}>
          <input
            type="radio"
            name="period"
            checked={period.kind === choice.kind}
            onChange={() => onPeriod(choice)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Steps({ data, period, onPeriod }: PeriodProps) {
  if (period.kind === 'all') return null;
  const current = period.kind === 'month' ? period.month : period.year;
  const first = data.months[0]?.month ?? data.thisMonth;
  const last = [data.months.at(-1)?.month ?? '', data.thisMonth].sort().at(-1) ?? data.thisMonth;
  const [from, to] = period.kind === 'month' ? [first, last] : [yearOfMonth(first), yearOfMonth(last)];
  const step = (count: 1 | -1): Period =>
    period.kind === 'month'
      ? { kind: 'month', month: monthAfter(period.month, count) }
      : { kind: 'year', year: String(Number(period.year) + count) };
  return (
    <div class="steps">
      <Button
        look="quiet"
        aria-label={`Earlier ${period.kind}`}
        disabled={current <= from}
        onClick={() => onPeriod(step(-1))}
      >
        <Chevron to="left" />
      </Button>
      <strong aria-live="polite">{periodWords(period)}</strong>
      <Button
        look="quiet"
        aria-label={`Later ${period.kind}`}
        disabled={current >= to}
        onClick={() => onPeriod(step(1))}
      >
        <Chevron to="right" />
      </Button>
    </div>
  );
}
