import type { ComponentChildren } from 'preact';
import type { Period, SpendingData } from '../../../lib/history/read/spending.ts';
import { netMinor, type SpendingSums } from '../../../lib/insights/spending.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { missingWords, pendingWords } from '../../shared/missing-words.ts';
import { counted } from '../../shared/words.ts';
import { monthWords, shareWords, signedMoney } from './words.ts';

interface Props {
  data: SpendingData;
  currency: string;
  period: Period;
}

/** The four numbers of a period. */
export function Figures({ data, currency, period }: Props) {
  const { sums } = data;
  const missing = missingWords(sums);
  return (
    <div class="figures">
      <Figure label="Spent, net of refunds" amount={formatMoney(netMinor(sums), currency)}>
        {counted(sums.paidOrders, 'order')}
        {missing && <span class="missing"> · {missing}</span>}
      </Figure>
      <Second data={data} currency={currency} period={period} />
      <Figure label="Came back" amount={formatMoney(sums.refundedMinor, currency)}>
        {backWords(sums, currency)}
      </Figure>
      <Figure label="Refunds awaited" amount={formatMoney(sums.pendingRefundMinor, currency)}>
        {pendingWords(sums)}
      </Figure>
    </div>
  );
}

function backWords({ spentMinor, refundedMinor }: SpendingSums, currency: string): string {
  if (spentMinor <= 0) return 'Nothing was paid';
  const share = refundedMinor > 0 ? `${shareWords(refundedMinor / spentMinor)} of` : 'Of';
  return `${share} ${formatMoney(spentMinor, currency)} paid`;
}

/** A month beside the usual one; a longer time by order. */
function Second({ data: { sums, usual }, currency, period }: Props) {
  if (period.kind === 'month' && usual) {
    const soFar = usual.isOver ? '' : ` ${monthWords(period.month, 'name')} is not over yet.`;
    return (
      <Figure
        label="Against your usual month"
        amount={signedMoney(netMinor(sums) - usual.usualMinor, currency)}
      >
        {`Usual: ${formatMoney(usual.usualMinor, currency)}, the median of ${counted(usual.months.length, 'month')}.${soFar}`}
      </Figure>
    );
  }
  const known = sums.paidOrders - sums.withoutAmount;
  return (
    <Figure
      label="Per order, on average"
      amount={known > 0 ? formatMoney(Math.round(netMinor(sums) / known), currency) : '–'}
    >
      {known > 0 ? `Over ${counted(known, 'order')}` : 'No order with an amount'}
    </Figure>
  );
}

function Figure({ label, amount, children }: { label: string; amount: string; children: ComponentChildren }) {
  return (
    <section class="card figure" aria-label={label}>
      <h3>{label}</h3>
      <b class={amount.length > 13 ? 'long' : ''}>{amount}</b>
      <p>{children}</p>
    </section>
  );
}
