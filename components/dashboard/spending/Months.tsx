import type { Period, SpendingData } from '../../../lib/history/read/spending.ts';
import { netMinor, type SpendingSums } from '../../../lib/insights/spending.ts';
import { monthsOfYear, monthsUpTo, yearOfMonth } from '../../../lib/insights/spending-months.ts';
import { formatMoney, minorDigits } from '../../../lib/model/money.ts';
import { BarChart, type ChartBar } from '../../charts/BarChart.tsx';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { ChartTable } from '../../charts/ChartTable.tsx';
import { missingWords } from '../../shared/missing-words.ts';
import { monthWords, shortMoney } from './words.ts';

interface Props {
  data: SpendingData;
  currency: string;
  period: Period;
  onPeriod: (period: Period) => void;
}

type Sums = Pick<
  SpendingSums,
  'paidOrders' | 'spentMinor' | 'refundedMinor' | 'withoutAmount' | 'refundsWithoutAmount' | 'withoutStatus'
>;
/** A month ("2026-11") or a year ("2026"). */
interface PeriodSums {
  id: string;
  sums: Sums;
}
const NONE: Sums = {
  paidOrders: 0,
  spentMinor: 0,
  refundedMinor: 0,
  withoutAmount: 0,
  refundsWithoutAmount: 0,
  withoutStatus: 0,
};
const MAX_BARS = 60;

/** Spending by month, or by year where everything is shown; a bar leads to its period. */
export function Months({ data, currency, period, onPeriod }: Props) {
  const isByYear = period.kind === 'all';
  const title = isByYear ? 'By year' : 'By month';
  const bars = isByYear ? yearsOf(data) : monthsOf(data, period);
  const scale = 10 ** minorDigits(currency);
  const chart = bars.map(({ id, sums }): ChartBar => {
    const words = [formatMoney(netMinor(sums), currency), missingWords(sums)].filter(Boolean).join(', ');
    const short = isByYear ? id : monthWords(id, 'short');
    return { id, short, name: isByYear ? id : monthWords(id), value: netMinor(sums) / scale, words };
  });
  return (
    <ChartCard title={title} table={<PeriodTable label={title} bars={bars} currency={currency} />}>
      <BarChart
        label={`${title}, net of refunds, ${currency}`}
        bars={chart}
        selected={period.kind === 'month' ? period.month : null}
        onSelect={(id) => onPeriod(isByYear ? { kind: 'year', year: id } : { kind: 'month', month: id })}
        tickWords={(value) => shortMoney(value, currency)}
      />
    </ChartCard>
  );
}

interface TableProps {
  label: string;
  bars: readonly PeriodSums[];
  currency: string;
}

function PeriodTable({ label, bars, currency }: TableProps) {
  return (
    <ChartTable
      label={label}
      heads={['Period', 'Net', 'Paid', 'Came back', 'Orders', 'Without an amount', 'Status not known']}
      rows={bars.map(({ id, sums }) => ({
        name: id.includes('-') ? monthWords(id) : id,
        cells: [
          formatMoney(netMinor(sums), currency),
          formatMoney(sums.spentMinor, currency),
          formatMoney(sums.refundedMinor, currency),
          sums.paidOrders.toLocaleString(),
          sums.withoutAmount.toLocaleString(),
          sums.withoutStatus.toLocaleString(),
        ],
      }))}
    />
  );
}

function monthsOf(data: SpendingData, period: Exclude<Period, { kind: 'all' }>): PeriodSums[] {
  const known = new Map(data.months.map((entry) => [entry.month, entry.sums]));
  // The twelve months up to this one, and further back with the month that is looked at.
  const last = period.kind === 'month' && period.month > data.thisMonth ? period.month : data.thisMonth;
  const recent = monthsUpTo(last, 12);
  const shown =
    period.kind === 'year'
      ? monthsOfYear(period.year)
      : recent.includes(period.month)
        ? recent
        : monthsOfYear(yearOfMonth(period.month));
  return shown.map((id) => ({ id, sums: known.get(id) ?? NONE }));
}

function yearsOf(data: SpendingData): PeriodSums[] {
  const years = Map.groupBy(data.months, (entry) => yearOfMonth(entry.month));
  return [...years].slice(-MAX_BARS).map(([id, months]) => ({
    id,
    sums: months.reduce<Sums>(
      (sum, { sums }) => ({
        paidOrders: sum.paidOrders + sums.paidOrders,
        spentMinor: sum.spentMinor + sums.spentMinor,
        refundedMinor: sum.refundedMinor + sums.refundedMinor,
        withoutAmount: sum.withoutAmount + sums.withoutAmount,
        refundsWithoutAmount: sum.refundsWithoutAmount + sums.refundsWithoutAmount,
        withoutStatus: sum.withoutStatus + sums.withoutStatus,
      }),
      NONE,
    ),
  }));
}
