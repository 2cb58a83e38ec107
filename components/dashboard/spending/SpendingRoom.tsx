import { useState } from 'preact/hooks';
import { type Period, readSpending, type SpendingData } from '../../../lib/history/read/spending.ts';
import { monthOfDay } from '../../../lib/insights/spending-months.ts';
import { dayOf, localTimeZone } from '../../../lib/model/time.ts';
import { AfterPaint } from '../../shared/AfterPaint.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { hashOf } from '../../shared/routes.ts';
import { useLive } from '../../shared/use-live.ts';
import { counted } from '../../shared/words.ts';
import { LazyRoom } from '../LazyRoom.tsx';
import '../spending.css';
import { Budgets } from './Budgets.tsx';
import { Categories } from './Categories.tsx';
import { Changes } from './Changes.tsx';
import { Figures } from './Figures.tsx';
import { MadeOf } from './MadeOf.tsx';
import { Months } from './Months.tsx';
import { Sellers } from './Sellers.tsx';
import { SpendingToolbar } from './SpendingToolbar.tsx';
import { YearReview } from './YearReview.tsx';

const loadOwed = () => import('./Owed.tsx').then((module) => module.Owed);

/** The room "Spending": what a buyer's orders really cost. */
export function SpendingRoom({ now }: { now: number }) {
  const [period, setPeriod] = useState<Period>(() => ({
    kind: 'month',
    month: monthOfDay(dayOf(Date.now(), localTimeZone())),
  }));
  const [currency, setCurrency] = useState<string | null>(null);
  const key = JSON.stringify(period);
  const live = useLive((db) => readSpending(db, period, currency, now), [key, currency, now]);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <Loading /> : null;
  const data = live.value;
  return (
    <>
      <div class="top">
        <h2>Spending</h2>
        {data.currency !== null && (
          <SpendingToolbar data={data} period={period} onPeriod={setPeriod} onCurrency={setCurrency} />
        )}
      </div>
      {data.currency === null ? (
        <NothingYet data={data} />
      ) : (
        <Overview data={data} currency={data.currency} period={period} onPeriod={setPeriod} now={now} />
      )}
    </>
  );
}

interface Props {
  data: SpendingData;
  currency: string;
  period: Period;
  onPeriod: (period: Period) => void;
  now: number;
}

function Overview({ data, currency, period, onPeriod, now }: Props) {
  return (
    <div class="spending">
      <Figures data={data} currency={currency} period={period} />
      <Beside data={data} />
      <LazyRoom load={loadOwed} props={{ now }} />
      <div class="pair wide-first">
        <Months data={data} currency={currency} period={period} onPeriod={onPeriod} />
        <MadeOf data={data} currency={currency} />
      </div>
      <div class="pair">
        <div class="stack">
          <Sellers data={data} currency={currency} period={period} />
          <Budgets data={data} currency={currency} />
        </div>
        <div class="stack">
          <Categories data={data} currency={currency} period={period} />
          <AfterPaint>
            <Changes data={data} currency={currency} period={period} />
          </AfterPaint>
        </div>
      </div>
      <AfterPaint>
        <YearReview data={data} period={period} />
      </AfterPaint>
    </div>
  );
}

/** Orders that are in no total or no month: said once, above everything that they are missing from. */
function Beside({ data: { withoutCurrency, undated } }: { data: SpendingData }) {
  const parts = [
    ...(undated > 0 ? [`${counted(undated, 'order')} without a date: only under “All”, in no month.`] : []),
    ...(withoutCurrency > 0 ? [`${counted(withoutCurrency, 'order')} without a currency: in no total.`] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <Notice tone="calm">
      {parts.map((part) => (
        <p key={part}>{part}</p>
      ))}
    </Notice>
  );
}

function NothingYet({ data }: { data: SpendingData }) {
  if (data.withoutCurrency > 0) {
    return (
      <EmptyState
        icon="box"
        title="No amounts yet"
        text={`${counted(data.withoutCurrency, 'order')} without a currency. Open the orders on TikTok once, and their amounts appear here.`}
      />
    );
  }
  return (
    <EmptyState
      icon="box"
      title="Nothing bought yet"
      text="Open your orders on TikTok once, or import your TikTok data, and what they cost appears here."
    >
      <a class="button primary" href={hashOf('data')}>
        Import a file
      </a>
    </EmptyState>
  );
}

function Loading() {
  return (
    <div class="spending" role="status" aria-label="Loading">
      <div class="figures">
        {['a', 'b', 'c', 'd'].map((name) => (
          <div key={name} class="card figure">
            <span class="skeleton" />
            <span class="skeleton" />
          </div>
        ))}
      </div>
    </div>
  );
}
